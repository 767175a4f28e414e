using System.Data.Common;
using Dapper;
using Ingest.Queries;
using FileEntry = Ingest.Queries.FileEntry;

namespace Ingest.Watcher.Ledger;

/// <summary>Which files belong together because they came one soon after the other.</summary>
internal sealed partial class LedgerStore
{
    private const string BatchColumns =
        """
        batch_no AS Number, started_at AS StartedAt, last_arrival_at AS LastArrivalAt, finished_at AS FinishedAt, indexed AS Indexed,
        rejected AS Rejected, failed AS Failed, removed AS Removed, articles AS Articles
        """;

    private static readonly long BatchQuiet = TimeSpan.FromMinutes(1).ToMicroseconds();

    // A folder into which something comes every few seconds would never have a report otherwise.
    private static readonly long BatchLongest = TimeSpan.FromDays(1).ToMicroseconds();

    private BatchReports? Reports { get; } = rules.Reports is { } folder ? new BatchReports(folder) : null;

    /// <inheritdoc/>
    public async Task<BatchPage> BatchesAsync(BatchFilter filter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        if (await IsMissingAsync(cancellationToken))
        {
            return new BatchPage([], null);
        }

        var limit = Math.Clamp(filter.Limit, 1, 1000);
        await using var connection = await OpenAsync(cancellationToken);
        var rows = (await connection.QueryAsync<BatchRow>(
            $"SELECT {BatchColumns} FROM batches WHERE batch_no < @before ORDER BY batch_no DESC LIMIT @take",
            new { before = filter.Before ?? long.MaxValue, take = limit + 1 })).AsList();
        var page = new List<BatchEntry>();
        foreach (var row in rows.Take(limit))
        {
            page.Add(await ShownAsync(connection, row));
        }

        return new BatchPage(page, rows.Count > limit ? page[^1].Number : null);
    }

    /// <inheritdoc/>
    public async Task<BatchEntry?> BatchAsync(BatchKey key, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(key);
        var page = await BatchesAsync(new BatchFilter(key.Number == long.MaxValue ? key.Number : key.Number + 1, 1), cancellationToken);
        return page.Batches.FirstOrDefault(batch => batch.Number == key.Number);
    }

    /// <inheritdoc/>
    public async Task<FilePage> ReportAsync(BatchReport request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Reports?.Has(request.Number) == true
            ? await Reports.ReadAsync(request, cancellationToken)
            : await FindAsync(new FileFilter { Batch = request.Number, Order = FileOrders.Newest, After = request.After, Limit = request.Limit }, cancellationToken);
    }

    /// <summary>Ends the batches whose files have all reached a final state, and keeps their reports.</summary>
    /// <param name="atOnce">Whether the newest one takes no more files, because the process stops.</param>
    /// <param name="cancellationToken">Stops it; what is left is done next time.</param>
    public async Task<int> EndBatchesAsync(bool atOnce, CancellationToken cancellationToken)
    {
        List<BatchRow> ended;
        var counted = new List<BatchEntry>();
        await using (var connection = await OpenAsync(cancellationToken))
        {
            ended = (await connection.QueryAsync<BatchRow>(
                $"""
                SELECT {BatchColumns} FROM batches b WHERE finished_at IS NULL AND (@atOnce OR last_arrival_at <= @quiet OR started_at <= @longest)
                    AND NOT EXISTS (SELECT 1 FROM counts WHERE batch = b.batch_no AND state IN {OpenStates} AND files > 0)
                """,
                new { atOnce, quiet = Now - BatchQuiet, longest = Now - BatchLongest })).AsList();
            foreach (var batch in ended)
            {
                counted.Add(await ShownAsync(connection, batch));
                batch.FinishedAt = await connection.ExecuteScalarAsync<long?>("SELECT MAX(finished_at) FROM files WHERE batch = @Number", batch) ?? Now;
            }
        }

        foreach (var (batch, entry) in ended.Zip(counted))
        {
            await (Reports?.KeepAsync(batch.Number, EntriesAsync(batch.Number, cancellationToken), cancellationToken) ?? Task.CompletedTask);
            await WriteAsync(
                (connection, transaction) => connection.ExecuteAsync(
                    """
                    UPDATE batches SET finished_at = @FinishedAt, indexed = @indexed, rejected = @rejected, failed = @failed, removed = @removed,
                        articles = @Articles WHERE batch_no = @Number;
                    DELETE FROM counts WHERE batch = @Number AND files = 0
                    """,
                    new
                    {
                        batch.FinishedAt,
                        indexed = entry.States[FileStates.Indexed],
                        rejected = entry.States[FileStates.Rejected],
                        failed = entry.States[FileStates.Failed],
                        removed = entry.States[FileStates.Removed],
                        entry.Articles,
                        batch.Number,
                    },
                    transaction),
                cancellationToken);
        }

        return ended.Count;
    }

