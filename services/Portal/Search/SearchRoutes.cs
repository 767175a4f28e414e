using Ingest.Portal.Http;
using Ingest.Queries;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace Ingest.Portal.Search;

internal static class SearchRoutes
{
    public static void MapSearchPage(this IEndpointRouteBuilder routes) => routes.MapGet("/", ShowAsync);

    public static void MapSearchApi(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/search", AnswerAsync).WithName("search").WithSummary("Searches the archive.").WithTags("Search");

    private static async Task<RazorComponentResult<SearchResults>> ShowAsync(
        [AsParameters] SearchInput input, ISearchQueries search, IOptions<PortalOptions> options, CancellationToken cancellationToken)
    {
        var pageSize = options.Value.HitsPerPage;
        var response = await search.SearchAsync(input.ToRequest(pageSize), cancellationToken);
        return Page.Of<SearchResults>(new { Input = input, Response = response, PageSize = pageSize });
    }

    /// <param name="search">The Indexer.</param>
    /// <param name="q">Words, "phrases", -without, OR, field:word; everything when empty.</param>
    /// <param name="from">First day: 2025-02-13, 2025-02 or 2025.</param>
    /// <param name="to">Last day, inclusive; in the same notation.</param>
    /// <param name="author">Only articles with this author.</param>
    /// <param name="source">Only articles of this source.</param>
    /// <param name="language">Only articles in this language (ISO 639-1).</param>
    /// <param name="sort">relevance, newest or oldest.</param>
    /// <param name="duplicates">hide (only canonical articles) or show.</param>
    /// <param name="limit">Hits to return, 0 to 1,000.</param>
    /// <param name="offset">Hits to skip, 0 to 10,000.</param>
    /// <param name="cancellationToken">The client left.</param>
    private static async Task<Results<Ok<SearchResponse>, ProblemHttpResult>> AnswerAsync(
        ISearchQueries search,
        string? q,
        string? from,
        string? to,
        string? author,
        string? source,
        string? language,
        string? sort,
        string? duplicates,
        int? limit,
        int? offset,
        CancellationToken cancellationToken)
    {
        var wrong = FindMistake();
        return wrong is not null
            ? ApiProblem.BadRequest(wrong)
            : TypedResults.Ok(await search.SearchAsync(
                new SearchRequest
                {
                    Query = q ?? "",
                    From = from,
                    To = to,
                    Author = author,
                    Source = source,
                    Language = language,
                    Sort = sort ?? "relevance",
                    Duplicates = duplicates ?? "hide",
                    Limit = limit ?? 10,
                    Offset = offset ?? 0,
                },
                cancellationToken));

        string? FindMistake() =>
            q?.Length > SearchInput.LongestQuery ? $"q must have at most {SearchInput.LongestQuery} characters."
            : limit is < 0 or > 1000 ? "limit must be 0 to 1000."
            : offset is < 0 or > SearchInput.DeepestOffset ? $"offset must be 0 to {SearchInput.DeepestOffset}."
            : from is not null && SearchInput.Day(from) is null ? "from must be a date like 2025-02-13, 2025-02 or 2025."
            : to is not null && SearchInput.Day(to) is null ? "to must be a date like 2025-02-13, 2025-02 or 2025."
            : sort is not (null or "relevance" or "newest" or "oldest") ? "sort must be relevance, newest or oldest."
            : duplicates is not (null or "show" or "hide") ? "duplicates must be show or hide."
            : null;
    }
}
