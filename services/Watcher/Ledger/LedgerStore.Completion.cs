using Dapper;

namespace Ingest.Watcher.Ledger;

/// <summary>What happens to files that are done.</summary>
internal sealed partial class LedgerStore
{
    /// <summary>Files that are to be moved or deleted, in order of row number.</summary>
    public async Task<IReadOnlyList<FileRow>> PendingDispositionsAsync(long afterRow, int limit, CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(cancellationToken);
        return (await connection.QueryAsync<FileRow>(
            $"SELECT {Columns} FROM files f WHERE f.disposition = 'pending' AND f.row_no > @afterRow ORDER BY f.row_no LIMIT @limit",
            new { afterRow, limit })).AsList();
    }

    /// <summary>What was moved or deleted, and (<paramref name="foreign"/>) what stands there but is not what was completed.</summary>
    public Task DisposedAsync(IEnumerable<FileRow> done, IEnumerable<FileRow> foreign, CancellationToken cancellationToken)
    {
        const string sql =
            "UPDATE files SET disposition = @disposition WHERE row_no = @RowNo AND revision = @Revision AND disposition = 'pending'";
        var changes = done.Select(row => new { disposition = (string?)Dispositions.Done, row.RowNo, row.Revision })
            .Concat(foreign.Select(row => new { disposition = (string?)null, row.RowNo, row.Revision }))
            .ToList();
        return WriteAsync((connection, transaction) => connection.ExecuteAsync(sql, changes, transaction), cancellationToken);
    }

    /// <summary>Every watch the ledger has ever opened.</summary>
    public async Task<IReadOnlyList<WatchEntry>> WatchesAsync(CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(cancellationToken);
        return (await connection.QueryAsync<WatchEntry>(
            "SELECT name AS Name, root AS Root, root_identity AS RootIdentity FROM watches ORDER BY name")).AsList();
    }
}
