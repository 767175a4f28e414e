using System.Text;
using Dapper;
using Ingest.Contracts;
using Ingest.Files;
using Ingest.Queries;
using FileEntry = Ingest.Queries.FileEntry;

namespace Ingest.Watcher.Ledger;

/// <summary>What people and other services ask.</summary>
internal sealed partial class LedgerStore : IFileQueries
{
    /// <summary>Name of the note that says why nothing is published.</summary>
    public const string PausedNote = "paused";

    private const string OpenStates = "('waiting', 'published', 'recheck')";

    /// <inheritdoc/>
    public async Task<FilePage> FindAsync(FileFilter filter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        if (await IsMissingAsync(cancellationToken))
        {
            return new FilePage([], null);
        }

        var newest = filter.Order == FileOrders.Newest;
        var (batch, rowNo) = FileOrders.Read(filter.After);
        var where = new StringBuilder(newest ? "(f.batch, f.row_no) < (@batch, @rowNo)" : "f.file_id > @after");
        _ = filter.State switch
        {
            null => where,
            FileStates.InFlight => where.Append(" AND f.state IN ").Append(OpenStates),
            // A literal, so that the partial indexes of the rare states are used.
            FileStates.Rejected => where.Append(" AND f.state = 'rejected'"),
            FileStates.Failed => where.Append(" AND f.state = 'failed'"),
            _ => where.Append(" AND f.state = @State"),
        };
        _ = filter.Reason is null ? where : where.Append(" AND f.reason = @Reason");
        _ = filter.Batch is null ? where : where.Append(" AND f.batch = @Batch");
        _ = filter.Path is null ? where : where.Append(@" AND f.path LIKE @path ESCAPE '\'");
        var limit = Math.Clamp(filter.Limit, 1, 10_000);
        await using var connection = await OpenAsync(cancellationToken);
        var rows = (await connection.QueryAsync<FileRow>(
            $"SELECT {Columns} FROM files f WHERE {where} ORDER BY {(newest ? "f.batch DESC, f.row_no DESC" : "f.file_id")} LIMIT @take",
            new { after = filter.After ?? "", batch, rowNo, filter.State, filter.Reason, filter.Batch, path = Containing(filter.Path), take = limit + 1 })).AsList();
        var roots = await RootsAsync(cancellationToken);
        var page = rows.Take(limit).Select(row => Shown(row, roots)).ToList();
        return new FilePage(page, rows.Count <= limit ? null : newest ? FileOrders.Cursor(rows[limit - 1]) : page[^1].FileId);
    }

    /// <inheritdoc/>
    public async Task<FileEntry?> GetAsync(FileKey key, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(key);
        var rows = await NamedAsync(key.IdOrPath, cancellationToken);
        // Two watches may have the same path; what is still there is what is meant.
        return rows.OrderBy(row => row.Desired == Desires.Absent).Select(row => row.FileId).FirstOrDefault() is { } id
            ? Shown(rows.First(row => row.FileId == id), await RootsAsync(cancellationToken))
            : null;
    }

    /// <inheritdoc/>
    public async Task<LedgerSummary> SummariseAsync(SummaryRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var states = FileStates.All.ToDictionary(state => state, _ => 0L);
        if (await IsMissingAsync(cancellationToken))
        {
            return new LedgerSummary { States = states, Reasons = [], Articles = 0 };
        }

        // Without a path the watch must not lead to the index of paths: it reads each row of a large watch where it lies.
        var where = (request.Watch is null ? "1 = 1" : request.Path is null ? "(f.watch || '') = @Watch" : "f.watch = @Watch")
            + (request.Path is null ? "" : " AND (f.path = @Path OR (f.path >= @from AND f.path < @to))");
        var scope = new { request.Watch, request.Path, from = request.Path + "/", to = request.Path + "0" };
        await using var connection = await OpenAsync(cancellationToken);
        var groups = (await connection.QueryAsync<(string State, string? Reason, long Files, long? Articles)>(
            $"SELECT f.state, f.reason, COUNT(*), SUM(f.article_count) FROM files f WHERE {where} GROUP BY f.state, f.reason", scope)).AsList();
        foreach (var group in groups)
        {
            states[RowStates.Shown(group.State)] += group.Files;
        }

        // One branch for each open state, as each has an index of its own.
        var (oldest, articles, portions) = states[FileStates.InFlight] == 0
            ? default
            : await connection.QuerySingleAsync<(long? Oldest, long Articles, long Portions)>(
                $"""
                SELECT MIN(discovered_at), COALESCE(SUM(settled_count), 0), COALESCE(SUM(portions_settled), 0) FROM (
                    SELECT f.discovered_at, f.settled_count, f.portions_settled FROM files f WHERE f.state = 'waiting' AND {where}
                    UNION ALL SELECT f.discovered_at, f.settled_count, f.portions_settled FROM files f WHERE f.state = 'published' AND {where}
                    UNION ALL SELECT f.discovered_at, f.settled_count, f.portions_settled FROM files f WHERE f.state = 'recheck' AND {where}) open
                """,
                scope);
        return new LedgerSummary
        {
            States = states,
            Reasons =
            [
                .. groups.Where(group => group.State is RowStates.Rejected or RowStates.Failed)
                    .GroupBy(group => (group.State, Reason: group.Reason ?? ""))
                    .Select(group => new ReasonCount(group.Key.State, group.Key.Reason, group.Sum(row => row.Files)))
                    .OrderByDescending(reason => reason.Count)
                    .ThenBy(reason => reason.Reason, StringComparer.Ordinal),
            ],
            Articles = groups.Where(group => group.State == RowStates.Indexed).Sum(group => group.Articles ?? 0),
            ArticlesInFlight = articles,
            PortionsInFlight = portions,
            OldestInFlight = LedgerTime.FromMicroseconds(oldest),
            Paused = await connection.QuerySingleOrDefaultAsync<string?>("SELECT value FROM notes WHERE name = @PausedNote", new { PausedNote }),
        };
    }

