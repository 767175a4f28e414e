using System.Globalization;
using Ingest.Portal.Http;
using Ingest.Queries;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Ingest.Portal.Batches;

internal static class BatchRoutes
{
    private const int PageSize = 50;

    public static void MapBatchPages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/batches", ListAsync);
        routes.MapGet("/batches/{number:long}", ShowAsync);
    }

    public static void MapBatchApi(this IEndpointRouteBuilder routes)
    {
        var batches = routes.MapGroup("/batches").WithTags("Batches");
        batches.MapGet("", AnswerAsync).WithName("batches").WithSummary("Drops, imports and retries, the newest first.");
        batches.MapGet("/{number}", AnswerOneAsync).WithName("batch").WithSummary("One batch.");
        batches.MapGet("/{number}/report.csv", (long number, IFileQueries files, CancellationToken cancellationToken) => ReportAsync(number, true, files, cancellationToken))
            .WithName("batchReportCsv").WithSummary("What became of each file of a batch, as CSV.").Produces(200, contentType: "text/csv");
        batches.MapGet("/{number}/report.ndjson", (long number, IFileQueries files, CancellationToken cancellationToken) => ReportAsync(number, false, files, cancellationToken))
            .WithName("batchReport").WithSummary("The same, one JSON object a line.").Produces(200, contentType: "application/x-ndjson");
    }

    private static async Task<RazorComponentResult<BatchList>> ListAsync(string? before, IFileQueries files, TimeProvider time, CancellationToken cancellationToken)
    {
        var from = long.TryParse(before, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : (long?)null;
        return Page.Of<BatchList>(new
        {
            Page = await files.BatchesAsync(new BatchFilter(from, PageSize), cancellationToken),
            Before = from,
            Now = time.GetUtcNow(),
        });
    }

    private static async Task<IResult> ShowAsync(
        long number, IFileQueries files, IPipelineQueries pipeline, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await files.BatchAsync(new BatchKey(number), cancellationToken) is not { } batch)
        {
            return Page.NotFound("There is no such batch.");
        }

        var failed = await files.FindAsync(new FileFilter { Batch = number, State = FileStates.Failed, Order = "newest", Limit = 20 }, cancellationToken);
        var rejected = await files.FindAsync(new FileFilter { Batch = number, State = FileStates.Rejected, Order = "newest", Limit = 20 }, cancellationToken);
        var activity = batch.FinishedAt is null ? await pipeline.ActivityAsync(new ActivityRequest(), cancellationToken) : null;
        return Page.Of<BatchDetails>(new
        {
            Batch = batch,
            Troubles = failed.Files.Concat(rejected.Files).ToList(),
            FilesPerSecond = activity?.Batch?.Number == number ? activity.FilesPerSecond : 0,
            Now = time.GetUtcNow(),
        });
    }

    /// <param name="files">The Watcher.</param>
    /// <param name="before">next of the page before.</param>
    /// <param name="limit">Page size, 1 to 1,000.</param>
    /// <param name="cancellationToken">The client left.</param>
    private static async Task<Results<Ok<BatchPage>, ProblemHttpResult>> AnswerAsync(IFileQueries files, long? before, int? limit, CancellationToken cancellationToken) =>
        limit is < 1 or > 1000
            ? ApiProblem.BadRequest("limit must be 1 to 1000.")
            : TypedResults.Ok(await files.BatchesAsync(new BatchFilter(before, limit ?? PageSize), cancellationToken));

    private static async Task<Results<Ok<BatchEntry>, ProblemHttpResult>> AnswerOneAsync(long number, IFileQueries files, CancellationToken cancellationToken) =>
        await files.BatchAsync(new BatchKey(number), cancellationToken) is { } batch ? TypedResults.Ok(batch) : ApiProblem.NotFound("There is no such batch.");

    private static async Task<IResult> ReportAsync(long number, bool asCsv, IFileQueries files, CancellationToken cancellationToken) =>
        await files.BatchAsync(new BatchKey(number), cancellationToken) is null
            ? ApiProblem.NotFound("There is no such batch.")
            : new ReportDownload(files, number, asCsv);
}
