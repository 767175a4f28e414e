using System.Globalization;
using Ingest.Indexer.Facets;
using Ingest.Queries;
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
        var after = ResultPosition.Read(plan.After);
        var canRelax = LooseWords.CanRelax(plan.Query, searcher, out var enough);
        var found = after is { Relaxed: true } && canRelax ? Run(searcher, plan, after, relax: true) : Run(searcher, plan, after, relax: false);
        if (canRelax && after is null && found.Total < enough)
        {
            var more = Run(searcher, plan, null, relax: true);
            found = more.Total > found.Total ? more : found;
        }

        return plan.Corrections ? found with { Corrections = new Spelling(searcher).Correct(plan.Query, found.Relaxed ? 0 : found.Total) } : found;
    }

    private static FoundArticles Run(LiveSearcher searcher, SearchPlan plan, ResultPosition? after, bool relax)
    {
        var query = Build(searcher, plan, relax);
        if (plan.CanonicalOnly)
        {
            query = new FilteredQuery(query, Canonical);
        }

        // One more than asked for tells whether another page follows.
        var counter = new TotalHitCountCollector();
        var top = plan.Limit == 0 ? null
            : TopFieldCollector.Create(SortOf(plan), plan.Offset + plan.Limit + 1, after?.In(searcher, query, plan.Order), fillFields: true, trackDocScores: true, trackMaxScore: false, docsScoredInOrder: false);
        using var counting = new CountingCollector(top ?? (ICollector)counter, searcher.Facets, plan.Facets, plan.Histogram);
        searcher.Search(query, plan.Facets || plan.Histogram ? counting : top ?? (ICollector)counter);
        var hits = top?.GetTopDocs().ScoreDocs.Skip(plan.Offset).ToList() ?? [];
        var articles = hits.Take(plan.Limit).Select(hit => new FoundArticle(IdOf(searcher, hit.Doc), hit.Score)).ToList();
        return new FoundArticles(top?.TotalHits ?? counter.TotalHits, articles)
        {
            Relaxed = relax,
            Next = hits.Count > plan.Limit ? ResultPosition.Of((FieldDoc)hits[plan.Limit - 1], articles[^1].ArticleId, plan.Order, relax, plan.Order == SearchOrder.Relevance ? ((DirectoryReader)searcher.IndexReader).Version : 0).ToString() : null,
            Facets = plan.Facets ? [.. FacetFields.All.Select((field, i) => (field, counting.Sum(i)))] : [],
            Histogram = plan.Histogram ? Histogram.Of(counting.Sum(FacetColumns.Days), counting.Without(FacetColumns.Days)) : null,
        };
    }

    private static string IdOf(LiveSearcher searcher, int document) =>
        searcher.Doc(document, IdOnly).GetField(IndexFields.Id).GetStringValue(CultureInfo.InvariantCulture);

    private static Query Build(LiveSearcher searcher, SearchPlan plan, bool relax)
    {
        var words = plan.Query is null ? null : new QueryTranslator(searcher, relax).Translate(plan.Query);
        var filters = new List<Query>();
        if (plan.Days is { } days)
        {
            filters.Add(QueryTranslator.Days(days));
        }

        foreach (var (field, value) in new[]
        {
            (IndexFields.AuthorIs, plan.Author), (IndexFields.SourceIs, plan.Source), (IndexFields.LanguageIs, plan.Language),
            (IndexFields.AgencyIs, plan.Agency), (IndexFields.SectionIs, plan.Section),
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
