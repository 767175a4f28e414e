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
    private static readonly CachingWrapperFilter Canonical = new(new QueryWrapperFilter(new TermQuery(IndexTerms.Canonical)));

    /// <summary>Of each field in the order of <see cref="FacetColumns.Fields"/> the one that filters.</summary>
    private static readonly (int Field, string Kind)[] FacetFilters =
        [(0, IndexTerms.Source), (1, IndexTerms.Language), (2, IndexTerms.Author), (3, IndexTerms.Agency), (4, IndexTerms.Section)];

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
        var words = plan.Query is null ? null : new QueryTranslator(searcher, relax).Translate(plan.Query);
        var query = Build(words, plan, null);
        // One more than asked for tells whether another page follows.
        var counter = new TotalHitCountCollector();
        var top = plan.Limit == 0 ? null
            : TopFieldCollector.Create(SortOf(plan), plan.Offset + plan.Limit + 1, after?.In(searcher, query, plan.Order), fillFields: true, trackDocScores: true, trackMaxScore: false, docsScoredInOrder: false);
        var counted = Enumerable.Range(0, FacetColumns.Fields.Count).Where(field => field == FacetColumns.Days ? plan.Histogram : plan.Facets && !IsFiltered(plan, field));
        using var counting = new CountingCollector(top ?? (ICollector)counter, searcher.Facets, counted);
        searcher.Search(query, plan.Facets || plan.Histogram ? counting : top ?? (ICollector)counter);
        var hits = top?.GetTopDocs().ScoreDocs.Skip(plan.Offset).ToList() ?? [];
        var articles = hits.Take(plan.Limit).Select(hit => new FoundArticle(IdOf(searcher, hit.Doc), hit.Score)).ToList();
        return new FoundArticles(top?.TotalHits ?? counter.TotalHits, articles)
        {
            Relaxed = relax,
            Next = hits.Count > plan.Limit ? ResultPosition.Of((FieldDoc)hits[plan.Limit - 1], articles[^1].ArticleId, plan.Order, relax, plan.Order == SearchOrder.Relevance ? ((DirectoryReader)searcher.IndexReader).Version : 0).ToString() : null,
            Facets = plan.Facets ? [.. FacetFields.All.Select((field, i) => (field, IsFiltered(plan, i) ? Others(searcher, words, plan, i) : counting.Sum(i)))] : [],
            Histogram = plan.Histogram ? Histogram.Of(counting.Sum(FacetColumns.Days), counting.Without(FacetColumns.Days)) : null,
        };
    }

    private static bool IsFiltered(SearchPlan plan, int field) => !string.IsNullOrWhiteSpace(FilterOf(plan, field));

    private static string? FilterOf(SearchPlan plan, int field) => FacetColumns.Fields[field] switch
    {
        IndexFields.SourceFacet => plan.Source,
        IndexFields.LanguageFacet => plan.Language,
        IndexFields.AuthorFacet => plan.Author,
        IndexFields.AgencyFacet => plan.Agency,
        IndexFields.SectionFacet => plan.Section,
        _ => null,
    };

    /// <summary>The counts of a field as if it had no filter: what one would find by another of its values. A search of its own that ranks nothing.</summary>
    private static IReadOnlyList<(string Value, long Count)> Others(LiveSearcher searcher, Query? words, SearchPlan plan, int field)
    {
        using var counting = new CountingCollector(new TotalHitCountCollector(), searcher.Facets, [field]);
        searcher.Search(Build(words, plan, field), counting);
        return counting.Sum(field);
    }

    private static string IdOf(LiveSearcher searcher, int document) =>
        searcher.Doc(document, IdOnly).GetField(IndexFields.Id).GetStringValue(CultureInfo.InvariantCulture);

    /// <summary>The words with every filter but one.</summary>
    private static Query Build(Query? words, SearchPlan plan, int? without)
    {
        var filters = new List<Query>();
        if (plan.Days is { } days)
        {
            filters.Add(QueryTranslator.Days(days));
        }

        filters.AddRange(FacetFilters.Where(filter => filter.Field != without && IsFiltered(plan, filter.Field)).Select(filter => QueryTranslator.Is(filter.Kind, FilterOf(plan, filter.Field)!)));
        var query = words ?? QueryTranslator.Everything();
        if (filters.Count > 0)
        {
            var all = new BooleanQuery(disableCoord: true);
            foreach (var part in words is null ? filters : filters.Prepend(words))
            {
                all.Add(part, Occur.MUST);
            }

            query = all;
        }

        return plan.CanonicalOnly ? new FilteredQuery(query, Canonical) : query;
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
