using Dapper;
using Ingest.Storage;

namespace Ingest.Watcher.Ledger;

/// <summary>What the dispatcher asks and changes.</summary>
internal sealed partial class LedgerStore
{
    /// <summary>How many files are with the workers, and when the next one is due (null: none waits).</summary>
    public async Task<Backlog> BacklogAsync(CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(cancellationToken);
        var (published, due, recheck) = await connection.QuerySingleAsync<(long, long?, long)>(
            """
            SELECT (SELECT COUNT(*) FROM files WHERE state = 'published'),
                (SELECT MIN(next_attempt_at) FROM files WHERE state = 'waiting'),
                (SELECT COUNT(*) FROM files WHERE state = 'recheck')
            """);
        return new Backlog((int)published, LedgerTime.FromMicroseconds(due), (int)recheck);
    }

    /// <summary>Files in flight by what they wait for.</summary>
    public async Task<(long Waiting, long Retrying, long Parsing, long Settling)> StagesAsync(CancellationToken cancellationToken)
    {
        if (await IsMissingAsync(cancellationToken))
        {
            return default;
        }

        await using var connection = await OpenAsync(cancellationToken);
        return await connection.QuerySingleAsync<(long, long, long, long)>(
            """
            SELECT (SELECT COUNT(*) FROM files WHERE state = 'waiting') + (SELECT COUNT(*) FROM files WHERE state = 'recheck'),
                (SELECT COUNT(*) FROM files WHERE state = 'waiting' AND next_attempt_at > @Now),
                (SELECT COUNT(*) FROM files WHERE state = 'published' AND outcome IS NULL),
                (SELECT COUNT(*) FROM files WHERE state = 'published' AND outcome IS NOT NULL)
            """,
            new { Now });
    }

    /// <summary>Takes the files that are due, oldest first; they count as published from now on.</summary>
    public Task<IReadOnlyList<ClaimedFile>> ClaimAsync(int limit, CancellationToken cancellationToken) =>
        WriteAsync(async (connection, transaction) =>
        {
            var now = Now;
            var rows = (await connection.QueryAsync<FileRow>(
                $"""
                SELECT {Columns} FROM files f WHERE f.state = 'waiting' AND f.next_attempt_at <= @now
                ORDER BY f.next_attempt_at, f.row_no LIMIT @limit
                """,
                new { now, limit },
                transaction)).AsList();
            if (rows.Count == 0)
            {
                return (IReadOnlyList<ClaimedFile>)[];
            }

            rows.ForEach(row => row.Publish(rules.Retry, now));
            await using var claim = new RepeatedStatement(
                connection,
                transaction,
                """
                UPDATE files SET state = 'published', published_at = @published, attempts = @attempts, stalls_at = @stalls,
                    next_attempt_at = NULL, ever_published = 1, reason = @reason, detail = @detail
                WHERE row_no = @row
                """,
                "published", "attempts", "stalls", "reason", "detail", "row");
            foreach (var row in rows)
            {
                await claim.ExecuteAsync(cancellationToken, row.PublishedAt, row.Attempts, row.StallsAt, row.Reason, row.Detail, row.RowNo);
            }

            var roots = (await connection.QueryAsync<WatchEntry>(
                    "SELECT name AS Name, root AS Root, root_identity AS RootIdentity FROM watches", transaction: transaction))
                .ToDictionary(watch => watch.Name, watch => watch.Root);
            return rows.ConvertAll(row => new ClaimedFile(row, roots.GetValueOrDefault(row.Watch, "")));
        }, cancellationToken);

    /// <summary>Gives back files that the broker did not take.</summary>
    public Task ReleaseAsync(IReadOnlyCollection<ClaimedFile> files, TimeSpan delay, string error, CancellationToken cancellationToken) =>
        WriteAsync(
            (connection, transaction) => connection.ExecuteAsync(
                """
                UPDATE files SET state = 'waiting', next_attempt_at = @at, stalls_at = NULL, reason = @reason, detail = @error
                WHERE row_no = @RowNo AND revision = @Revision AND attempts = @Attempts AND state = 'published'
                """,
                files.Select(file => new
                {
                    at = Now + delay.ToMicroseconds(),
                    reason = WaitReasons.BrokerAway,
                    error,
                    file.Row.RowNo,
                    file.Row.Revision,
                    file.Row.Attempts,
                }),
                transaction),
            cancellationToken);

