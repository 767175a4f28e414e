using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Ingest.Portal.Http;

/// <summary>Turns what goes wrong below a page into a page that says what to do.</summary>
internal sealed class PageErrors(ILogger<PageErrors> logger) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        try
        {
            return http.Response.StatusCode >= StatusCodes.Status400BadRequest
                ? Page.Problem(http.Response.StatusCode, "This link is damaged", "A part of the address cannot be read.")
                : await next(context);
        }
        catch (HttpRequestException exception)
        {
            Log.ServiceUnavailable(logger, http.Request.Path, exception);
            return Page.Problem(
                StatusCodes.Status503ServiceUnavailable,
                "A service does not answer",
                "One of the services behind this page is not running or is starting. Try again in a moment.");
        }
        catch (Exception exception) when (!http.RequestAborted.IsCancellationRequested)
        {
            Log.RequestFailed(logger, http.Request.Path, exception);
            return Page.Problem(StatusCodes.Status500InternalServerError, "Something went wrong", "The server's log says what. Nothing was lost.");
        }
    }
}
