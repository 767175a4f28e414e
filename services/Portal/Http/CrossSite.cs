using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ingest.Portal.Http;

/// <summary>
/// Commands of the API carry no form token: a browser sends JSON bodies and PUT to another site only after asking that site (CORS), which
/// never agrees here; and what the browser itself calls cross-site is refused.
/// </summary>
internal static class CrossSite
{
    /// <summary>The answer to such a request; null when it is none.</summary>
    public static ProblemHttpResult? Refusal(HttpRequest request) =>
        Is(request) ? TypedResults.Problem("Requests from other sites are refused.", statusCode: StatusCodes.Status403Forbidden) : null;

    private static bool Is(HttpRequest request) => request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site";
}
