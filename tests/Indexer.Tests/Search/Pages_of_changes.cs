using Ingest.Contracts;
using Ingest.Indexer.Documents;
using Ingest.Indexer.Search;
using Microsoft.Extensions.Logging.Abstractions;

namespace Ingest.Indexer.Tests.Search;

/// <summary>The store goes on changing between two pages that the index reads of it.</summary>
public sealed class Pages_of_changes : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly WritableIndex _index;

    public Pages_of_changes() =>
        _index = WritableIndex.Open(new IndexFolder(_folder.Index), "store", 0, check: false, NullLogger.Instance);

    public void Dispose()
    {
        _index.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void A_document_that_moves_behind_a_page_before_it_was_read_is_indexed_with_the_next_one()
    {
        _index.Apply(new ChangePage([Stored("a", sequence: 1), Stored("c", sequence: 3)], ReachesEnd: false, HasAll: false));
        _index.Apply(new ChangePage([Stored("b", sequence: 4, first: 2, search: 2)], ReachesEnd: true, HasAll: false));

        Assert.Equal(["a", "b", "c"], Found());
    }

    [Fact]
    public void A_document_that_moves_after_it_was_read_is_there_once()
    {
        _index.Apply(new ChangePage([Stored("a", sequence: 1), Stored("b", sequence: 2)], ReachesEnd: true, HasAll: false));
        _index.Apply(new ChangePage([Stored("a", sequence: 3, first: 1, search: 1)], ReachesEnd: true, HasAll: false));

        Assert.Equal(["a", "b"], Found());
    }

    [Fact]
    public void An_article_that_comes_and_changes_within_one_page_is_there_once()
    {
        _index.Apply(new ChangePage([Stored("a", sequence: 1), Stored("b", sequence: 2), Stored("a", sequence: 3, first: 1)], ReachesEnd: false, HasAll: true));

        Assert.Equal(["a", "b"], Found());
    }

    [Fact]
    public void Pages_with_every_change_need_not_be_indexed_again_when_only_a_cluster_was_renamed()
    {
        _index.Apply(new ChangePage([], ReachesEnd: true, HasAll: false));
        _index.Apply(new ChangePage([Stored("a", sequence: 1)], ReachesEnd: false, HasAll: true));
        _index.Apply(new ChangePage([Stored("a", sequence: 2, first: 1, search: 1) with { Article = null }], ReachesEnd: false, HasAll: true));

        Assert.Equal(["a"], Found());
    }

    private IEnumerable<string> Found()
    {
        _index.Refresh();
        return _index.Search(new SearchPlan { Limit = 10 }).Articles.Select(article => article.ArticleId).Order(StringComparer.Ordinal);
    }

    private static StoredDocument Stored(string id, long sequence, long? first = null, long? search = null) => new()
    {
        Sequence = sequence,
        FirstSequence = first ?? sequence,
        SearchSequence = search ?? sequence,
        ArticleId = id,
        Deleted = false,
        Article = News.Article(id, $"Headline {id}") with { ArticleId = id },
        ClusterId = id,
        Relation = Relations.Canonical,
        CanonicalId = id,
        DiscoveredAt = DateTimeOffset.UnixEpoch,
        IndexedAt = DateTimeOffset.UnixEpoch,
    };
}
