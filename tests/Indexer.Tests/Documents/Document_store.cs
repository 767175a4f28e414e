using Ingest.Contracts;
using Ingest.Indexer.Documents;
using Ingest.Storage;

namespace Ingest.Indexer.Tests.Documents;

/// <summary>What every database must do; each has a class of its own.</summary>
public abstract class Document_store : IAsyncLifetime
{
    private DocumentStore _store = null!;
    private DocumentReader _reader = null!;

    protected abstract Database Open();

    public ValueTask InitializeAsync()
    {
        var database = Open();
        _store = new DocumentStore(database, TimeProvider.System);
        _reader = new DocumentReader(database);
        return ValueTask.CompletedTask;
    }

    public virtual async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Keeps_an_article_with_all_its_fields()
    {
        var article = News.Article("a", "Title", "One.\n\nTwo “quoted”.", "2025-02-13T09:30+01:00") with
        {
            Authors = ["Ann", "Bob"], Agencies = ["Reuters"], Dateline = "LONDON", Url = "http://x", Source = "Times", Section = "World",
            Origin = new Dictionary<string, string> { ["title"] = "header" }, Warnings = ["date: doubtful"], Ordinal = 3,
        };
        await ApplyAsync(News.Change(article));
        var stored = await FindAsync("a");
        Assert.Equivalent(article, stored.Article, strict: true);
        Assert.False(stored.Deleted);
        Assert.Equal(1, await _reader.CountAsync(Cancel));
    }

    [Fact]
    public async Task Takes_a_higher_revision_and_refuses_a_lower_one()
    {
        await ApplyAsync(News.Change(News.Article("a", "two", revision: 2)));
        var late = await ApplyAsync(News.Change(News.Article("a", "one", revision: 1)));
        Assert.Null(late);
        Assert.Equal("two", (await FindAsync("a")).Article!.Title);
        var newer = await ApplyAsync(News.Change(News.Article("a", "three", revision: 3)));
        Assert.Equal(3, newer!.Revision);
        Assert.Equal("three", (await FindAsync("a")).Article!.Title);
    }

    [Fact]
    public async Task A_repeat_changes_nothing_and_gives_the_same_answer()
    {
        var change = News.Change(News.Article("a", "one"), null, News.Assignment("b", 7, "a"));
        var first = await ApplyAsync(change);
        var again = await ApplyAsync(change);
        Assert.Equal(first, again);
        Assert.Equal(first!.Sequence, await _reader.SequenceAsync(Cancel));
    }

    [Fact]
    public async Task The_same_revision_with_another_text_replaces_it()
    {
        var first = await ApplyAsync(News.Change(News.Article("a", "as an older parser read it")));
        var second = await ApplyAsync(News.Change(News.Article("a", "as a newer one reads it")));
        Assert.True(second!.Sequence > first!.Sequence);
        Assert.Equal("as a newer one reads it", (await FindAsync("a")).Article!.Title);
    }

