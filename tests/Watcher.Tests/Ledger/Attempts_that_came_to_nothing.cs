using Ingest.Contracts;
using Ingest.Queries;
using Ingest.Watcher.Ledger;

namespace Ingest.Watcher.Tests.Ledger;

public sealed class Attempts_that_came_to_nothing : LedgerFixture
{
    [Fact]
    public async Task Are_kept_with_their_times_and_reasons()
    {
        var row = await PublishedAsync("a.txt");
        var first = Time.GetUtcNow();
        Time.Advance(TimeSpan.FromSeconds(1));
        await ApplyAsync(new StageEvent.Faulted(row.FileId, row.Revision, "parser", "Out of luck.", 1));
        Time.Advance(TimeSpan.FromSeconds(10));
        row = Assert.Single(await Store.ClaimAsync(10, Stop)).Row;
        Time.Advance(TimeSpan.FromMinutes(3));
        await Store.RedriveStalledAsync(Stop);

        var attempts = await AttemptsAsync("a.txt");

        Assert.Equal(
            [
                new FileAttempt(1, first, first.AddSeconds(1), RejectionReasons.StageError, "parser: Out of luck."),
                new FileAttempt(2, first.AddSeconds(11), first.AddSeconds(191), "no-answer", attempts[1].Detail),
            ],
            attempts);
    }

    [Fact]
    public async Task Are_none_of_a_file_that_goes_through_at_once()
    {
        var row = await PublishedAsync("a.txt");
        await ApplyAsync(Parsed(row), new StageEvent.Settled(row.FileId, row.Revision, "a0") { ClusteredAt = Time.GetUtcNow() });

        Assert.Empty(await AttemptsAsync("a.txt"));
        Assert.Equal(Time.GetUtcNow(), (await FileAsync("a.txt")).ClusteredAt);
    }

    [Fact]
    public async Task Of_an_earlier_revision_are_not_those_of_the_present_one()
    {
        var row = await PublishedAsync("a.txt");
        await ApplyAsync(new StageEvent.Faulted(row.FileId, row.Revision, "parser", "Out of luck.", 1));
        await ObserveAsync("a.txt", sha: "bb", stamp: 2);

        Assert.Empty(await AttemptsAsync("a.txt"));
    }

    [Fact]
    public async Task Include_what_was_with_the_workers_when_the_watcher_was_started_again()
    {
        await PublishedAsync("a.txt");
        await Store.RedriveAllAsync(Stop);

        Assert.Equal("restart", Assert.Single(await AttemptsAsync("a.txt")).Reason);
    }

    private async Task<IReadOnlyList<FileAttempt>> AttemptsAsync(string path) =>
        await Store.GetAsync(new FileKey(Identifiers.File(Watch, path)), Stop) is { } file
            ? (await Store.AttemptsAsync(new FileRevision(file.FileId, file.Revision), Stop)).Attempts
            : [];
}
