using Ingest.Contracts;
using Ingest.Indexer.Documents;
using Ingest.Storage;

namespace Ingest.Indexer.Tests.Documents;

/// <summary>What every database must do for the documents.</summary>
public abstract class Document_store_rules : IAsyncLifetime
{
    private DocumentStore _store = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    protected abstract Database Open();

    public ValueTask InitializeAsync()
    {
        _store = new DocumentStore(Open());
        _store.Migrate();
        return ValueTask.CompletedTask;
    }

    public virtual async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task An_article_is_kept_whole_with_its_place()
    {
        var article = News.Article("a") with { Authors = ["Ada Quill"], Origin = new Dictionary<string, string> { ["title"] = "header" } };

        Assert.NotNull(await ApplyAsync(News.Clustered(article, cluster: "c", relation: Relations.Near)));

        var document = Assert.Single(await _store.TailAsync(0, 10, Stop));
        Assert.Equivalent(article, document.Article);
        Assert.Equal(("c", Relations.Near, News.Noon, true), (document.ClusterId, document.Relation, document.DiscoveredAt, document.IsNew));
    }

    [Fact]
    public async Task A_repeat_changes_nothing_and_is_answered_the_same()
    {
        var first = await ApplyAsync(News.Clustered(News.Article("a")));

        Assert.Equal(first, await ApplyAsync(News.Clustered(News.Article("a"))));
        Assert.Equal(first, await _store.SequenceAsync(Stop));
    }

    [Fact]
    public async Task A_newer_revision_takes_the_place_of_an_older_one_and_never_the_other_way_round()
    {
        await ApplyAsync(News.Clustered(News.Article("a", body: "new", revision: 3)));

        Assert.Null(await ApplyAsync(News.Clustered(News.Article("a", body: "old", revision: 2))));
        Assert.Null(await ApplyAsync(News.Retracted("a", 2)));

        Assert.Equal("new", Assert.Single(await _store.FindAsync(["a"], Stop)).Article!.Body);
    }

    [Fact]
    public async Task A_retraction_withdraws_and_nothing_older_brings_it_back_but_a_newer_revision_does()
    {
        await ApplyAsync(News.Clustered(News.Article("a")));
        var withdrawn = await ApplyAsync(News.Retracted("a", 2));

        Assert.NotNull(withdrawn);
        Assert.Equal(withdrawn, await ApplyAsync(News.Retracted("a", 2)));
        Assert.Null(await ApplyAsync(News.Clustered(News.Article("a"), version: 5)));
        Assert.Empty(await _store.FindAsync(["a"], Stop));
        Assert.Null(Assert.Single(await _store.TailAsync(0, 10, Stop)).Article);
        await ApplyAsync(News.Clustered(News.Article("a", revision: 3)));
        Assert.Single(await _store.FindAsync(["a"], Stop));
    }

    [Fact]
    public async Task A_retraction_of_something_unknown_is_kept_too()
    {
        Assert.NotNull(await ApplyAsync(News.Retracted("a", 4)));

        Assert.Null(await ApplyAsync(News.Clustered(News.Article("a", revision: 3))));
    }

    [Fact]
    public async Task Of_two_assignments_the_higher_version_holds_whichever_comes_first()
    {
        await ApplyAsync(News.Clustered(News.Article("a"), version: 7, cluster: "c7"));
        await ApplyAsync(News.Clustered(News.Article("b"), version: 8, changed: News.Assignment("a", 6, "c6")));
        Assert.Equal("c7", Assert.Single(await _store.FindAsync(["a"], Stop)).ClusterId);

        await ApplyAsync(News.Clustered(News.Article("b"), version: 8, changed: News.Assignment("a", 9, "c9", Relations.Exact)));

        var document = Assert.Single(await _store.FindAsync(["a"], Stop));
        Assert.Equal(("c9", Relations.Exact), (document.ClusterId, document.Relation));
    }

    [Fact]
    public async Task An_assignment_may_come_before_its_article()
    {
        await ApplyAsync(News.Clustered(News.Article("b"), version: 2, changed: News.Assignment("a", 3, "b", Relations.Exact)));

        await ApplyAsync(News.Clustered(News.Article("a"), version: 1));

        Assert.Equal(("b", Relations.Exact), (Assert.Single(await _store.FindAsync(["a"], Stop)).ClusterId, Relations.Exact));
    }

    [Fact]
    public async Task A_moved_article_takes_a_new_place_in_the_order_of_changes_and_is_not_new()
    {
        await ApplyAsync(News.Clustered(News.Article("a")));
        var before = await _store.SequenceAsync(Stop);

        await ApplyAsync(new ClusterChanged { Changed = [News.Assignment("a", 2, "c")] });

        var document = Assert.Single(await _store.TailAsync(before, 10, Stop));
        Assert.Equal(("a", "c", false), (document.ArticleId, document.ClusterId, document.IsNew));
    }

    [Fact]
    public async Task Cluster_sizes_count_what_is_there()
    {
        await ApplyAsync(News.Clustered(News.Article("a"), cluster: "a"));
        await ApplyAsync(News.Clustered(News.Article("b"), cluster: "a", relation: Relations.Exact));
        await ApplyAsync(News.Clustered(News.Article("c"), cluster: "a", relation: Relations.Exact));
        await ApplyAsync(News.Retracted("c", 2));

        Assert.Equal(2, (await _store.ClusterSizesAsync(["a"], Stop))["a"]);
        Assert.Equal(2, (await _store.CountAsync(Stop)).Documents);
    }

    [Fact]
    public async Task Many_at_once_get_a_number_each_and_the_tail_gives_them_in_order()
    {
        var sequences = await Task.WhenAll(Enumerable.Range(0, 500).Select(i => ApplyAsync(News.Clustered(News.Article($"{i:D3}")))));

        Assert.Equal(500, sequences.Distinct().Count());
        var tail = new List<long>();
        for (var after = 0L; await _store.TailAsync(after, 64, Stop) is { Count: > 0 } page; after = tail[^1])
        {
            tail.AddRange(page.Select(document => document.Sequence));
        }

        Assert.Equal(sequences.Select(sequence => sequence!.Value).Order(), tail);
    }

    private Task<long?> ApplyAsync(ArticleClustered clustered) => _store.ApplyAsync(DocumentChange.Of(clustered), Stop);

    private Task<long?> ApplyAsync(ClusterChanged changed) => _store.ApplyAsync(DocumentChange.Of(changed), Stop);
}
