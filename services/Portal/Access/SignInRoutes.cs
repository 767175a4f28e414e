using Ingest.Portal.Http;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace Ingest.Portal.Access;

internal static class SignInRoutes
{
    public static void MapSignIn(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(AccessControl.SignInPath, (HttpContext http, IAntiforgery antiforgery) =>
            Page.Of<SignIn>(new { Token = FormToken.Of(antiforgery, http), Next = Local(http.Request.Query["next"]), Failed = false }));
        routes.MapPost(AccessControl.SignInPath, SubmitAsync);
    }

    private static async Task<IResult> SubmitAsync(HttpContext http, IAntiforgery antiforgery, AccessControl access, ILogger<AccessControl> logger)
    {
        if (!await FormToken.IsValidAsync(antiforgery, http))
        {
            return FormToken.Refusal();
        }

        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var next = Local(form["next"]);
        if (!access.IsKey(form["key"]))
        {
            Log.WrongKey(logger, http.Connection.RemoteIpAddress?.ToString());
            var page = Page.Of<SignIn>(new { Token = FormToken.Of(antiforgery, http), Next = next, Failed = true });
            page.StatusCode = StatusCodes.Status403Forbidden;
            return page;
        }

        access.Remember(http);
        return TypedResults.LocalRedirect(next);
    }

    /// <summary>A path of this site; a link that leads on to another one after signing in would be believed.</summary>
    private static string Local(string? next) =>
        next is ['/', ..] && next is not ['/', '/' or '\\', ..] && !next.Any(char.IsControl) && next.Length < 4000 ? next : "/";
}
