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
    public async Task ObserveAsync(IReadOnlyList<ObservedFile> files, CancellationToken cancellationToken)
    {
        var finished = await WriteAsync(async (connection, transaction) =>
        {
            var now = Now;
            var rows = await LoadAsync(connection, transaction, files.Select(file => Identifiers.File(file.Watch, file.Path)));
            var begun = new List<FileRow>();
            var news = new List<FileRow>();
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

                news.Add(row);
                PlanDisposition(row);
                touched.Add(row);
            }

            await JoinBatchAsync(connection, transaction, news, now);

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
            await JoinBatchAsync(connection, transaction, removed, now);
            await ForgetSettledAsync(connection, transaction, removed);
            await SaveAsync(connection, transaction, removed, cancellationToken);
            return removed.Where(row => !row.IsOpen).ToList();
        }, cancellationToken);
        Telemetry.Finished(finished);
        WorkArrived?.Invoke();
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<KnownFile> PresentAsync(
        string watch, string below, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // A page at a time: a read that lasted as long as a large scan's would keep the database from tidying its log.
        const int page = 4096;
        const string columns =
            "SELECT row_no, path, size, modified_ns, changed_ns FROM files WHERE desired <> 'absent' AND COALESCE(disposition, '') <> 'done' AND";
        var (after, from, to) = (0L, below + "/", below + "0");
        for (var read = page; read == page;)
        {
            read = 0;
            await using var connection = await OpenAsync(cancellationToken);

            // Two statements, as one with an OR in it would use no index. The COALESCE keeps the first from using one: an index by
            // watch would have all rows sorted by number for every page. Read column by column: this is a rescan's hot path.
            await using var rows = await connection.ExecuteReaderAsync(
                below.Length == 0
                    ? $"{columns} COALESCE(watch, '') = @watch AND row_no > @after ORDER BY row_no LIMIT {page}"
                    : $"{columns} watch = @watch AND path > @from AND path < @to ORDER BY path LIMIT {page}",
                new { watch, after, from, to });
            while (await rows.ReadAsync(cancellationToken))
            {
                read++;
                (after, from) = (rows.GetInt64(0), rows.GetString(1));
                yield return new KnownFile(after, from, new FileStamp(rows.GetInt64(2), rows.GetInt64(3), rows.GetInt64(4)));
            }
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> PathsAsync(IReadOnlyList<long> rows, CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(cancellationToken);
        var paths = new List<string>(rows.Count);
        foreach (var chunk in IdLists.Chunks(rows))
        {
            paths.AddRange(await connection.QueryAsync<string>("SELECT path FROM files WHERE row_no IN @rows", new { rows = chunk }));
        }

        return paths;
    }

    private static Task ForgetSettledAsync(DbConnection connection, DbTransaction transaction, List<FileRow> rows) =>
        rows.Count == 0
            ? Task.CompletedTask
            : connection.ExecuteAsync("DELETE FROM settled WHERE file_id = @FileId", rows, transaction);
}
