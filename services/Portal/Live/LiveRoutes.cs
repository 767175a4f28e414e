using Ingest.Portal.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Ingest.Portal.Live;

internal static class LiveRoutes
{
    public static void MapLive(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/live", IResult (HttpContext http, LiveFeed feed, CancellationToken cancellationToken) =>
        {
            if (feed.IsFull)
            {
                return TypedResults.Problem("Too many pages follow already.", statusCode: StatusCodes.Status503ServiceUnavailable);
            }

            // Proxies such as nginx would gather the events otherwise.
            http.Response.Headers["X-Accel-Buffering"] = "no";
            return TypedResults.ServerSentEvents(feed.ListenAsync(cancellationToken));
        }).AddEndpointFilter(SecurityHeaders.AddAsync).ExcludeFromDescription();
}