    /// <summary>Puts files into the batch that takes what comes now: the newest one, or a new one when that has been quiet for a while.</summary>
    private static async Task JoinBatchAsync(DbConnection connection, DbTransaction transaction, List<FileRow> rows, long now)
    {
        if (rows.Count == 0)
        {
            return;
        }

        var open = await connection.QuerySingleOrDefaultAsync<long?>(
            """
            UPDATE batches SET last_arrival_at = @now
            WHERE batch_no = (SELECT MAX(batch_no) FROM batches) AND finished_at IS NULL AND last_arrival_at > @quiet AND started_at > @longest
            RETURNING batch_no
            """,
            new { now, quiet = now - BatchQuiet, longest = now - BatchLongest },
            transaction);
        var batch = open ?? await connection.QuerySingleAsync<long>(
            "INSERT INTO batches (started_at, last_arrival_at) VALUES (@now, @now) RETURNING batch_no", new { now }, transaction);
        rows.ForEach(row => row.Batch = batch);
    }

    private async IAsyncEnumerable<FileEntry> EntriesAsync(
        long batch, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var filter = new FileFilter { Batch = batch, Order = FileOrders.Newest, Limit = 2000 }; filter is not null;)
        {
            var page = await FindAsync(filter, cancellationToken);
            foreach (var file in page.Files)
            {
                yield return file;
            }

            filter = page.Next is null ? null : filter with { After = page.Next };
        }
    }

    private async Task<BatchEntry> ShownAsync(DbConnection connection, BatchRow row)
    {
        var states = FileStates.All.ToDictionary(state => state, _ => 0L);
        var articles = row.Articles;
        if (row.FinishedAt is not null)
        {
            (states[FileStates.Indexed], states[FileStates.Rejected], states[FileStates.Failed], states[FileStates.Removed]) =
                (row.Indexed, row.Rejected, row.Failed, row.Removed);
        }
        else
        {
            foreach (var (state, files, found) in await connection.QueryAsync<(string, long, long)>(
                "SELECT state, SUM(files), SUM(articles) FROM counts WHERE batch = @Number GROUP BY state", row))
            {
                states[RowStates.Shown(state)] += files;
                articles += state == RowStates.Indexed ? found : 0;
            }
        }

        return new BatchEntry
        {
            Number = row.Number,
            StartedAt = LedgerTime.FromMicroseconds(row.StartedAt),
            LastArrivalAt = LedgerTime.FromMicroseconds(row.LastArrivalAt),
            FinishedAt = LedgerTime.FromMicroseconds(row.FinishedAt),
            IsReported = row.FinishedAt is not null && Reports?.Has(row.Number) == true,
            States = states,
            Articles = articles,
        };
    }

    private sealed class BatchRow
    {
        public long Number { get; set; }

        public long StartedAt { get; set; }

        public long LastArrivalAt { get; set; }

        public long? FinishedAt { get; set; }

        public long Indexed { get; set; }

        public long Rejected { get; set; }

        public long Failed { get; set; }

        public long Removed { get; set; }

        public long Articles { get; set; }
    }
}
