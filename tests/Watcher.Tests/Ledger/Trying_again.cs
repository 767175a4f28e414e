using Ingest.Contracts;
using Ingest.Queries;
using Ingest.Watcher.Ledger;

namespace Ingest.Watcher.Tests.Ledger;

public sealed class Trying_again : LedgerFixture
{
    [Fact]
    public async Task An_error_of_a_stage_publishes_the_file_again_after_a_delay()
    {
        var row = await PublishedAsync("a.txt");

        await ApplyAsync(new StageEvent.Faulted(row.FileId, row.Revision, "indexer", "IOException: no space", null));

        Assert.Empty(await Store.ClaimAsync(10, Stop));
        Assert.Equal("indexer: IOException: no space", (await FileAsync("a.txt")).Detail);
        Time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(2, Assert.Single(await Store.ClaimAsync(10, Stop)).Row.Attempts);
    }

    [Fact]
    public async Task A_thousand_errors_of_one_publish_are_one_failure()
    {
        var row = await PublishedAsync("a.txt");

        for (var i = 0; i < 10; i++)
        {
            await ApplyAsync(new StageEvent.Faulted(row.FileId, row.Revision, "indexer", "error", null));
        }

        Assert.Equal(FileStates.InFlight, (await FileAsync("a.txt")).State);
    }

    [Fact]
    public async Task So_many_errors_as_allowed_make_it_failed_and_a_late_success_still_counts()
    {
        var row = await PublishedAsync("a.txt");
        for (var fault = 1; fault <= Policy.MaxFaults; fault++)
        {
            await ApplyAsync(new StageEvent.Faulted(row.FileId, row.Revision, "parser", "error", (int)fault));
            Time.Advance(TimeSpan.FromMinutes(1));
            await Store.ClaimAsync(10, Stop);
        }

        var file = await FileAsync("a.txt");
        Assert.Equal((FileStates.Failed, RejectionReasons.StageError), (file.State, file.Reason));
        await ApplyAsync(Parsed(row), Settled(row));
        Assert.Equal(FileStates.Indexed, (await FileAsync("a.txt")).State);
    }

    [Fact]
    public async Task What_was_with_the_workers_at_the_last_stop_is_published_again_at_start()
    {
        await PublishedAsync("a.txt");

        Assert.Equal(1, await Store.RedriveAllAsync(Stop));

        Assert.Equal(2, Assert.Single(await Store.ClaimAsync(10, Stop)).Row.Attempts);
    }

    [Fact]
    public async Task Without_progress_a_file_is_published_again_later_each_time_and_never_fails_for_it()
    {
        await PublishedAsync("a.txt");
        var waits = new List<int>();
        for (var redrive = 0; redrive < 4; redrive++)
        {
            var minutes = 0;
            while (await Store.RedriveStalledAsync(Stop) == 0)
            {
                Time.Advance(TimeSpan.FromMinutes(1));
                minutes++;
            }

            waits.Add(minutes);
            Assert.Equal("no-answer", (await FileAsync("a.txt")).Reason);
            Assert.Single(await Store.ClaimAsync(10, Stop));
        }

        Assert.Equal([2, 4, 8, 16], waits);
        Assert.Equal(FileStates.InFlight, (await FileAsync("a.txt")).State);
    }

    [Fact]
    public async Task Progress_renews_the_patience()
    {
        var row = await PublishedAsync("a.txt");
        Time.Advance(TimeSpan.FromMinutes(1.5));
        await ApplyAsync(Parsed(row, articles: 3), Settled(row, "a0"));
        Time.Advance(TimeSpan.FromMinutes(1.5));

        Assert.Equal(0, await Store.RedriveStalledAsync(Stop));
    }

    [Fact]
    public async Task What_the_broker_did_not_take_waits_and_says_so()
    {
        await ObserveAsync("a.txt");
        var claimed = await Store.ClaimAsync(10, Stop);

        await Store.ReleaseAsync([.. claimed], TimeSpan.FromSeconds(5), "connection refused", Stop);

        Assert.Equal(("broker-away", "connection refused"), ((await FileAsync("a.txt")).Reason, (await FileAsync("a.txt")).Detail));
        Assert.Empty(await Store.ClaimAsync(10, Stop));
        Time.Advance(TimeSpan.FromSeconds(5));
        Assert.Single(await Store.ClaimAsync(10, Stop));
    }

    [Fact]
    public async Task A_worker_that_gives_up_makes_it_failed_until_a_person_retries()
    {
        var row = await PublishedAsync("a.txt");
        await ApplyAsync(new StageEvent.Failed(row.FileId, row.Revision, RejectionReasons.Quarantined, "It killed the parser."));
        Assert.Equal((FileStates.Failed, RejectionReasons.Quarantined), ((await FileAsync("a.txt")).State, (await FileAsync("a.txt")).Reason));

        var retried = await Store.RetryAsync(new RetryRequest { Reason = RejectionReasons.Quarantined }, Stop);

        Assert.Equal([row.FileId], retried.FileIds);
        Assert.Equal(row.Revision, Assert.Single(await Store.ClaimAsync(10, Stop)).Row.Revision);
    }

    [Fact]
    public async Task A_superseded_file_is_looked_at_before_anything_else_happens()
    {
        var row = await PublishedAsync("a.txt");

        await ApplyAsync(new StageEvent.Superseded(row.FileId, row.Revision));

        Assert.Empty(await Store.ClaimAsync(10, Stop));
        var recheck = Assert.Single(await Store.RechecksAsync(10, Stop));
        await ObserveAsync("a.txt", "bb");
        await Store.RecheckedAsync([recheck], Stop);
        Assert.Equal((2, "bb"), ((await FileAsync("a.txt")).Revision, (await FileAsync("a.txt")).Sha256));
        Assert.Single(await Store.ClaimAsync(10, Stop));
    }

    [Fact]
    public async Task A_superseded_file_that_reads_as_before_goes_round_with_a_delay()
    {
        var row = await PublishedAsync("a.txt");
        await ApplyAsync(new StageEvent.Superseded(row.FileId, row.Revision));

        await Store.RecheckedAsync([.. await Store.RechecksAsync(10, Stop)], Stop);

        Assert.Empty(await Store.ClaimAsync(10, Stop));
        Time.Advance(TimeSpan.FromSeconds(5));
        Assert.Single(await Store.ClaimAsync(10, Stop));
    }

    [Fact]
    public async Task A_file_that_the_parser_always_finds_other_than_it_is_here_fails_in_the_end()
    {
        var row = await PublishedAsync("a.txt");
        for (var tries = 1; tries <= Policy.MaxFaults; tries++)
        {
            await ApplyAsync(new StageEvent.Superseded(row.FileId, row.Revision));
            await Store.RecheckedAsync([.. await Store.RechecksAsync(10, Stop)], Stop);
            Time.Advance(TimeSpan.FromHours(1));
            Assert.Equal(tries < Policy.MaxFaults ? 1 : 0, (await Store.ClaimAsync(10, Stop)).Count);
        }

        Assert.Equal((FileStates.Failed, "stage-error"), ((await FileAsync("a.txt")).State, (await FileAsync("a.txt")).Reason));
    }
}
