using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;

namespace Ingest.Portal.Http;

/// <summary>Turns what goes wrong below the API into problem documents.</summary>
internal sealed class ApiErrors(ILogger<ApiErrors> logger) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        // The framework has already tried to read the parameters and says only by this code that one did not fit.
        if (http.Response.StatusCode >= StatusCodes.Status400BadRequest)
        {
            return TypedResults.Problem(
                $"{ReasonPhrases.GetReasonPhrase(http.Response.StatusCode)}: a parameter or the body has a wrong type; see /openapi/v1.json.",
                statusCode: http.Response.StatusCode);
        }

        try
        {
            return await next(context);
        }
        catch (HttpRequestException exception)
        {
            Log.ServiceUnavailable(logger, http.Request.Path, exception);
            return TypedResults.Problem("A service does not answer; try again.", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
        catch (Exception exception) when (!http.RequestAborted.IsCancellationRequested)
        {
            Log.RequestFailed(logger, http.Request.Path, exception);
            return TypedResults.Problem("The server failed; its log says why.", statusCode: StatusCodes.Status500InternalServerError);
        }
    }
}