    /// <summary>At start-up: whatever was with the workers is published again, for nobody can say whether it still is.</summary>
    public Task<int> RedriveAllAsync(CancellationToken cancellationToken) =>
        WriteAsync(
            async (connection, transaction) =>
            {
                await connection.ExecuteAsync(
                    """
                    INSERT INTO attempts (file_id, revision, attempt, published_at, ended_at, reason, detail)
                    SELECT file_id, revision, attempts, published_at, @Now, @reason, 'The watcher was started again.' FROM files
                    WHERE state = 'published' AND published_at IS NOT NULL
                    ON CONFLICT (file_id, revision, attempt) DO NOTHING
                    """,
                    new { Now, reason = WaitReasons.Restart },
                    transaction);
                return await connection.ExecuteAsync(
                    "UPDATE files SET state = 'waiting', next_attempt_at = @Now, stalls_at = NULL WHERE state = 'published'",
                    new { Now },
                    transaction);
            },
            cancellationToken);

    /// <summary>By the clock: what has made no progress for too long is published again. It never makes a file fail.</summary>
    public Task<int> RedriveStalledAsync(CancellationToken cancellationToken) =>
        WriteAsync(async (connection, transaction) =>
        {
            var now = Now;
            var rows = (await connection.QueryAsync<FileRow>(
                $"SELECT {Columns} FROM files f WHERE f.state = 'published' AND f.stalls_at <= @now", new { now }, transaction)).AsList();
            rows.ForEach(row => row.Redrive(now));
            await SaveAsync(connection, transaction, rows, cancellationToken);
            return rows.Count;
        }, cancellationToken);

    /// <summary>Files that the folder is to look at again.</summary>
    public async Task<IReadOnlyList<FileRow>> RechecksAsync(int limit, CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(cancellationToken);
        return (await connection.QueryAsync<FileRow>(
            $"SELECT {Columns} FROM files f WHERE f.state = 'recheck' ORDER BY f.row_no LIMIT @limit", new { limit })).AsList();
    }

    /// <summary>The folder has looked again; where it told nothing new of a revision, that goes on.</summary>
    public async Task RecheckedAsync(IReadOnlyCollection<FileRow> looked, CancellationToken cancellationToken)
    {
        var finished = await WriteAsync(async (connection, transaction) =>
        {
            var now = Now;
            var revisions = looked.ToDictionary(row => row.FileId, row => row.Revision);
            var rows = (await LoadAsync(connection, transaction, revisions.Keys)).Values
                .Where(row => row.State == RowStates.Recheck && row.Revision == revisions[row.FileId])
                .ToList();

            // A file that reads otherwise for us than for a worker would go round at full speed without the delay.
            rows.ForEach(row => row.Unchanged(rules.Retry, row.Attempts == 0 ? now : now + rules.Retry.DelayAfter(row.Attempts), now));
            rows.ForEach(PlanDisposition);
            await SaveAsync(connection, transaction, rows, cancellationToken);
            return rows.FindAll(row => !row.IsOpen);
        }, cancellationToken);
        Telemetry.Finished(finished);
        WorkArrived?.Invoke();
    }

    /// <summary>Leaves word for other processes; null takes it back.</summary>
    public Task NoteAsync(string name, string? value, CancellationToken cancellationToken) =>
        WriteAsync(
            (connection, transaction) => connection.ExecuteAsync(
                value is null
                    ? "DELETE FROM notes WHERE name = @name"
                    : "INSERT INTO notes (name, value) VALUES (@name, @value) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                new { name, value },
                transaction),
            cancellationToken);
}

/// <summary>How much there is to do.</summary>
/// <param name="Published">Files with the workers.</param>
/// <param name="NextDue">When the next waiting one is due.</param>
/// <param name="Rechecks">Files that the folder is to look at again.</param>
internal readonly record struct Backlog(int Published, DateTimeOffset? NextDue, int Rechecks);

/// <summary>A file to publish.</summary>
internal sealed record ClaimedFile(FileRow Row, string Root);
