using Ingest.Portal.Http;
using Ingest.Queries;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Ingest.Portal.Clusters;

/// <summary>People's decisions over the API.</summary>
internal static class DecisionApi
{
    public static void MapDecisionApi(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/decisions", async ([FromServices] IClusterDecisions decisions, CancellationToken cancellationToken) =>
                TypedResults.Ok(await decisions.ListAsync(new DecisionScan(), cancellationToken)))
            .WithName("decisions").WithSummary("What people decided about articles, oldest first.").WithTags("Clusters");
        routes.MapPost("/decisions", DecideAsync)
            .WithName("decide")
            .WithSummary("Joins two clusters (verdict 'same'), parts an article from its cluster or from another ('different'), or takes that back ('undecided').")
            .WithTags("Clusters")
            .TakesJson<DecisionRequest>();
    }

    private static async Task<Results<Ok<Decision>, ProblemHttpResult>> DecideAsync(
        HttpContext http, [FromServices] IClusterDecisions decisions, CancellationToken cancellationToken)
    {
        var (request, problem) = await JsonBody.ReadAsync<DecisionRequest>(http, cancellationToken);
        if (request is null)
        {
            return problem!;
        }

        if (request is not { First.Length: > 0, Verdict: not null })
        {
            return ApiProblem.BadRequest("The body must be an object with first, verdict and, for 'same', second.");
        }

        var result = await decisions.DecideAsync(request with { By = request.By ?? "" }, cancellationToken);
        return result.Decision is { } decision ? TypedResults.Ok(decision) : ApiProblem.BadRequest(result.Mistake!);
    }
}
