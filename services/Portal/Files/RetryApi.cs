using System.Text.Json;
using Ingest.Portal.Http;
using Ingest.Queries;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Microsoft.OpenApi;

namespace Ingest.Portal.Files;

/// <summary>
/// The one command of the API. Safe without a form token: a browser sends <c>application/json</c> to another site only after
/// asking that site (CORS), which never agrees here; and what the browser itself calls cross-site is refused.
/// </summary>
internal static class RetryApi
{
    private const int LargestBody = 64 * 1024;

    public static void MapRetry(this IEndpointRouteBuilder files) =>
        files.MapPost("/retry", RetryAsync)
            .WithName("retryFiles")
            .WithSummary("Tries files again; returns at once. At least one of state, reason and idOrPath must be set.")
            .AddOpenApiOperationTransformer(DescribeBodyAsync);

    // The body is read by hand: the framework answers a malformed one before any filter could turn it into a problem document.
    private static async Task<Results<Ok<RetryResult>, ProblemHttpResult>> RetryAsync(
        HttpContext http, IFileQueries files, ILogger<RetryForm> logger, CancellationToken cancellationToken)
    {
        if (CrossSite.Is(http.Request))
        {
            return TypedResults.Problem("Requests from other sites are refused.", statusCode: StatusCodes.Status403Forbidden);
        }

        if (!http.Request.HasJsonContentType())
        {
            return TypedResults.Problem("The body must be application/json.", statusCode: StatusCodes.Status415UnsupportedMediaType);
        }

        var (request, mistake) = await ReadAsync(http, cancellationToken);
        if (request is null || (mistake = RetryRules.Mistake(request)) is not null)
        {
            return ApiProblem.BadRequest(mistake!);
        }

        var result = await files.RetryAsync(request, cancellationToken);
        Log.Retried(logger, result.FileIds.Count, request.State, request.Reason, request.IdOrPath);
        return TypedResults.Ok(result);
    }

    private static async Task<(RetryRequest? Request, string? Mistake)> ReadAsync(HttpContext http, CancellationToken cancellationToken)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = LargestBody;
        }

        try
        {
            return (await http.Request.ReadFromJsonAsync<RetryRequest>(cancellationToken), "The body must be an object.");
        }
        catch (JsonException exception)
        {
            return (null, $"The body is not what it should be: {exception.Message}");
        }
        catch (BadHttpRequestException exception)
        {
            return (null, $"The body cannot be read: {exception.Message}");
        }
    }

    private static async Task DescribeBodyAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken) =>
        operation.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType>
            {
                ["application/json"] = new() { Schema = await context.GetOrCreateSchemaAsync(typeof(RetryRequest), null, cancellationToken) },
            },
        };
}
