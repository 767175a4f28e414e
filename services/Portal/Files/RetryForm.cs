using System.Globalization;
using Ingest.Portal.Http;
using Ingest.Queries;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Ingest.Portal.Files;

/// <summary>The retry button: a form with an antiforgery token, answered with a redirect so that a reload repeats nothing.</summary>
internal sealed class RetryForm
{
    public static async Task<IResult> SubmitAsync(
        HttpContext http, IFileQueries files, IAntiforgery antiforgery, ILogger<RetryForm> logger, CancellationToken cancellationToken)
    {
        if (!await FormToken.IsValidAsync(antiforgery, http))
        {
            return FormToken.Refusal();
        }

        var form = await http.Request.ReadFormAsync(cancellationToken);
        var canary = int.TryParse(Value("canary"), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : (int?)null;
        var request = new RetryRequest { State = Value("state"), Reason = Value("reason"), IdOrPath = Value("file"), Limit = canary };
        if (RetryRules.Mistake(request) is { } mistake)
        {
            return Page.Problem(StatusCodes.Status400BadRequest, "This cannot be tried again", mistake);
        }

        var result = await files.RetryAsync(request, cancellationToken);
        Log.Retried(logger, result.FileIds.Count, request.State, request.Reason, request.IdOrPath);
        return TypedResults.LocalRedirect(
            canary is not null && result.FileIds.Count > 0 ? CanaryRoutes.Url(request, result)
            : request.IdOrPath is { } file && Value("back") == "file"
                ? $"/files/{Uri.EscapeDataString(file)}?retried={result.FileIds.Count}"
            : FilesInput.Url(retried: result.FileIds.Count));

        string? Value(string name) => form[name].ToString() is { Length: > 0 } value ? value : null;
    }
}
