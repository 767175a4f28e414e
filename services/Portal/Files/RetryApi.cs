using Ingest.Portal.Http;
using Ingest.Queries;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace Ingest.Portal.Files;

/// <summary>Trying files again over the API.</summary>
internal static class RetryApi
{
    public static void MapRetry(this IEndpointRouteBuilder files) =>
        files.MapPost("/retry", RetryAsync)
            .WithName("retryFiles")
            .WithSummary("Tries files again; returns at once. At least one of state, reason and idOrPath must be set.")
            .TakesJson<RetryRequest>();

    private static async Task<Results<Ok<RetryResult>, ProblemHttpResult>> RetryAsync(
        HttpContext http, IFileQueries files, ILogger<RetryForm> logger, CancellationToken cancellationToken)
    {
        var (request, problem) = await JsonBody.ReadAsync<RetryRequest>(http, cancellationToken);
        if (request is null)
        {
            return problem!;
        }

        if (RetryRules.Mistake(request) is { } mistake)
        {
            return ApiProblem.BadRequest(mistake);
        }

        var result = await files.RetryAsync(request, cancellationToken);
        Log.Retried(logger, result.FileIds.Count, request.State, request.Reason, request.IdOrPath);
        return TypedResults.Ok(result);
    }
}