    /// <inheritdoc/>
    public async Task<RetryResult> RetryAsync(RetryRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request is { State: null, Reason: null, IdOrPath: null } || await IsMissingAsync(cancellationToken))
        {
            return new RetryResult([]);
        }

        var named = request.IdOrPath is null ? null : (await NamedAsync(request.IdOrPath, cancellationToken)).ConvertAll(row => row.FileId);
        var result = await WriteAsync(async (connection, transaction) =>
        {
            var where = (request.State, named) switch
            {
                (FileStates.InFlight, _) => "f.state IN " + OpenStates,
                ({ } state, _) => "f.state = @state",
                (null, not null) => "f.state <> 'removed'",
                _ => "f.state IN ('rejected', 'failed')",
            };
            where += request.Reason is null ? "" : " AND f.reason = @Reason";
            where += named is null ? "" : " AND f.file_id IN @named";
            var rows = (await connection.QueryAsync<FileRow>(
                $"SELECT {Columns} FROM files f WHERE {where} ORDER BY f.file_id LIMIT @limit",
                new { state = request.State, request.Reason, named, limit = request.Limit ?? int.MaxValue },
                transaction)).AsList();
            var now = Now;
            rows.ForEach(row => row.Retry(now));
            await JoinBatchAsync(connection, transaction, rows, now);
            await ForgetSettledAsync(connection, transaction, rows);
            await SaveAsync(connection, transaction, rows, cancellationToken);
            return new RetryResult(rows.ConvertAll(row => row.FileId));
        }, cancellationToken);
        WorkArrived?.Invoke();
        return result;
    }

    private async Task<List<FileRow>> NamedAsync(string idOrPath, CancellationToken cancellationToken)
    {
        if (await IsMissingAsync(cancellationToken))
        {
            return [];
        }

        var roots = await RootsAsync(cancellationToken);
        await using var connection = await OpenAsync(cancellationToken);
        // The path is the identity's second half, so each watch gives one candidate, and no index on the path is needed.
        var ids = roots.Keys.Select(watch => Identifiers.File(watch, idOrPath)).Append(idOrPath.ToLowerInvariant()).ToList();
        foreach (var (watch, root) in roots)
        {
            if (Path.IsPathRooted(idOrPath) && Path.GetFullPath(idOrPath).StartsWith(root + "/", StringComparison.Ordinal))
            {
                ids.Add(Identifiers.File(watch, RelativePath.Decode(Encoding.UTF8.GetBytes(Path.GetFullPath(idOrPath)[(root.Length + 1)..]))));
            }
        }

        return (await connection.QueryAsync<FileRow>($"SELECT {Columns} FROM files f WHERE f.file_id IN @ids ORDER BY f.watch", new { ids })).AsList();
    }

    private async Task<Dictionary<string, string>> RootsAsync(CancellationToken cancellationToken) =>
        (await WatchesAsync(cancellationToken)).ToDictionary(watch => watch.Name, watch => watch.Root);

    private static string? Containing(string? text) => text is null ? null
        : $"%{text.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal)}%";

    private static FileEntry Shown(FileRow row, Dictionary<string, string> roots) => new()
    {
        FileId = row.FileId,
        Watch = row.Watch,
        Root = roots.GetValueOrDefault(row.Watch, ""),
        Path = row.Path,
        State = RowStates.Shown(row.State),
        Reason = row.Reason,
        Detail = row.Detail,
        Revision = row.Revision,
        Size = row.Size,
        Sha256 = row.Sha256,
        Attempts = (int)row.Attempts,
        ArticleCount = (int?)row.ArticleCount,
        SettledCount = (int)row.SettledCount,
        WarningCount = (int)row.WarningCount,
        DiscoveredAt = LedgerTime.FromMicroseconds(row.DiscoveredAt),
        PublishedAt = LedgerTime.FromMicroseconds(row.PublishedAt),
        ParsedAt = LedgerTime.FromMicroseconds(row.ParsedAt),
        FinishedAt = LedgerTime.FromMicroseconds(row.FinishedAt),
        NextAttemptAt = row.State == RowStates.Waiting ? LedgerTime.FromMicroseconds(row.NextAttemptAt) : null,
        ClusteredAt = LedgerTime.FromMicroseconds(row.ClusteredAt),
        Batch = row.Batch,
        TraceId = Telemetry.TraceId(row.Traceparent),
    };
}
