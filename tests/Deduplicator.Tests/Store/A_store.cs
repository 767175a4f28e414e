using Ingest.Contracts;
using Ingest.Deduplicator.Queries;
using Ingest.Deduplicator.Store;
using Ingest.Queries;
using Ingest.Storage;

namespace Ingest.Deduplicator.Tests.Store;

/// <summary>What every implementation of the database must give; one subclass each.</summary>
public abstract class A_store
{
    private static readonly string[] Both = [News.Id("early"), News.Id("late")];

    internal abstract TemporaryDatabase Create();

    [Fact]
    public async Task Tells_the_same_again_when_an_article_comes_again()
    {
        using var database = Create();
        await using var store = database.Store();
        await store.PlaceAsync(Late);
        var first = await store.PlaceAsync(Early);
        var again = await store.PlaceAsync(Early);

        Assert.Equal(News.Id("late"), Assert.Single(first!.Changed).ArticleId);
        Assert.Equal(first.Assignment, again!.Assignment);
        Assert.Equal(first.Changed, again.Changed);
    }

    [Fact]
    public async Task Tells_the_same_again_after_a_restart()
    {
        using var database = Create();
        Placement? first;
        await using (var store = database.Store())
        {
            await store.PlaceAsync(Late);
            first = await store.PlaceAsync(Early);
        }

        await using var restarted = database.Store();
        var again = await restarted.PlaceAsync(Early);
        Assert.Equal(first!.Assignment, again!.Assignment);
        Assert.Equal(first.Changed, again.Changed);
    }

    [Fact]
    public async Task Keeps_its_effects_when_the_cause_comes_in_a_newer_revision()
    {
        using var database = Create();
        await using var store = database.Store();
        await store.PlaceAsync(Late);
        var first = await store.PlaceAsync(Early);
        var newer = await store.PlaceAsync(Early with { Revision = 2 });

        Assert.Equal(first!.Changed, newer!.Changed);
        Assert.Equal(first.Assignment, newer.Assignment);
    }

    [Fact]
    public async Task Ignores_an_older_revision()
    {
        using var database = Create();
        await using var store = database.Store();
        await store.PlaceAsync(Early with { Revision = 3 });

        Assert.Null(await store.PlaceAsync(Early with { Revision = 2, Body = "Something else entirely." }));
        Assert.Null(await store.RetractAsync("early", 2));
        Assert.NotNull(await QueriesOf(database).GetAsync(new ArticleKey(News.Id("early")), Token));
    }

    [Fact]
    public async Task Elects_another_canonical_article_when_the_first_is_retracted_and_tells_it_again()
    {
        using var database = Create();
        await using var store = database.Store();
        await store.PlaceAsync(Early);
        await store.PlaceAsync(Late);
        var retracted = await store.RetractAsync("early", 2);
        var again = await store.RetractAsync("early", 2);

        Assert.Null(retracted!.Assignment);
        var left = Assert.Single(retracted.Changed);
        Assert.Equal((News.Id("late"), News.Id("late"), Relations.Canonical), (left.ArticleId, left.ClusterId, left.Relation));
        Assert.Equal(retracted.Changed, again!.Changed);
        Assert.Null(await QueriesOf(database).GetAsync(new ArticleKey(News.Id("early")), Token));
    }

    [Fact]
    public async Task Revives_a_retracted_article_for_a_newer_revision_only()
    {
        using var database = Create();
        await using var store = database.Store();
        await store.PlaceAsync(Early);
        await store.RetractAsync("early", 2);

        Assert.Null(await store.PlaceAsync(Early));
        Assert.Null(await store.PlaceAsync(Early with { Revision = 2 }));
        Assert.NotNull((await store.PlaceAsync(Early with { Revision = 3 }))!.Assignment);
    }

    [Fact]
    public async Task Answers_the_retraction_of_an_article_it_never_knew()
    {
        using var database = Create();
        await using var store = database.Store();

        Assert.Empty((await store.RetractAsync("early", 2))!.Changed);
        Assert.Null(await store.PlaceAsync(Early));
    }

