using Dapper;
using Ingest.Deduplicator.Sketching;
using Ingest.Deduplicator.Store;

namespace Ingest.Deduplicator.Tests.Store;

public sealed class Removals_from_files_of_the_index
{
    private const int Articles = 1600;

    // So many that rows are dropped from the store while the file, written anew a little before, still has their texts.
    private const int Removed = 1100;

    [Theory]
    [InlineData(10)]
    [InlineData(200_000)]
    public async Task Leave_nothing_behind_that_is_found_or_missed(int hotTexts)
    {
        var options = new DeduplicatorOptions { HotTexts = hotTexts };
        var sketcher = new Sketcher(options);
        using var database = new TemporaryDatabase();
        await using (var store = database.Store(options))
        {
            await store.PlaceAsync([.. Enumerable.Range(0, Articles).Select(i => sketcher.Of(Article(i, "")))], TestContext.Current.CancellationToken);
            Assert.Equal(hotTexts == 10, database.IndexFiles.Count == 1);
            foreach (var batch in Enumerable.Range(0, Removed).Chunk(70))
            {
                await store.ApplyAsync([.. batch.Select(i => (Change)new Change.Retraction(News.Id(Name(i, "")), 2))], TestContext.Current.CancellationToken);
            }
        }

        await using (var connection = await database.Open().OpenAsync(TestContext.Current.CancellationToken))
        {
            Assert.NotEqual(0, await connection.ExecuteScalarAsync<int>("SELECT COUNT(*) FROM text_directory"));
            Assert.Equal(0, await connection.ExecuteScalarAsync<int>("SELECT COUNT(*) FROM text_directory WHERE text_no NOT IN (SELECT text_no FROM texts)"));
        }

        foreach (var round in new[] { "a", "b" })
        {
            await using var restarted = database.Store(options);
            await AssertFoundAsync(restarted, sketcher, round);
        }
    }

    /// <summary>Near copies of all: those of removed articles stand alone or with the last such copy, the others with what is there.</summary>
    private static async Task AssertFoundAsync(ClusterStore store, Sketcher sketcher, string round)
    {
        var placed = await store.PlaceAsync([.. Enumerable.Range(0, Articles).Select(i => sketcher.Of(Article(i, round)))], TestContext.Current.CancellationToken);
        Assert.All(Enumerable.Range(0, Articles), i => Assert.Equal(
            News.Id(Name(i, i >= Removed ? "" : "a")), placed[i]!.Assignment!.ClusterId));
    }

    private static Contracts.Article Article(int number, string round)
    {
        var random = new Random(number);
        var words = Enumerable.Range(0, 60).Select(_ => $"w{random.Next(100_000)}x").Append(round);
        return News.Article(Name(number, round), $"Title {number}", string.Join(' ', words), round == "" ? "2025-03-04T10:00" : $"2025-03-04T1{round[0] - 'a' + 1}:00");
    }

    private static string Name(int number, string round) => $"{number}{round}";
}
