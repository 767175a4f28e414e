using Ingest.Contracts;
using Ingest.Indexer.Documents;

namespace Ingest.Indexer.Tests.Documents;

/// <summary>A tail that trusted its memory where another process has written would never index what that one wrote.</summary>
public sealed class Recent_changes
{
    private readonly RecentChanges _recent = new();

    [Fact]
    public void Changes_come_back_in_order_from_where_one_asks()
    {
        _recent.Add([Change(1), Change(2)]);
        _recent.Add([Change(3)]);

        Assert.Equal([2, 3], Sequences(_recent.After(1, 10)));
        Assert.Equal([2], Sequences(_recent.After(1, 1)));
    }

    [Fact]
    public void There_is_no_answer_when_something_is_missing_before_them()
    {
        _recent.Add([Change(5)]);

        Assert.Null(_recent.After(3, 10));
        Assert.Equal([5], Sequences(_recent.After(4, 10)));
    }

    [Fact]
    public void What_another_process_wrote_in_between_makes_a_gap()
    {
        _recent.Add([Change(1), Change(2)]);
        _recent.Add([Change(4)]);

        Assert.Null(_recent.After(0, 10));
        Assert.Null(_recent.After(2, 10));
        Assert.Equal([4], Sequences(_recent.After(3, 10)));
    }

    [Fact]
    public void There_is_no_answer_at_the_end_nor_beyond_it()
    {
        _recent.Add([Change(1)]);

        Assert.Null(_recent.After(1, 10));
        Assert.Null(_recent.After(7, 10));
    }

    [Fact]
    public void Only_the_last_of_very_many_are_kept()
    {
        for (var i = 1; i <= 40_000; i++)
        {
            _recent.Add([Change(i)]);
        }

        Assert.Null(_recent.After(20_000, 10));
        Assert.Equal([39_999, 40_000], Sequences(_recent.After(39_998, 10)));
    }

    [Fact]
    public void Large_articles_are_not_kept_for_long()
    {
        for (var i = 1; i <= 100; i++)
        {
            _recent.Add([Change(i, new string('a', 1 << 20))]);
        }

        Assert.Null(_recent.After(50, 10));
        Assert.Equal([100], Sequences(_recent.After(99, 10)));
    }

    private static IEnumerable<long> Sequences(IReadOnlyList<StoredDocument>? changes)
    {
        Assert.NotNull(changes);
        return changes.Select(change => change.Sequence);
    }

    private static StoredDocument Change(long sequence, string body = "Text.") => new()
    {
        Sequence = sequence,
        FirstSequence = sequence,
        SearchSequence = sequence,
        ArticleId = $"a{sequence}",
        Deleted = false,
        Article = News.Article($"a{sequence}", "Headline") with { Body = body },
        ClusterId = "c",
        Relation = Relations.Canonical,
        CanonicalId = $"a{sequence}",
        DiscoveredAt = DateTimeOffset.UnixEpoch,
        IndexedAt = DateTimeOffset.UnixEpoch,
    };
}
