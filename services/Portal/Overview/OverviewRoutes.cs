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

    private static async Task<RazorComponentResult<OverviewBoard>> ShowAsync([AsParameters] OverviewSources sources, TimeProvider time, CancellationToken cancellationToken) =>
        Page.Of<OverviewBoard>(new { Overview = await sources.LoadAsync(cancellationToken), Now = time.GetUtcNow() });

    private static async Task<Ok<SystemOverview>> AnswerAsync([AsParameters] OverviewSources sources, CancellationToken cancellationToken) =>
        TypedResults.Ok(await sources.LoadAsync(cancellationToken));
}

/// <summary>Who is asked.</summary>
internal readonly record struct OverviewSources(IFileQueries Files, ISearchQueries Search, IPipelineQueries Pipeline, IArticleQueries Articles)
{
    public async Task<SystemOverview> LoadAsync(CancellationToken cancellationToken)
    {
        var ledger = Files.SummariseAsync(new SummaryRequest(), cancellationToken);
        var index = Search.StatusAsync(new IndexStatusRequest(), cancellationToken);
        var activity = Pipeline.ActivityAsync(new ActivityRequest(), cancellationToken);
        var sources = Articles.SourcesAsync(new SourcesRequest(), cancellationToken);
        return new SystemOverview(await ledger, await index, await activity, await sources);
    }
}
