using System.Data.Common;
using Ingest.Storage;

namespace Ingest.Watcher.Ledger;

/// <summary>How rows are written.</summary>
internal sealed partial class LedgerStore
{
    /// <summary>Columns that change in a row's life, in the order of <see cref="Values"/>.</summary>
    private static readonly string[] Changing =
    [
        "desired", "size", "modified_ns", "changed_ns", "sha256", "revision", "state", "reason", "detail", "outcome", "outcome_reason",
        "outcome_detail", "attempts", "faults", "faulted_attempt", "redrives", "next_attempt_at", "stalls_at", "article_count",
        "retracted_count", "settled_count", "warning_count", "ever_published", "disposition", "discovered_at", "published_at", "parsed_at",
        "finished_at", "traceparent", "portions_settled", "continues", "batch", "clustered_at",
    ];

    private static readonly string[] Fixed = ["file_id", "watch", "path"];

    private static readonly string Insert =
        $"INSERT INTO files ({string.Join(", ", [.. Changing, .. Fixed])}) VALUES ({string.Join(", ", Changing.Concat(Fixed).Select(column => "@" + column))})";

    private static readonly string Update =
        $"UPDATE files SET {string.Join(", ", Changing.Select(column => $"{column} = @{column}"))} WHERE row_no = @row_no";

    private static async Task SaveAsync(
        DbConnection connection, DbTransaction transaction, IReadOnlyCollection<FileRow> rows, CancellationToken cancellationToken)
    {
        await SaveAttemptsAsync(connection, transaction, rows, cancellationToken);
        var byNovelty = rows.ToLookup(row => row.RowNo == 0);
        if (byNovelty[true].Any())
        {
            await using var insert = new RepeatedStatement(connection, transaction, Insert, [.. Changing, .. Fixed]);
            foreach (var row in byNovelty[true])
            {
                await insert.ExecuteAsync(cancellationToken, [.. Values(row), row.FileId, row.Watch, row.Path]);
            }
        }

        if (byNovelty[false].Any())
        {
            await using var update = new RepeatedStatement(connection, transaction, Update, [.. Changing, "row_no"]);
            foreach (var row in byNovelty[false])
            {
                await update.ExecuteAsync(cancellationToken, [.. Values(row), row.RowNo]);
            }
        }
    }

    private static object?[] Values(FileRow row) =>
    [
        row.Desired, row.Size, row.ModifiedNs, row.ChangedNs, row.Sha256, row.Revision, row.State, row.Reason, row.Detail, row.Outcome, row.OutcomeReason,
        row.OutcomeDetail, row.Attempts, row.Faults, row.FaultedAttempt, row.Redrives, row.NextAttemptAt, row.StallsAt, row.ArticleCount,
        row.RetractedCount, row.SettledCount, row.WarningCount, row.EverPublished, row.Disposition, row.DiscoveredAt, row.PublishedAt, row.ParsedAt,
        row.FinishedAt, row.Traceparent, row.PortionsSettled, row.Continues, row.Batch, row.ClusteredAt,
    ];
}
