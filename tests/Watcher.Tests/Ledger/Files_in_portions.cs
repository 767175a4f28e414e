using Ingest.Queries;
using Ingest.Watcher.Ledger;

namespace Ingest.Watcher.Tests.Ledger;

/// <summary>A large file is published again for each portion, and only when the one before is searchable.</summary>
public sealed class Files_in_portions : LedgerFixture
{
    [Fact]
    public async Task Are_published_again_when_the_portion_is_settled_and_not_before()
    {
        var row = await PublishedAsync("a.zip");

        await ApplyAsync(Portion(row, 1, articles: 2), Settled(row, "a0"));
        Assert.Empty(await Store.ClaimAsync(10, Stop));

        await ApplyAsync(Settled(row, "a1"));
        var next = Assert.Single(await Store.ClaimAsync(10, Stop)).Row;
        Assert.Equal((1, 2, 1), (next.PortionsSettled, next.Attempts, next.Revision));
        Assert.Equal(FileStates.InFlight, (await FileAsync("a.zip")).State);
    }

    [Fact]
    public async Task Are_done_when_the_last_portion_is()
    {
        var row = await PublishedAsync("a.zip");
        await ApplyAsync(Portion(row, 1, articles: 2), Settled(row, "a0"), Settled(row, "a1"));
        row = Assert.Single(await Store.ClaimAsync(10, Stop)).Row;

        await ApplyAsync(Settled(row, "a2"), Portion(row, 2, articles: 3, last: true));

        var file = await FileAsync("a.zip");
        Assert.Equal((FileStates.Indexed, (int?)3), (file.State, file.ArticleCount));
    }

    [Fact]
    public async Task Go_on_after_a_portion_without_articles()
    {
        var row = await PublishedAsync("a.zip");

        await ApplyAsync(Portion(row, 1, articles: 0));

        Assert.Equal(1, Assert.Single(await Store.ClaimAsync(10, Stop)).Row.PortionsSettled);
    }

    [Fact]
    public async Task Are_not_led_astray_by_reports_that_come_twice_or_late()
    {
        var row = await PublishedAsync("a.zip");
        await ApplyAsync(Portion(row, 1, articles: 1), Settled(row, "a0"), Settled(row, "a0"));
        var next = Assert.Single(await Store.ClaimAsync(10, Stop)).Row;

        await ApplyAsync(Portion(row, 1, articles: 1), Settled(row, "a0"));

        Assert.Empty(await Store.ClaimAsync(10, Stop));
        await ApplyAsync(Portion(next, 2, articles: 2, last: true));
        Assert.Equal(FileStates.InFlight, (await FileAsync("a.zip")).State);
        await ApplyAsync(Settled(next, "a1"));
        Assert.Equal(FileStates.Indexed, (await FileAsync("a.zip")).State);
    }

    [Fact]
    public async Task Begin_again_where_the_parser_does()
    {
        var row = await PublishedAsync("a.zip");
        await ApplyAsync(Portion(row, 1, articles: 1), Settled(row, "a0"));
        row = Assert.Single(await Store.ClaimAsync(10, Stop)).Row;

        // Its store is new: it answers this very publish with the first portion.
        await ApplyAsync(Portion(row, 1, articles: 1));
        Assert.Empty(await Store.ClaimAsync(10, Stop));
        await ApplyAsync(Settled(row, "a0"));

        Assert.Equal(1, Assert.Single(await Store.ClaimAsync(10, Stop)).Row.PortionsSettled);
    }

    [Fact]
    public async Task Begin_again_when_a_person_retries()
    {
        var row = await PublishedAsync("a.zip");
        await ApplyAsync(Portion(row, 1, articles: 1), Settled(row, "a0"));

        await Store.RetryAsync(new RetryRequest { State = FileStates.InFlight }, Stop);

        Assert.Equal(0, Assert.Single(await Store.ClaimAsync(10, Stop)).Row.PortionsSettled);
    }

    [Fact]
    public async Task Are_withdrawn_in_portions_when_they_are_gone()
    {
        var row = await PublishedAsync("a.zip");
        await ApplyAsync(Portion(row, 1, articles: 1), Settled(row, "a0"));
        await Store.RemoveAsync(Watch, ["a.zip"], Stop);
        var removal = Assert.Single(await Store.ClaimAsync(10, Stop)).Row;
        Assert.Equal(0, removal.PortionsSettled);

        await ApplyAsync(Portion(removal, 1, articles: 0) with { Retracted = 1 }, Settled(removal, "a0"));
        var next = Assert.Single(await Store.ClaimAsync(10, Stop)).Row;
        Assert.Equal((1, FileStates.InFlight), (next.PortionsSettled, (await FileAsync("a.zip")).State));

        await ApplyAsync(Portion(next, 2, articles: 0, last: true) with { Retracted = 2 }, Settled(next, "a1"));
        Assert.Equal(FileStates.Removed, (await FileAsync("a.zip")).State);
    }

    private StageEvent.Parsed Portion(FileRow row, int portion, int articles, bool last = false) =>
        new StageEvent.Parsed(row.FileId, row.Revision, articles, 0, 0, Time.GetUtcNow())
        {
            Portion = portion, Continues = !last, Attempt = (int)row.Attempts,
        };
}
