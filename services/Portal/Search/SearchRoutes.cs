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
    private const int DeepestOffset = 10_000;
    private const int LongestCursor = 1000;

    public static void MapSearchPage(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", ShowAsync);
        routes.MapGet("/feed", SearchFeed.AnswerAsync);
    }

    public static void MapSearchApi(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/search", AnswerAsync).WithName("search").WithSummary("Searches the archive.").WithTags("Search");

    public static void MapExports(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/export.csv", ([AsParameters] SearchParameters parameters, ISearchQueries search, IOptions<PortalOptions> options) => Export(parameters, search, options, true))
            .WithName("exportCsv").WithSummary("All hits of a search, as CSV.").WithTags("Search").Produces(200, contentType: "text/csv").ProducesProblem(400);
        routes.MapGet("/export.ndjson", ([AsParameters] SearchParameters parameters, ISearchQueries search, IOptions<PortalOptions> options) => Export(parameters, search, options, false))
            .WithName("export").WithSummary("All hits of a search, one JSON object a line.").WithTags("Search").Produces(200, contentType: "application/x-ndjson").ProducesProblem(400);
    }

    private static async Task<RazorComponentResult<SearchResults>> ShowAsync(
        [AsParameters] SearchInput input, ISearchQueries search, IOptions<PortalOptions> options, CancellationToken cancellationToken)
    {
        var response = await search.SearchAsync(input.ToRequest(options.Value.HitsPerPage), cancellationToken);
        return Page.Of<SearchResults>(new { Input = input, Response = response });
    }

    /// <param name="parameters">The search.</param>
    /// <param name="search">The Indexer.</param>
    /// <param name="limit">Hits to return, 0 to 1,000.</param>
    /// <param name="offset">Hits to skip, 0 to 10,000; cursor goes deeper.</param>
    /// <param name="cursor">next of the page before.</param>
    /// <param name="facets">How many values of each facet to count, 0 to 100.</param>
    /// <param name="histogram">Whether to count articles by day, month or year.</param>
    /// <param name="cancellationToken">The client left.</param>
    private static async Task<Results<Ok<SearchResponse>, ProblemHttpResult>> AnswerAsync(
        [AsParameters] SearchParameters parameters,
        ISearchQueries search,
        int? limit,
        int? offset,
        string? cursor,
        int? facets,
        bool? histogram,
        CancellationToken cancellationToken)
    {
        var mistake = parameters.Mistake()
            ?? (limit is < 0 or > 1000 ? "limit must be 0 to 1000."
                : offset is < 0 or > DeepestOffset ? $"offset must be 0 to {DeepestOffset}; cursor goes deeper."
                : facets is < 0 or > 100 ? "facets must be 0 to 100."
                : cursor?.Length > LongestCursor ? "cursor is not one that a search gave."
                : null);
        return mistake is not null
            ? ApiProblem.BadRequest(mistake)
            : TypedResults.Ok(await search.SearchAsync(
                parameters.ToRequest() with
                {
                    Limit = limit ?? 10, Offset = offset ?? 0, Cursor = cursor, Facets = facets ?? 0, Histogram = histogram ?? false,
                },
                cancellationToken));
    }

    private static IResult Export(SearchParameters parameters, ISearchQueries search, IOptions<PortalOptions> options, bool asCsv) =>
        parameters.Mistake() is { } mistake ? ApiProblem.BadRequest(mistake) : new SearchExport(search, parameters.ToRequest(), options.Value.MaxExport, asCsv);
}
