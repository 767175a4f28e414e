using Ingest.Contracts;
using Ingest.Queries;
using Ingest.Watcher.Ledger;

namespace Ingest.Watcher.Tests.Ledger;

public sealed class A_file_in_the_ledger : LedgerFixture
{
    [Fact]
    public async Task Is_in_flight_from_the_moment_it_is_observed()
    {
        await ObserveAsync("a.txt");

        var file = await FileAsync("a.txt");

        Assert.Equal(FileStates.InFlight, file.State);
        Assert.Equal(1, file.Revision);
        Assert.Equal(32, file.TraceId!.Length);
        Assert.Null(file.PublishedAt);
    }

    [Fact]
    public async Task Is_indexed_when_the_parser_has_spoken_and_every_article_is_settled()
    {
        var row = await PublishedAsync("a.txt");

        await ApplyAsync(Parsed(row, articles: 2), Settled(row, "a0"));
        Assert.Equal(FileStates.InFlight, (await FileAsync("a.txt")).State);
        await ApplyAsync(Settled(row, "a1"));

        var file = await FileAsync("a.txt");
        Assert.Equal(FileStates.Indexed, file.State);
        Assert.Equal(2, file.ArticleCount);
        Assert.NotNull(file.FinishedAt);
    }

    [Fact]
    public async Task Is_indexed_whichever_report_comes_first_and_however_often()
    {
        var row = await PublishedAsync("a.txt");

        await ApplyAsync(Settled(row, "a1"), Settled(row, "a1"));
        await ApplyAsync(Settled(row, "a1"));
        Assert.Equal(FileStates.InFlight, (await FileAsync("a.txt")).State);
        await ApplyAsync(Parsed(row, articles: 2), Parsed(row, articles: 2));
        Assert.Equal(FileStates.InFlight, (await FileAsync("a.txt")).State);
        await ApplyAsync(Settled(row, "a0"), Settled(row, "a1"));

        Assert.Equal(FileStates.Indexed, (await FileAsync("a.txt")).State);
    }

    [Fact]
    public async Task Is_not_touched_by_reports_of_an_earlier_revision()
    {
        var first = await PublishedAsync("a.txt", "aa");
        var second = await PublishedAsync("a.txt", "bb");

        await ApplyAsync(Parsed(first), Settled(first));
        Assert.Equal(FileStates.InFlight, (await FileAsync("a.txt")).State);
        await ApplyAsync(Parsed(second), Settled(second));

        Assert.Equal(FileStates.Indexed, (await FileAsync("a.txt")).State);
        Assert.Equal(2, second.Revision);
    }

    [Fact]
    public async Task Keeps_its_state_when_only_its_times_change()
    {
        var row = await PublishedAsync("a.txt");
        await ApplyAsync(Parsed(row), Settled(row));

        await ObserveAsync("a.txt", stamp: 99);

        Assert.Equal(FileStates.Indexed, (await FileAsync("a.txt")).State);
        Assert.Empty(await Store.ClaimAsync(10, Stop));
        var known = await Store.PresentAsync(Watch, "", Stop).ToListAsync(Stop);
        Assert.Equal(new FileStamp(10, 99, 99), Assert.Single(known).Stamp);
    }

    [Fact]
    public async Task Is_rejected_with_the_parsers_reason()
    {
        var row = await PublishedAsync("a.txt");

        await ApplyAsync(new StageEvent.Rejected(row.FileId, row.Revision, RejectionReasons.Empty, "The file has no content.", 0, Time.GetUtcNow()));

        var file = await FileAsync("a.txt");
        Assert.Equal((FileStates.Rejected, RejectionReasons.Empty, "The file has no content."), (file.State, file.Reason, file.Detail));
    }

    [Fact]
    public async Task Is_rejected_only_when_the_articles_it_had_before_are_withdrawn()
    {
        var first = await PublishedAsync("a.txt", "aa");
        await ApplyAsync(Parsed(first), Settled(first));
        var second = await PublishedAsync("a.txt", "bb");

        await ApplyAsync(new StageEvent.Rejected(second.FileId, second.Revision, RejectionReasons.Binary, "x", Retracted: 1, Time.GetUtcNow()));
        Assert.Equal(FileStates.InFlight, (await FileAsync("a.txt")).State);
        await ApplyAsync(Settled(second));

        Assert.Equal(FileStates.Rejected, (await FileAsync("a.txt")).State);
    }

    [Fact]
    public async Task Is_rejected_at_once_when_the_folder_cannot_read_it()
    {
        await ObserveAsync("a.txt", sha: null, reason: RejectionReasons.Unreadable);

        Assert.Equal((FileStates.Rejected, RejectionReasons.Unreadable), ((await FileAsync("a.txt")).State, (await FileAsync("a.txt")).Reason));
        Assert.Empty(await Store.ClaimAsync(10, Stop));
    }

    [Fact]
    public async Task Is_removed_when_its_articles_are_withdrawn_and_comes_back_as_a_new_revision()
    {
        var row = await PublishedAsync("a.txt");
        await ApplyAsync(Parsed(row), Settled(row));

        await Store.RemoveAsync(Watch, ["a.txt"], Stop);
        var removal = Assert.Single(await Store.ClaimAsync(10, Stop)).Row;
        Assert.Equal((Desires.Absent, 2), (removal.Desired, removal.Revision));
        Assert.Equal(FileStates.InFlight, (await FileAsync("a.txt")).State);
        await ApplyAsync(Parsed(removal, articles: 0, retracted: 1), Settled(removal));
        Assert.Equal(FileStates.Removed, (await FileAsync("a.txt")).State);

        Assert.Equal(3, (await PublishedAsync("a.txt")).Revision);
    }

    [Fact]
    public async Task Is_removed_at_once_when_nobody_has_heard_of_it()
    {
        await ObserveAsync("a.txt");

        await Store.RemoveAsync(Watch, ["a.txt"], Stop);

        Assert.Equal(FileStates.Removed, (await FileAsync("a.txt")).State);
    }
}
