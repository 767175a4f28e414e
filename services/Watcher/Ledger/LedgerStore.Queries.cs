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

    /// <summary>A million files are not counted each time: the store keeps the counts, see <c>0004_counts.sql</c>.</summary>
    private const string Counted =
        """
        SELECT state AS State, NULLIF(reason, '') AS Reason, SUM(files) AS Files, SUM(articles) AS Articles, SUM(settled) AS Settled, SUM(portions) AS Portions
        FROM counts WHERE @Watch IS NULL OR watch = @Watch GROUP BY state, reason HAVING SUM(files) > 0
        """;

    private const string Counting =
        """
        SELECT state AS State, reason AS Reason, COUNT(*) AS Files, COALESCE(SUM(article_count), 0) AS Articles, SUM(settled_count) AS Settled, SUM(portions_settled) AS Portions
        FROM files f WHERE
        """;

    private const string BelowPath = "(f.path = @Path OR (f.path >= @from AND f.path < @to))";

    // Where a path has so many files or more, some are met soon from the newest on.
    private const int FewPaths = 2_000;

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
            // A literal, so that the state's partial index is used.
            FileStates.Indexed or FileStates.Rejected or FileStates.Failed or FileStates.Removed => where.Append(" AND f.state = '").Append(filter.State).Append('\''),
            _ => where.Append(" AND f.state = @State"),
        };
        _ = filter.Reason is null ? where : where.Append(" AND f.reason = @Reason");
        _ = filter.Batch is null ? where : where.Append(" AND f.batch = @Batch");
        var limit = Math.Clamp(filter.Limit, 1, 10_000);
        var path = Containing(filter.Path);
        await using var connection = await OpenAsync(cancellationToken);
        if (path is not null)
        {
            // The index of paths is a tenth of the rows to read. Rows that have it often are quicker found in their own order.
            var few = (await connection.QueryAsync<long>($@"SELECT row_no FROM files WHERE path LIKE @path ESCAPE '\' LIMIT {FewPaths}", new { path })).AsList();
            where.Append(few.Count < FewPaths ? $" AND f.row_no IN ({string.Join(',', few)})" : @" AND f.path LIKE @path ESCAPE '\'");
        }

        var rows = (await connection.QueryAsync<FileRow>(
            $"SELECT {Columns} FROM files f WHERE {where} ORDER BY {(newest ? "f.batch DESC, f.row_no DESC" : "f.file_id")} LIMIT @take",
            new { after = filter.After ?? "", batch, rowNo, filter.State, filter.Reason, filter.Batch, path, take = limit + 1 })).AsList();
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

        var where = (request.Watch is null ? "1 = 1" : "f.watch = @Watch") + (request.Path is null ? "" : " AND " + BelowPath);
        var scope = new { request.Watch, request.Path, from = request.Path + "/", to = request.Path + "0" };
        await using var connection = await OpenAsync(cancellationToken);
        var groups = (await connection.QueryAsync<CountRow>(request.Path is null ? Counted : $"{Counting} {where} GROUP BY state, reason", scope)).AsList();
        foreach (var group in groups)
        {
            states[RowStates.Shown(group.State)] += group.Files;
        }

        var open = groups.Where(group => RowStates.Shown(group.State) == FileStates.InFlight).ToList();
        var oldest = open.Count == 0 ? null : await connection.ExecuteScalarAsync<long?>(
            $"SELECT MIN(discovered_at) FROM files f WHERE f.state IN {OpenStates} AND {where}", scope);
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
            Articles = groups.Where(group => group.State == RowStates.Indexed).Sum(group => group.Articles),
            ArticlesInFlight = open.Sum(group => group.Settled),
            PortionsInFlight = open.Sum(group => group.Portions),
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
