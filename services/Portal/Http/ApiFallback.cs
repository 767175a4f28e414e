using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;

namespace Ingest.Portal.Http;

/// <summary>What the API answers where no route takes a request: that the method is wrong where the path is right, else that there is no such route.</summary>
internal static class ApiFallback
{
    public static ProblemHttpResult Answer(HttpContext http, EndpointDataSource endpoints)
    {
        var allowed = endpoints.Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText?.StartsWith("/api/", StringComparison.Ordinal) == true && Matches(endpoint, http.Request.Path))
            .SelectMany(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [])
            .Distinct()
            .ToArray();
        if (allowed.Length == 0)
        {
            return ApiProblem.NotFound("There is no such route; /openapi/v1.json lists them.");
        }

        http.Response.Headers.Allow = string.Join(", ", allowed);
        return TypedResults.Problem($"This route takes {string.Join(" and ", allowed)} only.", statusCode: StatusCodes.Status405MethodNotAllowed);
    }

    private static bool Matches(RouteEndpoint endpoint, PathString path) =>
        new TemplateMatcher(new RouteTemplate(endpoint.RoutePattern), []).TryMatch(path, []);
}
