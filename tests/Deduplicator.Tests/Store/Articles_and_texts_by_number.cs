using Dapper;
using Ingest.Deduplicator.Queries;
using Ingest.Deduplicator.Sketching;
using Ingest.Deduplicator.Store;
using Ingest.Queries;
using Ingest.Storage;

namespace Ingest.Deduplicator.Tests.Store;

/// <summary>New ones are looked up in memory and filed now and then; nobody may notice.</summary>
public sealed class Articles_and_texts_by_number
{
    private const int Articles = 90;

    /// <summary>As the tables were before the migration that filed them.</summary>
    private const string Downgrade =
        """
        DROP TABLE article_directory; DROP TABLE text_directory; DROP INDEX texts_dead;
        CREATE UNIQUE INDEX texts_identity ON texts (identity, week);
        ALTER TABLE state DROP COLUMN articles_filed; ALTER TABLE state DROP COLUMN texts_filed;
        DELETE FROM SchemaVersions WHERE ScriptName LIKE '%0005%';
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(4)]
    [InlineData(100)]
    [InlineData(200_000)]
    public async Task Are_known_again_by_another_process_and_after_a_restart(int hotTexts)
    {
        using var database = new TemporaryDatabase();
        await using (var first = database.Store(Options(hotTexts)))
        {
            await using var second = database.Store(Options(hotTexts));
            for (var i = 0; i < Articles; i++)
            {
                await (i % 2 == 0 ? first : second).PlaceAsync(Article(i, 1));
                await (i % 3 == 0 ? first : second).PlaceAsync(Article(i / 2, 2));
            }
        }

        await using var restarted = database.Store(Options(hotTexts));
        for (var i = 0; i < Articles; i++)
        {
            Assert.Null(await restarted.PlaceAsync(Article(i, 0)));
        }

        await AssertPagesAsync(database, Articles);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(200_000)]
    public async Task Are_read_in_order_page_by_page_without_those_that_went(int hotTexts)
    {
        using var database = new TemporaryDatabase();
        await using var store = database.Store(Options(hotTexts));
        for (var i = 0; i < Articles; i++)
        {
            await store.PlaceAsync(Article(i, 1));
        }

        for (var i = Articles / 3; i < Articles; i++)
        {
            await store.RetractAsync($"a{i}", 2);
        }

        await AssertPagesAsync(database, Articles / 3);
    }

    [Fact]
    public async Task Are_filed_when_so_many_are_new_and_not_earlier()
    {
        using var database = new TemporaryDatabase();
        await using var store = database.Store(Options(40));
        await using var connection = await database.Open().OpenAsync(Token);
        var filed = new List<int>();
        for (var i = 0; i < Articles; i++)
        {
            await store.PlaceAsync(Article(i, 1));
            filed.Add(await connection.ExecuteScalarAsync<int>("SELECT articles_filed FROM state"));
        }

        Assert.Equal([0, 11, 22, 33, 44, 55, 66, 77, 88], filed.Distinct());
        Assert.Equal(88, await connection.ExecuteScalarAsync<int>("SELECT COUNT(*) FROM article_directory"));
    }

    [Theory]
    [InlineData(4)]
    [InlineData(200_000)]
    public async Task Are_told_apart_where_identifiers_begin_alike(int hotTexts)
    {
        using var database = new TemporaryDatabase();
        await using var store = database.Store(Options(hotTexts));
        string[] ids = ["0123456789ab", "0123456789ab-2", "0123456789ab-3", "0123"];
        foreach (var (id, i) in ids.Select((id, i) => (id, i)))
        {
            await store.PlaceAsync(Article(i * 3, 2) with { ArticleId = id });
        }

        var queries = new ClusterQueries(database.Open(), new ArticleComparer(new DeduplicatorOptions()));
        foreach (var (id, i) in ids.Select((id, i) => (id, i)))
        {
            Assert.Null(await store.PlaceAsync(Article(i * 3, 1) with { ArticleId = id }));
            Assert.Equal($"a{i * 3}.txt", (await queries.GetAsync(new ArticleKey(id), Token))!.Path);
        }

        Assert.Equal(ids.Order(StringComparer.Ordinal), (await queries.ScanAsync(new ClusterScan(), Token)).Members.Select(member => member.ArticleId));
    }

    [Fact]
    public async Task Are_taken_over_from_the_version_before()
    {
        using var database = new TemporaryDatabase();
        await using (var store = database.Store())
        {
            for (var i = 0; i < Articles; i++)
            {
                await store.PlaceAsync(Article(i, 2));
            }
        }

        var before = await AssertPagesAsync(database, Articles);
        await using (var connection = await database.Open().OpenAsync(Token))
        {
            await connection.ExecuteAsync(Downgrade);
        }

        var queries = new ClusterQueries(database.Open(), new ArticleComparer(new DeduplicatorOptions()));
        var refusal = await Assert.ThrowsAsync<StoreException>(() => queries.ScanAsync(new ClusterScan(), Token));
        Assert.Contains("of an earlier version", refusal.Message, StringComparison.Ordinal);

        await using (var store = database.Store())
        {
            Assert.Null(await store.PlaceAsync(Article(Articles - 1, 1)));
            Assert.Equal(before, await AssertPagesAsync(database, Articles));
            var copy = await store.PlaceAsync(News.Article("copy", "Harbour", Body(0), "2025-03-04T12:00"));
            Assert.Equal(before.First(member => member.ArticleId == News.Id("a0")).ClusterId, copy!.Assignment!.ClusterId);
        }
    }

    private static DeduplicatorOptions Options(int hotTexts) => new() { HotTexts = hotTexts };

    /// <summary>Each third has the words of another article in another week.</summary>
    private static Contracts.Article Article(int number, long revision) =>
        News.Article($"a{number}", $"Title {number}", Body(number / 3), $"2025-03-{4 + (7 * (number % 3)):00}T10:00", revision);

    private static string Body(int number)
    {
        var random = new Random(number);
        return string.Join(' ', Enumerable.Range(0, 200).Select(_ => $"w{random.Next(100_000)}x"));
    }

    /// <summary>All articles, read in pages: each once, in order, and each found by itself, in a cluster with the others of its words.</summary>
    private static async Task<List<ClusterMember>> AssertPagesAsync(TemporaryDatabase database, int articles)
    {
        var queries = new ClusterQueries(database.Open(), new ArticleComparer(new DeduplicatorOptions()));
        var seen = new List<ClusterMember>();
        for (var scan = new ClusterScan(Limit: 7); scan is not null;)
        {
            var page = await queries.ScanAsync(scan, Token);
            seen.AddRange(page.Members);
            scan = page.Next is null ? null : scan with { After = page.Next };
        }

        Assert.Equal(Enumerable.Range(0, articles).Select(i => News.Id($"a{i}")).Order(StringComparer.Ordinal), seen.Select(member => member.ArticleId));
        Assert.Equal(articles / 3, seen.Select(member => member.ClusterId).Distinct().Count());
        foreach (var member in seen)
        {
            Assert.Equal(member, await queries.GetAsync(new ArticleKey(member.ArticleId), Token));
            Assert.Equal(3, (await queries.ClusterAsync(new ClusterKey(member.ArticleId), Token))!.Members.Count);
        }

        return seen;
    }
}
