using Ingest.Deduplicator.Queries;
using Ingest.Deduplicator.Sketching;
using Ingest.Queries;

namespace Ingest.Deduplicator.Tests.Set;

public sealed class A_near_copy_of_a_member
{
    private static readonly string[] Beginning = Words("a", 80);
    private static readonly string[] End = Words("b", 40);

    // Half of the story's words, and a new ending; then the same with a sentence rewritten, which leaves it less like the story than the rules ask.
    private static readonly Contracts.Article Story = Of("story", "Harbour reopens", [.. Beginning, .. Words("c", 40)], 10);
    private static readonly Contracts.Article Later = Of("later", "Port back in service", [.. Beginning, .. End], 11);
    private static readonly Contracts.Article Copy = Of("copy", "Ships sail again", [.. Beginning[..66], .. Words("d", 14), .. End], 12);

    // As far from the copy as the copy is from the story: this would be a chain.
    private static readonly Contracts.Article Next = Of("next", "Cranes lift at last", [.. Beginning[..66], .. Words("d", 14), .. Words("e", 44)], 13);

    [Theory]
    [InlineData("story later copy next")]
    [InlineData("next copy later story")]
    [InlineData("copy story next later")]
    public async Task Is_in_its_cluster_and_carries_no_further(string order)
    {
        using var database = new TemporaryDatabase();
        var options = new DeduplicatorOptions();
        await using var store = database.Store(options);
        var sketcher = new Sketcher(options);
        var all = new[] { Story, Later, Copy, Next };
        foreach (var name in order.Split(' '))
        {
            await store.PlaceAsync(sketcher.Of(all.Single(article => article.ArticleId == News.Id(name))), TestContext.Current.CancellationToken);
        }

        var placed = await store.PlaceAsync([.. all.Select(sketcher.Of)], TestContext.Current.CancellationToken);
        Assert.Equal(
            [News.Id("story"), News.Id("story"), News.Id("story"), News.Id("next")],
            placed.Select(placement => placement!.Assignment!.ClusterId));
        Assert.Equal(News.Id("later"), placed[2]!.Assignment!.MatchedId);
    }

    [Fact]
    public async Task Is_said_to_be_there_because_of_it()
    {
        using var database = new TemporaryDatabase();
        var options = new DeduplicatorOptions();
        await using var store = database.Store(options);
        var sketcher = new Sketcher(options);
        await store.PlaceAsync([sketcher.Of(Story), sketcher.Of(Later), sketcher.Of(Copy)], TestContext.Current.CancellationToken);

        var comparison = await new ClusterQueries(database.Open(), new ArticleComparer(options))
            .CompareAsync(new ComparisonRequest(Story, Copy), TestContext.Current.CancellationToken);

        Assert.Null(comparison.Relation);
        Assert.True(comparison.SameCluster);
        Assert.Contains("The first is the canonical article of its cluster.", comparison.Findings);
        Assert.Contains(comparison.Findings, finding => finding.StartsWith($"The second is in the cluster of {Story.ArticleId}, as 'near' of {Later.ArticleId} (similarity", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Leaves_with_it()
    {
        using var database = new TemporaryDatabase();
        var options = new DeduplicatorOptions();
        await using var store = database.Store(options);
        var sketcher = new Sketcher(options);
        await store.PlaceAsync([sketcher.Of(Story), sketcher.Of(Later), sketcher.Of(Copy)], TestContext.Current.CancellationToken);

        await store.RetractAsync(Story.ArticleId, 2, TestContext.Current.CancellationToken);

        var placed = await store.PlaceAsync(sketcher.Of(Copy), TestContext.Current.CancellationToken);
        Assert.Equal(News.Id("later"), placed!.Assignment!.ClusterId);
    }

    private static Contracts.Article Of(string name, string title, string[] words, int hour) =>
        News.Article(name, title, string.Join(' ', words), FormattableString.Invariant($"2025-03-04T{hour}:00"));

    private static string[] Words(string kind, int count) => [.. Enumerable.Range(0, count).Select(i => $"{kind}word{(char)('a' + (i % 26))}{(char)('a' + (i / 26))}")];
}
