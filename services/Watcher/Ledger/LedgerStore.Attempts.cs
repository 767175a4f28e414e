using System.Data.Common;
using Dapper;
using Ingest.Queries;
using Ingest.Storage;

namespace Ingest.Watcher.Ledger;

/// <summary>Attempts that came to nothing.</summary>
internal sealed partial class LedgerStore
{
    /// <inheritdoc/>
    public async Task<AttemptList> AttemptsAsync(FileRevision key, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(key);
        await using var connection = await OpenAsync(cancellationToken);
        var rows = await connection.QueryAsync<(long Attempt, long PublishedAt, long EndedAt, string Reason, string? Detail)>(
            """
            SELECT attempt, published_at, ended_at, reason, detail FROM attempts WHERE file_id = @FileId AND revision = @Revision
            ORDER BY attempt LIMIT 1000
            """,
            new { key.FileId, key.Revision });
        return new AttemptList([.. rows.Select(row => new FileAttempt(
            (int)row.Attempt, LedgerTime.FromMicroseconds(row.PublishedAt), LedgerTime.FromMicroseconds(row.EndedAt), row.Reason, row.Detail))]);
    }

    private static async Task SaveAttemptsAsync(
        DbConnection connection, DbTransaction transaction, IEnumerable<FileRow> rows, CancellationToken cancellationToken)
    {
        var ended = rows.Where(row => row.Ended is not null).ToList();
        if (ended.Count == 0)
        {
            return;
        }

        await using var save = new RepeatedStatement(
            connection,
            transaction,
            """
            INSERT INTO attempts (file_id, revision, attempt, published_at, ended_at, reason, detail)
            VALUES (@file, @revision, @attempt, @published, @ended, @reason, @detail)
            ON CONFLICT (file_id, revision, attempt) DO UPDATE SET ended_at = excluded.ended_at, reason = excluded.reason, detail = excluded.detail
            """,
            "file", "revision", "attempt", "published", "ended", "reason", "detail");
        foreach (var row in ended)
        {
            var (attempt, published, at, reason, detail) = row.Ended!.Value;
            await save.ExecuteAsync(cancellationToken, row.FileId, row.Revision, attempt, published, at, reason, detail);
            row.Ended = null;
        }
    }
}
