using System.Globalization;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Ingest.Indexer.Search;

/// <summary>Runs a search plan over a searcher.</summary>
internal static class LuceneSearch
{
    private static readonly HashSet<string> IdOnly = [IndexFields.Id];

    // Remembers one bit a document for each segment; hiding duplicates is the default of nearly every search.
    private static readonly CachingWrapperFilter Canonical = new(new QueryWrapperFilter(new TermQuery(new Term(IndexFields.Canonical, "1"))));

    public static FoundArticles Run(LiveSearcher searcher, SearchPlan plan)
    {
        var query = Build(searcher, plan);
        if (plan.CanonicalOnly)
        {
            query = new FilteredQuery(query, Canonical);
        }

        if (plan.Limit == 0)
        {
            var counter = new TotalHitCountCollector();
            searcher.Search(query, counter);
            return new FoundArticles(counter.TotalHits, []);
        }

        var top = searcher.Search(query, null, plan.Offset + plan.Limit, SortOf(plan), doDocScores: true, doMaxScore: false);
        var articles = top.ScoreDocs.Skip(plan.Offset)
            .Select(hit => new FoundArticle(searcher.Doc(hit.Doc, IdOnly).GetField(IndexFields.Id).GetStringValue(CultureInfo.InvariantCulture), hit.Score));
        return new FoundArticles(top.TotalHits, [.. articles]);
    }

    private static Query Build(LiveSearcher searcher, SearchPlan plan)
    {
        var words = plan.Query is null ? null : new QueryTranslator(searcher.Languages).Translate(plan.Query);
        var filters = new List<Query>();
        if (plan.Days is { } days)
        {
            filters.Add(QueryTranslator.Days(days));
        }

        foreach (var (field, value) in new[]
        {
            (IndexFields.AuthorIs, plan.Author), (IndexFields.SourceIs, plan.Source), (IndexFields.LanguageIs, plan.Language),
        })
        {
            if (!string.IsNullOrWhiteSpace(value))
            {
                filters.Add(QueryTranslator.Is(field, value));
            }
        }

        if (filters.Count == 0)
        {
            return words ?? new MatchAllDocsQuery();
        }

        var all = new BooleanQuery(disableCoord: true);
        if (words is not null)
        {
            all.Add(words, Occur.MUST);
        }

        filters.ForEach(filter => all.Add(filter, Occur.MUST));
        return all;
    }

    /// <summary>The identifier breaks every tie: two indexes over the same articles must give the same order.</summary>
    private static Sort SortOf(SearchPlan plan)
    {
        var tie = new SortField(IndexFields.Tie, SortFieldType.INT64);
        return plan.Order switch
        {
            SearchOrder.Newest => new Sort(Dated(reverse: true), tie),
            SearchOrder.Oldest => new Sort(Dated(reverse: false), tie),
            _ => new Sort(SortField.FIELD_SCORE, tie),
        };
    }

    /// <summary>Undated articles come last in either direction.</summary>
    private static SortField Dated(bool reverse)
    {
        var published = new SortField(IndexFields.Published, SortFieldType.INT64, reverse);
        published.SetMissingValue(reverse ? long.MinValue : long.MaxValue);
        return published;
    }
}
