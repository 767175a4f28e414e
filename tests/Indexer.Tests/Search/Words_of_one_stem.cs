using Ingest.Indexer.Search;
using Ingest.Queries;
using Lucene.Net.Index;
using Lucene.Net.Store;

namespace Ingest.Indexer.Tests.Search;

/// <summary>Only words as written are indexed; which of them belong together is looked up when somebody searches.</summary>
public sealed class Words_of_one_stem : IAsyncLifetime
{
    private readonly Archive _archive = new();

    public async ValueTask InitializeAsync() => await _archive.AddAsync(
        News.Article("one", "Country", "The army of one country."),
        News.Article("many", "Countries", "The armies of many countries reported."),
        News.Article("appel", "Un appel", "Ils appellent le maire, dit-il.") with { Language = "fr" },
        News.Article("appels", "Des appels", "Deux appels au calme.") with { Language = "fr" },
        News.Article("wahl", "Die Wahlen", "Nach den Wahlen wird gezählt.") with { Language = "de" });

    public ValueTask DisposeAsync() => _archive.DisposeAsync();

    [Theory]
    [InlineData("country", "many one")]
    [InlineData("countries", "many one")]
    [InlineData("body:army", "many one")]
    [InlineData("appel", "appel appels")]
    [InlineData("wahl", "wahl")]
    [InlineData("\"many countries\"", "many")]
    [InlineData("\"many country\"", "")]
    [InlineData("NEAR(army country)", "many one")]
    [InlineData("report", "many")]
    public async Task Find_each_other(string query, string names) =>
        Assert.Equal(names, string.Join(' ', (await _archive.NamesAsync(query)).Split(' ').Order(StringComparer.Ordinal)));

    [Fact]
    public async Task Find_each_other_when_the_article_that_first_had_one_of_them_is_gone()
    {
        await _archive.ApplyAsync(News.Retraction("many", 2));
        await _archive.AddAsync(News.Article("later", "Later", "Other countries, other armies."));

        Assert.Equal("later one", string.Join(' ', (await _archive.NamesAsync("country")).Split(' ').Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task What_is_known_of_them_is_no_article()
    {
        Assert.Equal(5, (await _archive.SearchAsync(new SearchRequest { Limit = 0, Duplicates = "show" })).Total);
        Assert.Equal(3, (await _archive.SearchAsync(new SearchRequest { Query = "-country", Limit = 0, Duplicates = "show" })).Total);
    }

    [Fact]
    public async Task What_is_known_already_is_not_kept_once_more_for_each_article()
    {
        await _archive.SearchAsync("country");
        var before = Documents();
        await _archive.AddAsync(News.Article("again", "Countries again", "The armies of many countries reported."));

        Assert.Equal("again many one", string.Join(' ', (await _archive.NamesAsync("country")).Split(' ').Order(StringComparer.Ordinal)));
        Assert.Equal(before + 1, Documents());
    }

    private int Documents()
    {
        using var directory = FSDirectory.Open(Path.Combine(_archive.Folder.Path, "index"), NoLockFactory.GetNoLockFactory());
        using var reader = DirectoryReader.Open(directory);
        return reader.NumDocs;
    }
}
