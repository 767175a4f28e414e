using System.Data.Common;
using Dapper;
using Ingest.Storage;

namespace Ingest.Watcher.Ledger;

/// <summary>What the stages report.</summary>
internal sealed partial class LedgerStore
{
    /// <summary>Applies a batch of reports in one transaction; those of other revisions, and repeats, change nothing.</summary>
    /// <returns>What changed, for metrics and for those who wait for free places.</returns>
    public async Task<AppliedEvents> ApplyAsync(IReadOnlyList<StageEvent> events, CancellationToken cancellationToken)
    {
        var applied = await WriteAsync(async (connection, transaction) =>
        {
            var now = Now;
            var rows = await LoadAsync(connection, transaction, events.Select(reported => reported.FileId));
            var touched = new HashSet<FileRow>();
            var settled = new Dictionary<FileRow, HashSet<string>>();
            foreach (var reported in events)
            {
                if (!rows.TryGetValue(reported.FileId, out var row) || !row.Listens(reported.Revision))
                {
                    continue;
                }

                touched.Add(row);
                if (reported is StageEvent.Settled article)
                {
                    // Counted below, after what the Parser said of the same file in this batch.
                    (settled.TryGetValue(row, out var articles) ? articles : settled[row] = []).Add(article.ArticleId);
                    row.ClusteredAt = Math.Max(row.ClusteredAt ?? 0, article.ClusteredAt?.ToMicroseconds() ?? 0) is > 0 and var latest ? latest : null;
                }
                else
                {
                    row.Apply(reported, rules.Retry, now);
                }
            }

            await ForgetSettledAsync(connection, transaction, [.. touched.Where(row => row.BeganAgain)]);
            await SettleAsync(connection, transaction, settled, now);
            var finished = touched.Where(row => row.TryComplete(now)).ToList();
            finished.ForEach(PlanDisposition);
            await ForgetSettledAsync(connection, transaction, finished.FindAll(row => row.Expected > 1 || row.SettledCount > row.Expected || row.PortionsSettled > 0));
            await SaveAsync(connection, transaction, touched, cancellationToken);
            finished.AddRange(touched.Where(row => row.State == RowStates.Failed && row.FinishedAt == now));
            return new AppliedEvents(finished, touched.Count);
        }, cancellationToken);
        if (applied.Touched > 0)
        {
            WorkArrived?.Invoke();
        }

        return applied;
    }

    private async Task SettleAsync(
        DbConnection connection, DbTransaction transaction, Dictionary<FileRow, HashSet<string>> settled, long now)
    {
        var counted = new List<(FileRow Row, HashSet<string> Articles)>();
        foreach (var (row, articles) in settled)
        {
            if (row is { Expected: 1, SettledCount: 0, Continues: 0, PortionsSettled: 0 })
            {
                // The one article of the file: done, there is nothing to remember.
                row.Settle(1, rules.Retry, now);
            }
            else
            {
                counted.Add((row, articles));
            }
        }

        if (counted.Count == 0)
        {
            return;
        }

        var known = new Dictionary<string, long>();
        foreach (var ids in IdLists.Chunks(counted.SelectMany(file => file.Articles)))
        {
            foreach (var (article, revision) in await connection.QueryAsync<(string, long)>(
                "SELECT article_id, revision FROM settled WHERE article_id IN @ids", new { ids }, transaction))
            {
                known[article] = revision;
            }
        }

        var added = new List<object>();
        foreach (var (row, articles) in counted)
        {
            var fresh = articles.Where(article => !(known.TryGetValue(article, out var revision) && revision == row.Revision)).ToList();
            added.AddRange(fresh.Select(article => new { article, row.FileId, row.Revision }));
            row.Settle(fresh.Count, rules.Retry, now);
        }

        await connection.ExecuteAsync(
            """
            INSERT INTO settled (article_id, file_id, revision) VALUES (@article, @FileId, @Revision)
            ON CONFLICT (article_id) DO UPDATE SET revision = excluded.revision
            """,
            added,
            transaction);
    }

    private void PlanDisposition(FileRow row)
    {
        var wanted = row.State switch
        {
            RowStates.Indexed => rules.DisposeIndexed,
            RowStates.Rejected => rules.DisposeRejected,
            _ => false,
        };
        row.Disposition = wanted ? Dispositions.Pending : row.Disposition;
    }
}

/// <summary>What a batch of reports changed.</summary>
/// <param name="Finished">Rows that reached a final state with it.</param>
/// <param name="Touched">How many rows it concerned.</param>
internal sealed record AppliedEvents(IReadOnlyList<FileRow> Finished, int Touched);
