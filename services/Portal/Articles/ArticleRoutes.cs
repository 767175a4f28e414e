using Ingest.Contracts;
using Ingest.Portal.Clusters;
using Ingest.Portal.Http;
using Ingest.Queries;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Ingest.Portal.Articles;

internal static class ArticleRoutes
{
    public static void MapArticlePage(this IEndpointRouteBuilder routes) => routes.MapGet("/articles/{id}", ShowAsync);

    public static void MapArticleApi(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/articles/{id}", AnswerAsync).WithName("article").WithSummary("One article, whole.").WithTags("Articles");

    private static async Task<IResult> ShowAsync(
        string id, IArticleQueries articles, IClusterQueries clusters, IFileQueries files, DecisionForm decisions, HttpContext http, CancellationToken cancellationToken)
    {
        if (await articles.GetAsync(new ArticleKey(id), cancellationToken) is not { } article)
        {
            return Page.NotFound("There is no such article; perhaps its file was removed or changed.");
        }

        var cluster = clusters.ClusterAsync(new ClusterKey(id), cancellationToken);
        var file = files.GetAsync(new FileKey(article.FileId), cancellationToken);
        return Page.Of<ArticleDetails>(new
        {
            Article = article,
            Cluster = await cluster,
            File = await file,
            Decisions = await decisions.ViewAsync(http, [id], cancellationToken),
        });
    }

    private static async Task<Results<Ok<Article>, ProblemHttpResult>> AnswerAsync(
        string id, IArticleQueries articles, CancellationToken cancellationToken) =>
        await articles.GetAsync(new ArticleKey(id), cancellationToken) is { } article
            ? TypedResults.Ok(article)
            : ApiProblem.NotFound("There is no such article.");
}
