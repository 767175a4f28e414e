using Ingest.Portal.Layout;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ingest.Portal.Http;

/// <summary>What shows that a form was filled in on a page of this portal.</summary>
internal static class FormToken
{
    /// <summary>Name of the field that carries it.</summary>
    public const string Field = "form-token";

    public static string Of(IAntiforgery antiforgery, HttpContext http)
    {
        // Else it complains in the log that it overrides them.
        http.Response.Headers.Remove("Cache-Control");
        var tokens = antiforgery.GetAndStoreTokens(http);
        // It sets weaker ones of its own.
        SecurityHeaders.Set(http.Response.Headers);
        return tokens.RequestToken!;
    }

    public static async Task<bool> IsValidAsync(IAntiforgery antiforgery, HttpContext http) =>
        http.Request.HasFormContentType && await antiforgery.IsRequestValidAsync(http);

    public static RazorComponentResult<ProblemPage> Refusal() => Page.Problem(
        StatusCodes.Status400BadRequest,
        "This page was too old",
        "The button came from a page that is no longer valid, or from another site. Nothing was changed: open the page again and repeat.");
}
