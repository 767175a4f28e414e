using Ingest.Portal.Http;
using Ingest.Queries;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace Ingest.Portal.Files;

internal static class FileRoutes
{
    public static void MapFilePages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/files", ListAsync);
        routes.MapGet("/files/canary", CanaryRoutes.ShowAsync);
        routes.MapGet("/files/{id}", ShowAsync);
        routes.MapPost("/files/retry", RetryForm.SubmitAsync);
    }

    private static async Task<RazorComponentResult<FilesList>> ListAsync(
        [AsParameters] FilesInput input,
        HttpContext http,
        IFileQueries files,
        IAntiforgery antiforgery,
        IOptions<PortalOptions> options,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var page = files.FindAsync(input.ToFilter(options.Value.FilesPerPage), cancellationToken);
        var summary = files.SummariseAsync(new SummaryRequest(), cancellationToken);
        return Page.Of<FilesList>(new
        {
            Input = input,
            Files = await page,
            Summary = await summary,
            Now = time.GetUtcNow(),
            Token = FormToken.Of(antiforgery, http),
        });
    }

    private static async Task<IResult> ShowAsync(
        string id,
        HttpContext http,
        IFileQueries files,
        IArticleQueries articles,
        IAntiforgery antiforgery,
        IOptions<PortalOptions> options,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (await files.GetAsync(new FileKey(id), cancellationToken) is not { } file)
        {
            return Page.NotFound("The ledger knows no such file.");
        }

        var now = time.GetUtcNow();
        var attempts = await files.AttemptsAsync(new FileRevision(file.FileId, file.Revision), cancellationToken);
        var list = await articles.OfFileAsync(new FileArticles(file.FileId), cancellationToken);
        return Page.Of<FileDetails>(new
        {
            File = file,
            Rows = Waterfall.Of(file, attempts.Attempts, now),
            Now = now,
            Articles = list.Articles,
            Members = await articles.MembersAsync(new FileMembers(file.FileId), cancellationToken),
            TraceLink = options.Value.TraceLink(file.TraceId),
            Token = FormToken.Of(antiforgery, http),
            Retried = http.Request.Query.ContainsKey("retried"),
        });
    }
}
