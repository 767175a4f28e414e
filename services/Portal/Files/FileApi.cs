using Ingest.Portal.Http;
using Ingest.Queries;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Ingest.Portal.Files;

internal static class FileApi
{
    private const int LongestPath = 8192;

    public static void MapFileApi(this IEndpointRouteBuilder routes)
    {
        var files = routes.MapGroup("/files").WithTags("Files");
        files.MapGet("", ListAsync).WithName("files").WithSummary("The ledger, a page at a time.");
        files.MapGet("/summary", SummariseAsync).WithName("filesSummary").WithSummary("Files by state and reason.");
        files.MapGet("/find", FindAsync).WithName("fileByPath").WithSummary("One file by its path below the watched folder, or its full path.");
        files.MapGet("/{id}/attempts", AttemptsAsync).WithName("fileAttempts").WithSummary("Attempts at the current revision that came to nothing.");
        files.MapGet("/{id}", ShowAsync).WithName("file").WithSummary("One file by its identifier.");
        files.MapGet("/{id}/members", MembersAsync).WithName("fileMembers").WithSummary("What became of the members of a container, in its order.");
        files.MapRetry();
    }

    /// <param name="files">The Watcher.</param>
    /// <param name="state">inFlight, indexed, rejected, failed or removed.</param>
    /// <param name="reason">Reason code.</param>
    /// <param name="path">Part of the path.</param>
    /// <param name="batch">Number of a batch.</param>
    /// <param name="order">id, or newest: what came last comes first.</param>
    /// <param name="limit">Page size, 1 to 10,000.</param>
    /// <param name="after">next of the page before.</param>
    /// <param name="cancellationToken">The client left.</param>
    private static async Task<Results<Ok<FilePage>, ProblemHttpResult>> ListAsync(
        IFileQueries files, string? state, string? reason, string? path, long? batch, string? order, int? limit, string? after, CancellationToken cancellationToken)
    {
        var mistake = state is not null && !FileStates.All.Contains(state) ? $"state must be one of {string.Join(", ", FileStates.All)}."
            : order is not (null or "id" or "newest") ? "order must be id or newest."
            : limit is < 1 or > 10_000 ? "limit must be 1 to 10000."
            : null;
        return mistake is not null
            ? ApiProblem.BadRequest(mistake)
            : TypedResults.Ok(await files.FindAsync(
                new FileFilter { State = state, Reason = reason, Path = path, Batch = batch, Order = order ?? "id", Limit = limit ?? 100, After = after }, cancellationToken));
    }

    private static async Task<Ok<LedgerSummary>> SummariseAsync(IFileQueries files, string? watch, string? path, CancellationToken cancellationToken) =>
        TypedResults.Ok(await files.SummariseAsync(new SummaryRequest(watch, path), cancellationToken));

    private static async Task<Results<Ok<FileEntry>, ProblemHttpResult>> ShowAsync(string id, IFileQueries files, CancellationToken cancellationToken) =>
        await files.GetAsync(new FileKey(id), cancellationToken) is { } file
            ? TypedResults.Ok(file)
            : ApiProblem.NotFound("The ledger knows no such file.");

    /// <param name="files">The Watcher.</param>
    /// <param name="path">The path; required.</param>
    /// <param name="cancellationToken">The client left.</param>
    private static async Task<Results<Ok<FileEntry>, ProblemHttpResult>> FindAsync(IFileQueries files, string? path, CancellationToken cancellationToken) =>
        string.IsNullOrEmpty(path) || path.Length > LongestPath ? ApiProblem.BadRequest($"path must have 1 to {LongestPath} characters.")
        : await files.GetAsync(new FileKey(path), cancellationToken) is { } file ? TypedResults.Ok(file)
        : ApiProblem.NotFound("The ledger knows no such file (yet).");

    private static async Task<Results<Ok<AttemptList>, ProblemHttpResult>> AttemptsAsync(string id, IFileQueries files, CancellationToken cancellationToken) =>
        await files.GetAsync(new FileKey(id), cancellationToken) is { } file
            ? TypedResults.Ok(await files.AttemptsAsync(new FileRevision(file.FileId, file.Revision), cancellationToken))
            : ApiProblem.NotFound("The ledger knows no such file.");

    /// <param name="id">The container's identifier.</param>
    /// <param name="files">The Watcher.</param>
    /// <param name="articles">The Parser.</param>
    /// <param name="rejected">Only those that gave no article.</param>
    /// <param name="limit">Page size, 1 to 10,000.</param>
    /// <param name="after">next of the page before.</param>
    /// <param name="cancellationToken">The client left.</param>
    private static async Task<Results<Ok<MemberPage>, ProblemHttpResult>> MembersAsync(
        string id, IFileQueries files, IArticleQueries articles, bool? rejected, int? limit, long? after, CancellationToken cancellationToken)
    {
        if (limit is < 1 or > 10_000 || after < 0)
        {
            return ApiProblem.BadRequest("limit must be 1 to 10000, and after not negative.");
        }

        return await files.GetAsync(new FileKey(id), cancellationToken) is { } file
            ? TypedResults.Ok(await articles.MembersAsync(new FileMembers(file.FileId, after ?? 0, limit ?? 1000, rejected == true), cancellationToken))
            : ApiProblem.NotFound("The ledger knows no such file.");
    }
}
