using System.Data.Common;
using Dapper;
using Ingest.Storage;

namespace Ingest.Watcher.Ledger;

/// <summary>
/// The ledger in its database. Every change is: load rows, let <see cref="FileRow"/> decide, save, all in one transaction. One
/// part a caller: the folder (<c>Intake</c>), the stages (<c>Progress</c>), the dispatcher, completion, and queries.
/// </summary>
/// <param name="database">Where it is; migrated at first use.</param>
/// <param name="rules">When files are published again, and what happens to finished ones.</param>
/// <param name="time">The clock.</param>
/// <param name="onlyIfThere">For tools that look: where nobody has made a ledger yet, answer that it is empty, and make none.</param>
internal sealed partial class LedgerStore(Database database, LedgerRules rules, TimeProvider time, bool onlyIfThere = false) : ILedgerIntake, IDisposable
{
    private const string Columns =
        """
        f.row_no AS RowNo, f.file_id AS FileId, f.watch AS Watch, f.path AS Path, f.desired AS Desired, f.size AS Size,
        f.modified_ns AS ModifiedNs, f.changed_ns AS ChangedNs, f.sha256 AS Sha256, f.revision AS Revision, f.state AS State,
        f.reason AS Reason, f.detail AS Detail, f.outcome AS Outcome, f.outcome_reason AS OutcomeReason,
        f.outcome_detail AS OutcomeDetail, f.attempts AS Attempts, f.faults AS Faults, f.faulted_attempt AS FaultedAttempt,
        f.redrives AS Redrives, f.next_attempt_at AS NextAttemptAt, f.stalls_at AS StallsAt, f.article_count AS ArticleCount,
        f.retracted_count AS RetractedCount, f.settled_count AS SettledCount, f.warning_count AS WarningCount,
        f.ever_published AS EverPublished, f.disposition AS Disposition, f.discovered_at AS DiscoveredAt,
        f.published_at AS PublishedAt, f.parsed_at AS ParsedAt, f.finished_at AS FinishedAt, f.traceparent AS Traceparent,
        f.portions_settled AS PortionsSettled, f.continues AS Continues, f.batch AS Batch, f.clustered_at AS ClusteredAt
        """;

    // SQLite has one writer at a time and makes the others poll; here they queue.
    private readonly SemaphoreSlim _writer = new(1);
    private readonly Lock _migrating = new();
    private volatile bool _migrated;
    private volatile bool _made;

    private long Now => time.GetUtcNow().ToMicroseconds();

    /// <summary>Whether this only looks, and nobody has made a ledger here yet.</summary>
    private async Task<bool> IsMissingAsync(CancellationToken cancellationToken)
    {
        _made = _made || !onlyIfThere || await database.AskAsync(
            async connection => await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM watches") >= 0, nothing: false, cancellationToken);
        return !_made;
    }

    public void Dispose() => _writer.Dispose();

    private async Task<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        if (!_migrated && !onlyIfThere)
        {
            lock (_migrating)
            {
                if (!_migrated)
                {
                    database.Migrate(typeof(LedgerStore));
                    _migrated = true;
                }
            }
        }

        return await database.OpenAsync(cancellationToken);
    }

    private async Task<T> WriteAsync<T>(Func<DbConnection, DbTransaction, Task<T>> change, CancellationToken cancellationToken)
    {
        await _writer.WaitAsync(cancellationToken);
        try
        {
            await using var connection = await OpenAsync(cancellationToken);
            await using var transaction = await database.BeginWriteAsync(connection, cancellationToken);
            var result = await change(connection, transaction);
            await transaction.CommitAsync(cancellationToken);
            return result;
        }
        finally
        {
            _writer.Release();
        }
    }

    private static async Task<Dictionary<string, FileRow>> LoadAsync(DbConnection connection, DbTransaction? transaction, IEnumerable<string> fileIds)
    {
        var found = new Dictionary<string, FileRow>();
        foreach (var ids in IdLists.Chunks(fileIds.Distinct()))
        {
            var rows = await connection.QueryAsync<FileRow>(
                $"SELECT {Columns} FROM files f WHERE f.file_id IN @ids", new { ids }, transaction);
            foreach (var row in rows)
            {
                found[row.FileId] = row;
            }
        }

        return found;
    }
}
