using System.Data.Common;
using System.Runtime.CompilerServices;
using Dapper;
using Ingest.Contracts;
using Ingest.Storage;

namespace Ingest.Watcher.Ledger;

/// <summary>What the folder side asks and tells.</summary>
internal sealed partial class LedgerStore
{
    /// <summary>Set when rows wait that could be published now.</summary>
    public event Action? WorkArrived;

    /// <inheritdoc/>
    public Task<WatchEntry> OpenWatchAsync(string root, string? name, CancellationToken cancellationToken) =>
        WriteAsync(async (connection, transaction) =>
        {
            root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(root));
            var watches = (await connection.QueryAsync<WatchEntry>(
                "SELECT name AS Name, root AS Root, root_identity AS RootIdentity FROM watches", transaction: transaction)).ToList();
            var chosen = WatchNames.Choose(root, name, watches, Directory.Exists);
            if (watches.Find(watch => watch.Name == chosen && watch.Root == root) is { } bound)
            {
                return bound;
            }

            await connection.ExecuteAsync(
                """
                INSERT INTO watches (name, root, root_identity) VALUES (@chosen, @root, NULL)
                ON CONFLICT (name) DO UPDATE SET root = excluded.root, root_identity = NULL
                """,
                new { chosen, root },
                transaction);
            return new WatchEntry(chosen, root, null);
        }, cancellationToken);

    /// <inheritdoc/>
    public Task SetRootIdentityAsync(string watch, string identity, CancellationToken cancellationToken) =>
        WriteAsync(
            (connection, transaction) => connection.ExecuteAsync(
                "UPDATE watches SET root_identity = @identity WHERE name = @watch", new { watch, identity }, transaction),
            cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<KnownFile?>> FindAsync(string watch, IReadOnlyList<string> paths, CancellationToken cancellationToken)
    {
        var ids = paths.Select(path => Identifiers.File(watch, path)).ToList();
        await using var connection = await OpenAsync(cancellationToken);
        var found = new Dictionary<string, KnownFile>(ids.Count);
        foreach (var chunk in IdLists.Chunks(ids))
        {
            var rows = await connection.QueryAsync<StampRow>(
                """
                SELECT file_id AS FileId, row_no AS RowNo, path AS Path, size AS Size, modified_ns AS ModifiedNs,
                    changed_ns AS ChangedNs, CASE WHEN desired <> 'absent' AND COALESCE(disposition, '') <> 'done' THEN 1 ELSE 0 END AS Present
                FROM files WHERE file_id IN @ids
                """,
                new { ids = chunk });
            foreach (var row in rows)
            {
                found[row.FileId] = row.ToKnownFile();
            }
        }

        return ids.ConvertAll(id => found.GetValueOrDefault(id));
    }

    /// <inheritdoc/>
    public async Task ObserveAsync(IReadOnlyList<ObservedFile> files, CancellationToken cancellationToken)
    {
        var finished = await WriteAsync(async (connection, transaction) =>
        {
            var now = Now;
            var rows = await LoadAsync(connection, transaction, files.Select(file => Identifiers.File(file.Watch, file.Path)));
            var begun = new List<FileRow>();
            var touched = new HashSet<FileRow>();
            foreach (var file in files)
            {
                var id = Identifiers.File(file.Watch, file.Path);
                if (rows.TryGetValue(id, out var row) && row.Has(file))
                {
                    row.Renew(file);
                    touched.Add(row);
                    continue;
                }

                var traceparent = Telemetry.Discover(id, file.Watch, file.Path, (row?.Revision ?? 0) + 1);
                if (row is null)
                {
                    rows[id] = row = FileRow.First(id, file, traceparent, now);
                }
                else
                {
                    begun.Add(row);
                    row.Become(file, traceparent, now);
                }

                PlanDisposition(row);
                touched.Add(row);
            }

            await ForgetSettledAsync(connection, transaction, begun);
            await SaveAsync(connection, transaction, touched, cancellationToken);
            return touched.Where(row => !row.IsOpen && row.FinishedAt == now).ToList();
        }, cancellationToken);
        Telemetry.Finished(finished);
        WorkArrived?.Invoke();
    }

    /// <inheritdoc/>
    public async Task RemoveAsync(string watch, IReadOnlyList<string> paths, CancellationToken cancellationToken)
    {
        var finished = await WriteAsync(async (connection, transaction) =>
        {
            var now = Now;
            var rows = await LoadAsync(connection, transaction, paths.Select(path => Identifiers.File(watch, path)));
            var removed = rows.Values
                .Where(row => row.Remove(Telemetry.Discover(row.FileId, watch, row.Path, row.Revision + 1, removed: true), now))
                .ToList();
            await ForgetSettledAsync(connection, transaction, removed);
            await SaveAsync(connection, transaction, removed, cancellationToken);
            return removed.Where(row => !row.IsOpen).ToList();
        }, cancellationToken);
        Telemetry.Finished(finished);
        WorkArrived?.Invoke();
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<KnownFile> PresentAsync(
        string watch, string? below, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // A page at a time with a connection of its own: the caller may take long between two, and nobody waits for it.
        const int page = 4096;
        var from = string.IsNullOrEmpty(below) ? "" : below + "/";
        var to = string.IsNullOrEmpty(below) ? "" : below + "0";
        for (var after = 0L; ;)
        {
            List<StampRow> rows;
            await using (var connection = await OpenAsync(cancellationToken))
            {
                rows = (await connection.QueryAsync<StampRow>(
                    """
                    SELECT row_no AS RowNo, path AS Path, size AS Size, modified_ns AS ModifiedNs, changed_ns AS ChangedNs, 1 AS Present
                    FROM files
                    WHERE row_no > @after AND watch = @watch AND desired <> 'absent' AND disposition IS NULL
                        AND (@to = '' OR (path >= @from AND path < @to))
                    ORDER BY row_no LIMIT @page
                    """,
                    new { after, watch, from, to, page })).AsList();
            }

            foreach (var row in rows)
            {
                yield return row.ToKnownFile();
            }

            if (rows.Count < page)
            {
                yield break;
            }

            after = rows[^1].RowNo;
        }
    }

    private static Task ForgetSettledAsync(DbConnection connection, DbTransaction transaction, List<FileRow> rows) =>
        rows.Count == 0
            ? Task.CompletedTask
            : connection.ExecuteAsync("DELETE FROM settled WHERE file_id = @FileId", rows, transaction);

    private sealed class StampRow
    {
        public string FileId { get; set; } = "";

        public long RowNo { get; set; }

        public string Path { get; set; } = "";

        public long Size { get; set; }

        public long ModifiedNs { get; set; }

        public long ChangedNs { get; set; }

        public long Present { get; set; }

        public KnownFile ToKnownFile() => new(RowNo, Path, new FileStamp(Size, ModifiedNs, ChangedNs), Present != 0);
    }
}
