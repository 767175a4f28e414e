using Ingest.Portal.Http;
using Ingest.Queries;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Ingest.Portal.Files;

/// <summary>The retry button: a form with an antiforgery token, answered with a redirect so that a reload repeats nothing.</summary>
internal sealed class RetryForm
{
    public static string Token(IAntiforgery antiforgery, HttpContext http)
    {
        var tokens = antiforgery.GetAndStoreTokens(http);
        // It sets weaker ones of its own.
        SecurityHeaders.Set(http.Response.Headers);
        return tokens.RequestToken!;
    }

    public static async Task<IResult> SubmitAsync(
        HttpContext http, IFileQueries files, IAntiforgery antiforgery, ILogger<RetryForm> logger, CancellationToken cancellationToken)
    {
        if (!http.Request.HasFormContentType || !await antiforgery.IsRequestValidAsync(http))
        {
            return Page.Problem(
                StatusCodes.Status400BadRequest,
                "This page was too old",
                "The button came from a page that is no longer valid, or from another site. Nothing was changed: open the files again and repeat.");
        }

        var form = await http.Request.ReadFormAsync(cancellationToken);
        var request = new RetryRequest { State = Value("state"), Reason = Value("reason"), IdOrPath = Value("file") };
        if (RetryRules.Mistake(request) is { } mistake)
        {
            return Page.Problem(StatusCodes.Status400BadRequest, "This cannot be tried again", mistake);
        }

        var result = await files.RetryAsync(request, cancellationToken);
        Log.Retried(logger, result.FileIds.Count, request.State, request.Reason, request.IdOrPath);
        return TypedResults.LocalRedirect(
            request.IdOrPath is { } file && Value("back") == "file"
                ? $"/files/{Uri.EscapeDataString(file)}?retried={result.FileIds.Count}"
                : FilesInput.Url(retried: result.FileIds.Count));

        string? Value(string name) => form[name].ToString() is { Length: > 0 } value ? value : null;
    }
}