    [Fact]
    public async Task Finds_a_cluster_by_any_member_canonical_first()
    {
        using var database = Create();
        await using var store = database.Store();
        await store.PlaceAsync(Late);
        await store.PlaceAsync(Early);
        foreach (var id in Both)
        {
            var cluster = await QueriesOf(database).ClusterAsync(new ClusterKey(id), Token);
            Assert.Equal(News.Id("early"), cluster!.ClusterId);
            Assert.Equal(Both, cluster.Members.Select(member => member.ArticleId));
        }

        Assert.Null(await QueriesOf(database).ClusterAsync(new ClusterKey("none"), Token));
    }

    [Fact]
    public async Task Scans_every_article_once_page_by_page()
    {
        using var database = Create();
        await using var store = database.Store();
        for (var i = 0; i < 7; i++)
        {
            await store.PlaceAsync(News.Article($"article {i}", $"Title {i}", ""));
        }

        var seen = new List<string>();
        for (var scan = new ClusterScan(Limit: 3); scan is not null;)
        {
            var page = await QueriesOf(database).ScanAsync(scan, Token);
            seen.AddRange(page.Members.Select(member => member.ArticleId));
            scan = page.Next is null ? null : scan with { After = page.Next };
        }

        Assert.Equal(Enumerable.Range(0, 7).Select(i => News.Id($"article {i}")).Order(StringComparer.Ordinal), seen);
    }

    [Fact]
    public async Task Gives_a_rebuilt_store_higher_versions()
    {
        using var old = Create();
        using var rebuilt = Create();
        await using var before = old.Store();
        var first = await before.PlaceAsync(Early);
        rebuilt.Time.Advance(TimeSpan.FromMinutes(1));
        await using var after = rebuilt.Store();

        Assert.True((await after.PlaceAsync(Early))!.Assignment!.Version > first!.Assignment!.Version);
    }

    [Fact]
    public async Task Refuses_to_work_with_other_thresholds()
    {
        using var database = Create();
        await using var store = database.Store();
        await store.PlaceAsync(Early);
        await using var other = database.Store(new DeduplicatorOptions { NearSimilarity = 0.5 });

        var refusal = await Assert.ThrowsAsync<StoreException>(() => other.OpenAsync(Token));
        Assert.Contains("ingest rebuild deduplicator", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Goes_on_after_a_transaction_that_failed_halfway()
    {
        using var database = Create();
        await using var store = database.Store();
        await store.PlaceAsync(News.Article("other", "Other", ""));
        await using (var connection = await database.Open().OpenAsync(Token))
        {
            await ExecuteAsync(connection, "CREATE TRIGGER trouble BEFORE INSERT ON articles BEGIN SELECT RAISE(ABORT, 'trouble'); END");
            await Assert.ThrowsAnyAsync<Exception>(() => store.PlaceAsync(Late));
            await ExecuteAsync(connection, "DROP TRIGGER trouble");
        }

        await store.PlaceAsync(Late);
        var early = await store.PlaceAsync(Early);
        Assert.Equal(News.Id("late"), Assert.Single(early!.Changed).ArticleId);
    }

    [Fact]
    public async Task Is_empty_where_nothing_was_clustered_yet()
    {
        using var database = Create();

        Assert.Empty((await QueriesOf(database).ScanAsync(new ClusterScan(), Token)).Members);
        Assert.Null(await QueriesOf(database).GetAsync(new ArticleKey("x"), Token));
        Assert.Null((await QueriesOf(database).CompareAsync(new ComparisonRequest(Early, Late), Token)) is { SameCluster: true } ? "same" : null);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static Article Early => News.Article("early", "Harbour reopens", News.Harbour, "2025-03-04T09:00");

    private static Article Late => News.Article("late", "Harbour open", News.Harbour, "2025-03-04T15:00");

    private static ClusterQueries QueriesOf(TemporaryDatabase database) => new(database.Open(), new ArticleComparer(new DeduplicatorOptions()));

    private static async Task ExecuteAsync(System.Data.Common.DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constants of this class.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(Token);
    }
}

public sealed class A_store_in_SQLite : A_store
{
    internal override TemporaryDatabase Create() => new();
}
