using Microsoft.AspNetCore.Http;

namespace Ingest.Portal.Http;

/// <summary>
/// Commands of the API carry no form token: a browser sends JSON bodies and PUT to another site only after asking that site (CORS), which
/// never agrees here; and what the browser itself calls cross-site is refused.
/// </summary>
internal static class CrossSite
{
    public static bool Is(HttpRequest request) => request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site";
}
