using System.Globalization;
using Ingest.Deduplicator.Queries;
using Ingest.Deduplicator.Sketching;

namespace Ingest.Deduplicator.Tests.Sketching;

public sealed class Bad_input
{
    private readonly Sketcher _sketcher = new(new DeduplicatorOptions());

    [Fact]
    public void A_word_repeated_a_million_times_is_one_shingle()
    {
        var signature = _sketcher.Of(News.Article("a", "Title", string.Concat(Enumerable.Repeat("word ", 1_000_000))));

        Assert.Equal(1_000_000, signature.Words);
        Assert.Single(signature.Text.Shingles);
    }

    [Fact]
    public void A_book_keeps_as_many_words_as_are_compared_and_is_told_from_one_with_another_end()
    {
        var book = string.Join(' ', Enumerable.Range(0, 1_000_000).Select(i => "w" + i.ToString(CultureInfo.InvariantCulture)));
        var (first, second) = (_sketcher.Of(News.Article("a", "Title", book)), _sketcher.Of(News.Article("b", "Title", book + " end")));

        Assert.Equal(20_000, first.Text.Tokens.Length);
        Assert.NotEqual(first.Text.Identity, second.Text.Identity);
    }

    [Fact]
    public void Broken_Unicode_and_nothing_at_all_are_sketched_as_well()
    {
        Assert.Equal(0, _sketcher.Of(News.Article("a", "", "", "no date")).KeyCount);
        Assert.True(_sketcher.Of(News.Article("a", "\uD800", "a\uDC00 \uD83D e\u0301 \u201C\u201C\u201D")).Words > 0);
    }

    [Fact]
    public async Task Boilerplate_beyond_the_limit_makes_the_same_clusters_in_any_order()
    {
        // Different notices over the same long text: more of them than a bucket may hold.
        var options = new DeduplicatorOptions { BucketLimit = 20 };
        var boilerplate = string.Join(' ', Enumerable.Range(0, 200).Select(i => "legal" + i.ToString(CultureInfo.InvariantCulture)));
        var notices = Enumerable.Range(0, 60).Select(i => News.Article($"n{i}", "Notice", $"{boilerplate} about thing{i} and thing{i + 1000} there")).ToList();

        var forwards = await ClustersAsync(notices, options);
        Assert.Equal(60, forwards.Count);
        Assert.Equal(forwards, await ClustersAsync(Enumerable.Reverse(notices), options));
    }

    private static async Task<List<(string, string)>> ClustersAsync(IEnumerable<Contracts.Article> articles, DeduplicatorOptions options)
    {
        var sketcher = new Sketcher(options);
        using var database = new TemporaryDatabase();
        await using var store = database.Store(options);
        foreach (var article in articles)
        {
            await store.PlaceAsync([sketcher.Of(article)], TestContext.Current.CancellationToken);
        }

        var page = await new ClusterQueries(database.Open(), new ArticleComparer(options)).ScanAsync(new Ingest.Queries.ClusterScan(), TestContext.Current.CancellationToken);
        return [.. page.Members.Select(member => (member.ArticleId, member.ClusterId))];
    }
}
