using Ingest.Indexer.Documents;
using Ingest.Queries;

namespace Ingest.Indexer.Tests.Search;

public sealed class Duplicates : IAsyncLifetime
{
    private readonly Archive _archive = new();

    public async ValueTask InitializeAsync() => await _archive.ApplyAsync(
        News.Change(News.Article("first", "Flood in Rome", "Water everywhere."), News.Assignment("first", 1)),
        News.Change(News.Article("copy", "Flood in Rome", "Water everywhere."), News.Assignment("copy", 2, "first")),
        News.Change(News.Article("other", "Flood in Oslo", "Less water."), News.Assignment("other", 3)));

    public ValueTask DisposeAsync() => _archive.DisposeAsync();

    [Fact]
    public async Task Are_hidden_under_their_canonical_article_unless_asked_for()
    {
        var hidden = await _archive.SearchAsync("flood");
        Assert.Equal(2, hidden.Total);
        Assert.Equal(2, hidden.Hits.Single(hit => hit.Path == "first.txt").ClusterSize);
        Assert.Equal(1, hidden.Hits.Single(hit => hit.Path == "other.txt").ClusterSize);
        var shown = await _archive.SearchAsync(new SearchRequest { Query = "flood", Duplicates = "show" });
        Assert.Equal(3, shown.Total);
    }

    [Fact]
    public async Task Follow_a_new_canonical_article()
    {
        await _archive.SearchAsync("flood");
        await _archive.ApplyAsync(News.Change(
            News.Article("best", "Flood in Rome", "Water everywhere."), News.Assignment("best", 4), News.Assignment("first", 5, "best"), News.Assignment("copy", 6, "best")));
        var hit = (await _archive.SearchAsync("rome")).Hits.Single();
        Assert.Equal(("best.txt", 3), (hit.Path, hit.ClusterSize));
    }

    [Fact]
    public async Task Are_on_their_own_again_when_the_canonical_article_is_withdrawn()
    {
        await _archive.SearchAsync("flood");
        await _archive.ApplyAsync(News.Retraction("first", 2, News.Assignment("copy", 4)));
        var hit = (await _archive.SearchAsync("rome")).Hits.Single();
        Assert.Equal(("copy.txt", 1), (hit.Path, hit.ClusterSize));
        Assert.Equal(1, (await _archive.SearchAsync(new SearchRequest { Query = "rome", Duplicates = "show" })).Total);
    }

    [Fact]
    public async Task Follow_a_person_who_splits_a_cluster()
    {
        await _archive.SearchAsync("flood");
        await _archive.ApplyAsync(new DocumentChange { Assignments = [News.Assignment("copy", 9)] });
        var hits = (await _archive.SearchAsync("rome")).Hits;
        Assert.Equal([1, 1], hits.Select(hit => hit.ClusterSize));
    }
}
