using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Ingest.Portal.Http;
using Ingest.Queries;
using Ingest.Queries.Export;

namespace Ingest.Portal.Batches;

/// <summary>A batch's report.</summary>
internal sealed class ReportDownload(IFileQueries files, long number, bool asCsv) : Download(
    string.Create(CultureInfo.InvariantCulture, $"batch-{number}.{(asCsv ? "csv" : "ndjson")}"), asCsv ? "text/csv; charset=utf-8; header=present" : "application/x-ndjson; charset=utf-8")
{
    private const int RowsAtOnce = 1000;

    protected override async IAsyncEnumerable<string> PiecesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        if (asCsv)
        {
            Csv.Append(text, "path", "state", "reason", "detail", "articles", "warnings", "attempts", "size", "discoveredAt", "finishedAt", "fileId", "traceId");
        }

        // Pages as long as the parts that a kept report has: shorter ones would each unpack a part from its start.
        for (var request = new BatchReport(number); request is not null;)
        {
            var page = await files.ReportAsync(request, cancellationToken);
            foreach (var rows in page.Files.Chunk(RowsAtOnce))
            {
                Array.ForEach(rows, file => Append(text, file));
                yield return text.ToString();
                text.Clear();
            }

            request = page.Next is null ? null : request with { After = page.Next };
        }

        if (text.Length > 0)
        {
            yield return text.ToString();
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