    [Fact]
    public async Task Every_change_takes_a_new_sequence_number()
    {
        await ApplyAsync(News.Change(News.Article("a", "one")), News.Change(News.Article("b", "two")));
        await ApplyAsync(News.Change(News.Article("a", "one, changed", revision: 2)));
        var changes = (await _reader.AfterAsync(0, 10, Cancel)).Changes;
        Assert.Equal([News.Id("b"), News.Id("a")], changes.Select(change => change.ArticleId));
        Assert.Equal([2L, 3L], changes.Select(change => change.Sequence));
        Assert.Equal(News.Id("a"), Assert.Single((await _reader.AfterAsync(2, 10, Cancel)).Changes).ArticleId);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Of_two_assignments_the_higher_version_holds(bool inOrder)
    {
        var (older, newer) = (News.Assignment("a", 5, "x"), News.Assignment("a", 9, "y", Relations.Exact));
        await ApplyAsync(News.Change(News.Article("a", "one")));
        await ApplyAsync(new DocumentChange { Assignments = [inOrder ? older : newer] }, new DocumentChange { Assignments = [inOrder ? newer : older] });
        var stored = await FindAsync("a");
        Assert.Equal((News.Id("y"), Relations.Exact), (stored.ClusterId, stored.Relation));
        Assert.False(stored.IsCanonical);
    }

    [Fact]
    public async Task An_assignment_that_comes_before_its_article_holds_when_it_is_newer()
    {
        await ApplyAsync(new DocumentChange { Assignments = [News.Assignment("a", 9, "x")] });
        Assert.Equal(0, await _reader.SequenceAsync(Cancel));
        await ApplyAsync(News.Change(News.Article("a", "one"), News.Assignment("a", 3)));
        Assert.Equal(News.Id("x"), (await FindAsync("a")).ClusterId);
    }

    [Fact]
    public async Task An_assignment_that_comes_before_its_article_gives_way_to_a_newer_one()
    {
        await ApplyAsync(new DocumentChange { Assignments = [News.Assignment("a", 2, "x")] });
        await ApplyAsync(News.Change(News.Article("a", "one"), News.Assignment("a", 3)));
        Assert.True((await FindAsync("a")).IsCanonical);
    }

    [Fact]
    public async Task What_an_arrival_changes_for_others_is_applied_with_it()
    {
        await ApplyAsync(News.Change(News.Article("b", "older"), News.Assignment("b", 1)));
        await ApplyAsync(News.Change(News.Article("a", "newer"), News.Assignment("a", 2), News.Assignment("b", 3, "a")));
        Assert.Equal(News.Id("a"), (await FindAsync("b")).ClusterId);
        Assert.Equal(2, (await _reader.ClusterSizesAsync([News.Id("a")], Cancel))[News.Id("a")]);
    }

    [Fact]
    public async Task A_changed_cluster_name_is_no_change_for_the_search_index()
    {
        await ApplyAsync(News.Change(News.Article("b", "text"), News.Assignment("b", 1, "x")));
        var before = await FindAsync("b");
        await ApplyAsync(new DocumentChange { Assignments = [News.Assignment("b", 2, "y")] });
        var after = await FindAsync("b");
        Assert.True(after.Sequence > before.Sequence);
        Assert.Equal(before.SearchSequence, after.SearchSequence);
        await ApplyAsync(new DocumentChange { Assignments = [News.Assignment("b", 3)] });
        var canonical = await FindAsync("b");
        Assert.Equal(canonical.Sequence, canonical.SearchSequence);
    }

    [Fact]
    public async Task A_retraction_leaves_a_tombstone_that_late_messages_do_not_revive()
    {
        await ApplyAsync(News.Change(News.Article("a", "one")));
        var withdrawn = await ApplyAsync(News.Retraction("a", 2));
        Assert.Equal((2L, true), (withdrawn!.Revision, withdrawn.Withdrawn));
        Assert.Null(await ApplyAsync(News.Change(News.Article("a", "one"))));
        var stored = await FindAsync("a");
        Assert.True(stored.Deleted);
        Assert.Null(stored.Article);
        Assert.Equal(0, await _reader.CountAsync(Cancel));
    }

    [Fact]
    public async Task A_retraction_repeated_gives_the_same_answer()
    {
        await ApplyAsync(News.Change(News.Article("a", "one")));
        var first = await ApplyAsync(News.Retraction("a", 2));
        Assert.Equal(first, await ApplyAsync(News.Retraction("a", 2)));
    }

    [Fact]
    public async Task A_retraction_of_an_unknown_article_keeps_its_older_revisions_out()
    {
        var withdrawn = await ApplyAsync(News.Retraction("a", 2));
        Assert.True(withdrawn!.Withdrawn);
        Assert.Null(await ApplyAsync(News.Change(News.Article("a", "one"))));
        Assert.True((await FindAsync("a")).Deleted);
    }

    [Fact]
    public async Task A_late_retraction_does_not_withdraw_a_newer_revision()
    {
        await ApplyAsync(News.Change(News.Article("a", "back again", revision: 3)));
        Assert.Null(await ApplyAsync(News.Retraction("a", 2)));
        Assert.False((await FindAsync("a")).Deleted);
    }

    [Fact]
    public async Task A_file_that_comes_back_brings_its_article_back()
    {
        await ApplyAsync(News.Change(News.Article("a", "one")), News.Retraction("a", 2));
        await ApplyAsync(News.Change(News.Article("a", "one again", revision: 3), News.Assignment("a", 4)));
        Assert.Equal("one again", (await FindAsync("a")).Article!.Title);
    }

    [Fact]
    public async Task A_retraction_counts_out_of_its_cluster()
    {
        await ApplyAsync(
            News.Change(News.Article("a", "one"), News.Assignment("a", 1)), News.Change(News.Article("b", "two"), News.Assignment("b", 2, "a")));
        await ApplyAsync(News.Retraction("a", 2, News.Assignment("b", 3)));
        var sizes = await _reader.ClusterSizesAsync([News.Id("a"), News.Id("b")], Cancel);
        Assert.False(sizes.ContainsKey(News.Id("a")));
        Assert.Equal(1, sizes[News.Id("b")]);
    }

    [Fact]
    public async Task Concurrent_changes_are_all_kept_and_each_gets_its_own_answer()
    {
        var states = await Task.WhenAll(Enumerable.Range(0, 500).Select(i =>
            _store.CommitAsync(News.Change(News.Article($"a{i}", $"title {i}")), Cancel)));
        Assert.Equal(500, states.Select(state => state!.Sequence).Distinct().Count());
        Assert.Equal(500, await _reader.CountAsync(Cancel));
    }

    [Fact]
    public async Task Whatever_the_order_of_messages_the_end_is_the_same()
    {
        var changes = new[]
        {
            News.Change(News.Article("a", "a1"), News.Assignment("a", 1)),
            News.Change(News.Article("b", "b1"), News.Assignment("b", 2, "a")),
            News.Change(News.Article("c", "c1"), News.Assignment("c", 3), News.Assignment("a", 4, "c"), News.Assignment("b", 5, "c")),
            News.Change(News.Article("b", "b2", revision: 2), News.Assignment("b", 6, "a")),
            News.Retraction("c", 2, News.Assignment("a", 7), News.Assignment("b", 8, "a")),
        };
        var random = new Random(7);
        for (var round = 0; round < 20; round++)
        {
            // Other articles in every round, the same five events in another order.
            var order = changes.Select(change => Renamed(change, $"{round}")).ToArray();
            random.Shuffle(order);
            foreach (var change in order)
            {
                await ApplyAsync(change);
            }

            var found = await _reader.FindAsync([.. new[] { "a", "b", "c" }.Select(name => $"{round}-{News.Id(name)}")], Cancel);
            Assert.Equal("a1", found[$"{round}-{News.Id("a")}"].Article!.Title);
            Assert.Equal("b2", found[$"{round}-{News.Id("b")}"].Article!.Title);
            Assert.True(found[$"{round}-{News.Id("c")}"].Deleted);
            Assert.Equal($"{round}-{News.Id("a")}", found[$"{round}-{News.Id("b")}"].ClusterId);
            Assert.True(found[$"{round}-{News.Id("a")}"].IsCanonical);
        }
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static DocumentChange Renamed(DocumentChange change, string prefix) => new()
    {
        Article = change.Article is { } article ? article with { ArticleId = $"{prefix}-{article.ArticleId}" } : null,
        Retracted = change.Retracted is { } retracted ? retracted with { ArticleId = $"{prefix}-{retracted.ArticleId}" } : null,
        DiscoveredAt = change.DiscoveredAt,
        Assignments = [.. change.Assignments.Select(assignment => assignment with
        {
            ArticleId = $"{prefix}-{assignment.ArticleId}", ClusterId = $"{prefix}-{assignment.ClusterId}", CanonicalId = $"{prefix}-{assignment.CanonicalId}",
        })],
    };

    private async Task<DocumentState?> ApplyAsync(params DocumentChange[] changes) => (await _store.ApplyAsync(changes, Cancel))[^1];

    private async Task<StoredDocument> FindAsync(string name) => (await _reader.FindAsync([News.Id(name)], Cancel))[News.Id(name)];
}
