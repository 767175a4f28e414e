using System.Globalization;
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
    public async Task Boilerplate_beyond_the_limit_is_left_alone_whatever_the_order()
    {
        // Different notices over the same long text: more of them than a bucket may hold.
        var options = new DeduplicatorOptions { BucketLimit = 20 };
        var boilerplate = string.Join(' ', Enumerable.Range(0, 200).Select(i => "legal" + i.ToString(CultureInfo.InvariantCulture)));
        var sketcher = new Sketcher(options);
        using var database = new TemporaryDatabase();
        await using var store = database.Store(options);
        for (var i = 0; i < 60; i++)
        {
            await store.PlaceAsync([sketcher.Of(News.Article($"n{i}", "Notice", $"{boilerplate} about thing{i} and thing{i + 1000} there"))], TestContext.Current.CancellationToken);
        }

        for (var i = 0; i < 60; i++)
        {
            var again = await store.PlaceAsync([sketcher.Of(News.Article($"n{i}", "Notice", $"{boilerplate} about thing{i} and thing{i + 1000} there"))], TestContext.Current.CancellationToken);
            Assert.Equal(Contracts.Relations.Canonical, again[0]!.Assignment!.Relation);
        }
    }
}
