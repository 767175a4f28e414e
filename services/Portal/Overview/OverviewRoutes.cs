using Ingest.Portal.Http;
using Ingest.Queries;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Ingest.Portal.Overview;

internal static class OverviewRoutes
{
    public static void MapOverviewPage(this IEndpointRouteBuilder routes) => routes.MapGet("/overview", ShowAsync);

    public static void MapOverviewApi(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/overview", AnswerAsync).WithName("overview").WithSummary("The system in numbers.").WithTags("Overview");

    private static async Task<RazorComponentResult<OverviewBoard>> ShowAsync(
        IFileQueries files, ISearchQueries search, TimeProvider time, CancellationToken cancellationToken) =>
        Page.Of<OverviewBoard>(new { Overview = await LoadAsync(files, search, cancellationToken), Now = time.GetUtcNow() });

    private static async Task<Ok<SystemOverview>> AnswerAsync(IFileQueries files, ISearchQueries search, CancellationToken cancellationToken) =>
        TypedResults.Ok(await LoadAsync(files, search, cancellationToken));

    private static async Task<SystemOverview> LoadAsync(IFileQueries files, ISearchQueries search, CancellationToken cancellationToken)
    {
        var ledger = files.SummariseAsync(new SummaryRequest(), cancellationToken);
        var index = search.StatusAsync(new IndexStatusRequest(), cancellationToken);
        return new SystemOverview(await ledger, await index);
    }
}

/// <summary>The system in numbers.</summary>
/// <param name="Files">The Watcher's ledger.</param>
/// <param name="Index">How far the search index is.</param>
public sealed record SystemOverview(LedgerSummary Files, IndexStatus Index);
