using Ingest.Contracts;
using Ingest.Queries;
using Ingest.Watcher.Ledger;

namespace Ingest.Watcher.Tests.Ledger;

public sealed class Asking_the_ledger : LedgerFixture
{
    [Fact]
    public async Task The_counts_of_a_summary_add_up()
    {
        await IndexedAsync("a.txt");
        await IndexedAsync("b/c.txt");
        await ObserveAsync("b/d.txt", sha: null, reason: RejectionReasons.Unreadable);
        await ObserveAsync("e.txt");

        var summary = await Store.SummariseAsync(new SummaryRequest(), Stop);
        var below = await Store.SummariseAsync(new SummaryRequest(Watch, "b"), Stop);

        Assert.Equal((2, 1, 1, 0, 0), Counts(summary));
        Assert.Equal(new ReasonCount(FileStates.Rejected, RejectionReasons.Unreadable, 1), Assert.Single(summary.Reasons));
        Assert.Equal(2, summary.Articles);
        Assert.Equal(Time.GetUtcNow(), summary.OldestInFlight);
        Assert.Equal((1, 1, 0, 0, 0), Counts(below));
    }

    [Fact]
    public async Task Pages_list_every_file_once()
    {
        for (var i = 0; i < 25; i++)
        {
            await ObserveAsync($"{i:D2}.txt");
        }

        var seen = new List<string>();
        for (var filter = new FileFilter { Limit = 10 }; filter is not null;)
        {
            var page = await Store.FindAsync(filter, Stop);
            seen.AddRange(page.Files.Select(file => file.Path));
            filter = page.Next is null ? null : filter with { After = page.Next };
        }

        Assert.Equal(25, seen.Count);
        Assert.Equal(25, seen.Distinct().Count());
    }

    [Theory]
    [InlineData("%")]
    [InlineData("_")]
    [InlineData(@"\\")]
    public async Task A_part_of_a_path_is_taken_literally(string part)
    {
        await ObserveAsync("plain.txt");
        await ObserveAsync($"with{part}.txt");

        var found = await Store.FindAsync(new FileFilter { Path = part }, Stop);

        Assert.Equal($"with{part}.txt", Assert.Single(found.Files).Path);
    }

    [Fact]
    public async Task Files_are_found_by_state_reason_identifier_and_path()
    {
        await Store.OpenWatchAsync("/srv/news", Watch, Stop);
        await IndexedAsync("a.txt");
        await ObserveAsync("b.txt", sha: null, reason: RejectionReasons.SymbolicLink);

        Assert.Equal("b.txt", Assert.Single((await Store.FindAsync(new FileFilter { State = FileStates.Rejected }, Stop)).Files).Path);
        Assert.Equal("b.txt", Assert.Single((await Store.FindAsync(new FileFilter { Reason = RejectionReasons.SymbolicLink }, Stop)).Files).Path);
        Assert.Equal("a.txt", Assert.Single((await Store.FindAsync(new FileFilter { State = FileStates.Indexed }, Stop)).Files).Path);
        Assert.Equal("a.txt", (await Store.GetAsync(new FileKey("a.txt"), Stop))!.Path);
        Assert.Equal("a.txt", (await Store.GetAsync(new FileKey("/srv/news/a.txt"), Stop))!.Path);
        Assert.Null(await Store.GetAsync(new FileKey("/srv/other/a.txt"), Stop));
    }

    [Fact]
    public async Task A_retry_takes_what_is_named_and_at_most_so_many()
    {
        for (var i = 0; i < 5; i++)
        {
            await ObserveAsync($"{i}.txt", sha: null, reason: RejectionReasons.Unreadable);
        }

        Assert.Empty((await Store.RetryAsync(new RetryRequest(), Stop)).FileIds);
        Assert.Equal(2, (await Store.RetryAsync(new RetryRequest { Reason = RejectionReasons.Unreadable, Limit = 2 }, Stop)).FileIds.Count);
        Assert.Equal(2, (await Store.RechecksAsync(10, Stop)).Count);
        Assert.Equal(3, (await Store.RetryAsync(new RetryRequest { State = FileStates.Rejected }, Stop)).FileIds.Count);
    }

    [Fact]
    public async Task Indexed_files_wait_to_be_moved_where_the_rules_say_so()
    {
        using var moving = Open(new LedgerRules(Policy, DisposeIndexed: true));
        var row = await PublishedAsync("a.txt");
        await moving.ApplyAsync([Parsed(row), Settled(row)], Stop);

        var pending = Assert.Single(await moving.PendingDispositionsAsync(0, 10, Stop));
        await moving.DisposedAsync([pending], [], Stop);

        Assert.Empty(await moving.PendingDispositionsAsync(0, 10, Stop));
        await moving.RemoveAsync(Watch, ["a.txt"], Stop);
        Assert.Equal(FileStates.Indexed, (await FileAsync("a.txt")).State);
    }

    private async Task IndexedAsync(string path)
    {
        var row = await PublishedAsync(path);
        await ApplyAsync(Parsed(row), Settled(row));
    }

    private static (long, long, long, long, long) Counts(LedgerSummary summary) => (
        summary.States[FileStates.Indexed], summary.States[FileStates.Rejected], summary.States[FileStates.InFlight],
        summary.States[FileStates.Failed], summary.States[FileStates.Removed]);
}
