using Ingest.Indexer.QueryLanguage;
using Ingest.Queries;

namespace Ingest.Indexer.Search;

/// <summary>Makes a checked plan of a request. Forgiving: what cannot be used is left out and noted.</summary>
internal static class SearchPlanning
{
    /// <summary>Most values of a facet that are returned.</summary>
    public const int MostFacetValues = 100;

    private const int MostHits = 1000;
    private const int DeepestOffset = 10_000;

    public static SearchPlan Of(SearchRequest request, QueryNode? query, DateOnly today, List<QueryNote> notes)
    {
        var isDated = !string.IsNullOrWhiteSpace(request.From) || !string.IsNullOrWhiteSpace(request.To);
        var days = isDated ? DayRange.Between(request.From?.Trim(), request.To?.Trim(), today) : null;
        if (isDated && days is null)
        {
            notes.Add(new QueryNote(QueryNotes.Parameter, "From and to must be dates like 2025-02-13, 2025-02 or 2025, so they were left out."));
        }

        var after = string.IsNullOrEmpty(request.Cursor) ? null : SearchCursor.Read(request, request.Cursor);
        if (after is null && !string.IsNullOrEmpty(request.Cursor))
        {
            notes.Add(new QueryNote(QueryNotes.Parameter, "The cursor is of another search or damaged, so the first hits are shown."));
        }

        return new SearchPlan
        {
            Query = query,
            Days = days,
            Author = request.Author,
            Source = request.Source,
            Language = request.Language,
            Agency = request.Agency,
            Section = request.Section,
            CanonicalOnly = request.Duplicates != "show",
            // Without words everything is equally relevant, and the newest is what one wants to see.
            Order = request.Sort switch
            {
                "newest" => SearchOrder.Newest,
                "oldest" => SearchOrder.Oldest,
                _ => query is null ? SearchOrder.Newest : SearchOrder.Relevance,
            },
            Offset = after is null ? Math.Clamp(request.Offset, 0, DeepestOffset) : 0,
            Limit = Math.Clamp(request.Limit, 0, MostHits),
            After = after,
            Facets = request.Facets > 0,
            Histogram = request.Histogram,
            Corrections = after is null && request.Offset <= 0,
        };
    }
}
