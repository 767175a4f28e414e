using Ingest.Contracts;
using Ingest.Portal.Http;
using Ingest.Queries;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Ingest.Portal.Compare;

internal static class CompareRoutes
{
    public static void MapComparePage(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/compare/{first}/{second}", ShowAsync);
        // What the form of a cluster sends.
        routes.MapGet("/compare", (string? a, string? b) => a is { Length: > 0 } && b is { Length: > 0 }
            ? TypedResults.LocalRedirect($"/compare/{Uri.EscapeDataString(a)}/{Uri.EscapeDataString(b)}")
            : (IResult)Page.Problem(StatusCodes.Status400BadRequest, "Two articles are needed", "Choose the two articles to be compared on the page of their cluster."));
    }

    public static void MapCompareApi(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/compare/{first}/{second}", AnswerAsync)
            .WithName("compare").WithSummary("How two articles stand to each other, with the evidence.").WithTags("Clusters");

    private static async Task<IResult> ShowAsync(
        string first, string second, IArticleQueries articles, IClusterQueries clusters, CancellationToken cancellationToken)
    {
        var (a, b) = await LoadAsync(first, second, articles, cancellationToken);
        return a is null || b is null
            ? Page.NotFound("One of the two articles is not there (any more).")
            : Page.Of<ComparePage>(new
            {
                First = a,
                Second = b,
                Comparison = await clusters.CompareAsync(new ComparisonRequest(a, b), cancellationToken),
                Cluster = await clusters.ClusterAsync(new ClusterKey(a.ArticleId), cancellationToken),
            });
    }

    private static async Task<Results<Ok<Comparison>, ProblemHttpResult>> AnswerAsync(
        string first, string second, IArticleQueries articles, IClusterQueries clusters, CancellationToken cancellationToken)
    {
        var (a, b) = await LoadAsync(first, second, articles, cancellationToken);
        return a is null || b is null
            ? ApiProblem.NotFound("One of the two articles is not there.")
            : TypedResults.Ok(await clusters.CompareAsync(new ComparisonRequest(a, b), cancellationToken));
    }

    private static async Task<(Article? First, Article? Second)> LoadAsync(
        string first, string second, IArticleQueries articles, CancellationToken cancellationToken) =>
        (await articles.GetAsync(new ArticleKey(first), cancellationToken), await articles.GetAsync(new ArticleKey(second), cancellationToken));
}
