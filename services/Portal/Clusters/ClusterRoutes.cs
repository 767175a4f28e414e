using Ingest.Portal.Http;
using Ingest.Queries;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Ingest.Portal.Clusters;

internal static class ClusterRoutes
{
    public static void MapClusterPage(this IEndpointRouteBuilder routes) => routes.MapGet("/clusters/{id}", ShowAsync);

    public static void MapClusterApi(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/clusters/{id}", AnswerAsync)
            .WithName("cluster")
            .WithSummary("A cluster by its identifier, a former one, or that of any member.")
            .WithTags("Clusters");

    private static async Task<IResult> ShowAsync(string id, IClusterQueries clusters, DecisionForm decisions, HttpContext http, CancellationToken cancellationToken)
    {
        var cluster = await clusters.ClusterAsync(new ClusterKey(id), cancellationToken);
        return cluster is null ? Page.NotFound("There is no such cluster; perhaps its articles were removed.")
            // A former identifier or a member's leads on to today's.
            : cluster.ClusterId != id ? TypedResults.Redirect($"/clusters/{Uri.EscapeDataString(cluster.ClusterId)}{http.Request.QueryString}")
            : Page.Of<ClusterDetails>(new
            {
                Cluster = cluster,
                Decisions = await decisions.ViewAsync(http, [.. cluster.Members.Select(member => member.ArticleId)], cancellationToken),
            });
    }

    private static async Task<Results<Ok<Cluster>, ProblemHttpResult>> AnswerAsync(
        string id, IClusterQueries clusters, CancellationToken cancellationToken) =>
        await clusters.ClusterAsync(new ClusterKey(id), cancellationToken) is { } cluster
            ? TypedResults.Ok(cluster)
            : ApiProblem.NotFound("There is no such cluster.");
}
