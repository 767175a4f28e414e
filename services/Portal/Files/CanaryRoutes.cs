using Ingest.Portal.Http;
using Ingest.Queries;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace Ingest.Portal.Files;

/// <summary>A few files of a group are tried; the page shows what became of them, and a person decides on the rest.</summary>
internal static class CanaryRoutes
{
    private const int MostCanaries = 50;

    public static string Url(RetryRequest request, RetryResult result) =>
        $"/files/canary?state={Uri.EscapeDataString(request.State ?? "")}&reason={Uri.EscapeDataString(request.Reason ?? "")}&files={string.Join(',', result.FileIds.Take(MostCanaries))}";

    public static async Task<IResult> ShowAsync(HttpContext http, IFileQueries files, IAntiforgery antiforgery, TimeProvider time, CancellationToken cancellationToken)
    {
        var query = http.Request.Query;
        var (state, reason) = (Text("state"), Text("reason"));
        var canaries = new List<FileEntry>();
        foreach (var id in query["files"].ToString().Split(',', StringSplitOptions.RemoveEmptyEntries).Distinct().Take(MostCanaries))
        {
            if (await files.GetAsync(new FileKey(id), cancellationToken) is { } file)
            {
                canaries.Add(file);
            }
        }

        if (canaries.Count == 0)
        {
            return Page.NotFound("None of these files is known.");
        }

        var summary = await files.SummariseAsync(new SummaryRequest(), cancellationToken);
        return Page.Of<CanaryPage>(new
        {
            Canaries = canaries,
            State = state,
            Reason = reason,
            Remaining = summary.Reasons.Where(group => (state is null || group.State == state) && (reason is null || group.Reason == reason)).Sum(group => group.Count),
            Token = FormToken.Of(antiforgery, http),
            Here = http.Request.Path + http.Request.QueryString.ToString(),
            Now = time.GetUtcNow(),
        });

        string? Text(string name) => query[name].ToString() is { Length: > 0 } value ? value : null;
    }
}
