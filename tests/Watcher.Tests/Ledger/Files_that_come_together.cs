using Ingest.Contracts;
using Ingest.Queries;
using Ingest.Watcher.Ledger;

namespace Ingest.Watcher.Tests.Ledger;

public sealed class Files_that_come_together : LedgerFixture
{
    private readonly string _reports = Directory.CreateTempSubdirectory("ingest-reports-").FullName;

    [Fact]
    public async Task Are_one_batch_until_none_has_come_for_a_minute()
    {
        await ObserveAsync("a.txt");
        Time.Advance(TimeSpan.FromSeconds(50));
        await ObserveAsync("b.txt");
        Time.Advance(TimeSpan.FromSeconds(70));
        await ObserveAsync("c.txt");

        var batches = (await Store.BatchesAsync(new BatchFilter(), Stop)).Batches;

        Assert.Equal([(2L, 1L), (1L, 2L)], batches.Select(batch => (batch.Number, batch.Files)));
        Assert.Equal(((await FileAsync("a.txt")).Batch, (await FileAsync("c.txt")).Batch), (1, 2));
    }

    [Fact]
    public async Task Are_not_joined_by_a_file_that_is_only_seen_again()
    {
        await ObserveAsync("a.txt");
        Time.Advance(TimeSpan.FromMinutes(5));
        await ObserveAsync("a.txt", stamp: 2);

        Assert.Single((await Store.BatchesAsync(new BatchFilter(), Stop)).Batches);
    }

    [Fact]
    public async Task End_when_the_last_of_them_has_its_final_state()
    {
        var row = await PublishedAsync("a.txt");
        await ObserveAsync("b.txt", sha: null, reason: RejectionReasons.Unreadable);
        Time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(0, await Store.EndBatchesAsync(atOnce: false, Stop));

        await ApplyAsync(Parsed(row), Settled(row));
        Assert.Equal(1, await Store.EndBatchesAsync(atOnce: false, Stop));

        var batch = await Store.BatchAsync(new BatchKey(1), Stop);
        Assert.Equal(Time.GetUtcNow(), batch!.FinishedAt);
        Assert.Equal((1, 1, 0), (batch.States[FileStates.Indexed], batch.States[FileStates.Rejected], batch.States[FileStates.InFlight]));
        Assert.Equal(1, batch.Articles);
    }

    [Fact]
    public async Task Have_a_report_that_stays_whatever_becomes_of_them()
    {
        using var store = Open(new LedgerRules(Policy, Reports: _reports));
        await ObserveAsync("b.txt", sha: null, reason: RejectionReasons.Unreadable);
        Assert.Equal(1, await store.EndBatchesAsync(atOnce: true, Stop));
        await ObserveAsync("b.txt", sha: "mended", stamp: 2);

        var report = await store.ReportAsync(new BatchReport(1), Stop);

        var file = Assert.Single(report.Files);
        Assert.Equal((FileStates.Rejected, RejectionReasons.Unreadable, "It cannot be read."), (file.State, file.Reason, file.Detail));
        Assert.True((await store.BatchAsync(new BatchKey(1), Stop))!.IsReported);
        Assert.Equal(FileStates.InFlight, (await FileAsync("b.txt")).State);
        Assert.Equal(2, (await FileAsync("b.txt")).Batch);
    }

    [Fact]
    public async Task Are_reported_page_by_page_over_the_parts_of_a_long_report()
    {
        var reports = new BatchReports(_reports);
        await reports.KeepAsync(7, ManyAsync(25_000), Stop);

        var seen = new List<string>();
        for (var request = new BatchReport(7, Limit: 4_000); request is not null;)
        {
            var page = await reports.ReadAsync(request, Stop);
            seen.AddRange(page.Files.Select(file => file.Path));
            request = page.Next is null ? null : request with { After = page.Next };
        }

        Assert.Equal(Enumerable.Range(0, 25_000).Select(i => $"{i}.txt"), seen);
    }

    [Fact]
    public async Task Are_listed_the_newest_batch_first_page_by_page()
    {
        for (var i = 0; i < 25; i++)
        {
            await ObserveAsync($"{i:D2}.txt");
            Time.Advance(TimeSpan.FromSeconds(i % 10 == 9 ? 90 : 1));
        }

        await ObserveAsync("00.txt", sha: "changed", stamp: 9);
        var seen = new List<string>();
        for (var filter = new FileFilter { Limit = 7, Order = "newest" }; filter is not null;)
        {
            var page = await Store.FindAsync(filter, Stop);
            seen.AddRange(page.Files.Select(file => file.Path));
            filter = page.Next is null ? null : filter with { After = page.Next };
        }

        Assert.Equal(["24.txt", "23.txt", "22.txt", "21.txt", "20.txt", "00.txt", "19.txt"], seen.Take(7));
        Assert.Equal(25, seen.Distinct().Count());
        Assert.Equal(25, seen.Count);
    }

    [Fact]
    public async Task And_a_retry_is_a_batch_of_its_own()
    {
        await ObserveAsync("b.txt", sha: null, reason: RejectionReasons.Unreadable);
        Time.Advance(TimeSpan.FromMinutes(10));
        await Store.RetryAsync(new RetryRequest { State = FileStates.Rejected }, Stop);

        Assert.Equal(2, (await FileAsync("b.txt")).Batch);
    }

    private static async IAsyncEnumerable<FileEntry> ManyAsync(int count)
    {
        for (var i = 0; i < count; i++)
        {
            await Task.CompletedTask;
            yield return new FileEntry
            {
                FileId = $"{i}", Watch = "news", Root = "/", Path = $"{i}.txt", State = FileStates.Indexed, Revision = 1, Size = 1, Attempts = 1, DiscoveredAt = DateTimeOffset.UnixEpoch,
            };
        }
    }
}
