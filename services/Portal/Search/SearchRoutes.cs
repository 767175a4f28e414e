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

    public static void MapSearchApi(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/search", AnswerAsync).WithName("search").WithSummary("Searches the archive.").WithTags("Search");
        routes.MapExportApi();
    }

    private static async Task<RazorComponentResult<SearchResults>> ShowAsync(
        [AsParameters] SearchInput input, ISearchQueries search, IOptions<PortalOptions> options, CancellationToken cancellationToken)
    {
        var response = await search.SearchAsync(input.ToRequest(options.Value.HitsPerPage), cancellationToken);
        return Page.Of<SearchResults>(new { Input = input, Response = response });
    }

    /// <param name="parameters">What to find.</param>
    /// <param name="limit">Hits to return, 0 to 1,000.</param>
    /// <param name="offset">Hits to skip, 0 to 10,000; a cursor goes deeper.</param>
    /// <param name="cursor">The <c>next</c> of the page before, with everything else the same.</param>
    /// <param name="facets">Values of each facet to count, 0 to 100.</param>
    /// <param name="histogram">Whether to count articles by day, month or year.</param>
    /// <param name="search">The Indexer.</param>
    /// <param name="cancellationToken">The client left.</param>
    private static async Task<Results<Ok<SearchResponse>, ProblemHttpResult>> AnswerAsync(
        [AsParameters] SearchParameters parameters,
        int? limit,
        int? offset,
        string? cursor,
        int? facets,
        bool? histogram,
        ISearchQueries search,
        CancellationToken cancellationToken)
    {
        var wrong = parameters.Mistake()
            ?? (limit is < 0 or > 1000 ? "limit must be 0 to 1000."
            : offset is < 0 or > SearchInput.DeepestOffset ? $"offset must be 0 to {SearchInput.DeepestOffset}; a cursor goes deeper."
            : facets is < 0 or > 100 ? "facets must be 0 to 100."
            : cursor?.Length > 1000 ? "cursor is none that a search gave."
            : null);
        return wrong is not null
            ? ApiProblem.BadRequest(wrong)
            : TypedResults.Ok(await search.SearchAsync(
                parameters.ToRequest() with { Limit = limit ?? 10, Offset = offset ?? 0, Cursor = cursor, Facets = facets ?? 0, Histogram = histogram ?? false },
                cancellationToken));
    }
}
