using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Ingest.Portal.Http;
using Ingest.Queries;

namespace Ingest.Portal.Batches;

/// <summary>A batch's report.</summary>
internal sealed class ReportDownload(IFileQueries files, long number, bool asCsv) : Download(
    string.Create(CultureInfo.InvariantCulture, $"batch-{number}.{(asCsv ? "csv" : "ndjson")}"), asCsv ? "text/csv; charset=utf-8; header=present" : "application/x-ndjson; charset=utf-8")
{
    protected override async IAsyncEnumerable<string> PiecesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        if (asCsv)
        {
            Csv.Append(text, "path", "state", "reason", "detail", "articles", "warnings", "attempts", "size", "discoveredAt", "finishedAt", "fileId", "traceId");
        }

        for (var request = new BatchReport(number, Limit: 1000); request is not null;)
        {
            var page = await files.ReportAsync(request, cancellationToken);
            foreach (var file in page.Files)
            {
                Append(text, file);
            }

            yield return text.ToString();
            text.Clear();
            request = page.Next is null ? null : request with { After = page.Next };
        }
    }

    private void Append(StringBuilder text, FileEntry file)
    {
        if (asCsv)
        {
            Csv.Append(
                text, file.Path, file.State, file.Reason, file.Detail, file.ArticleCount, file.WarningCount, file.Attempts, file.Size, file.DiscoveredAt, file.FinishedAt,
                file.FileId, file.TraceId);
        }
        else
        {
            text.Append(JsonSerializer.Serialize(file, Json)).Append('\n');
        }
    }
}
