using Ingest.Queries;

namespace Ingest.Indexer.Tests.Search;

/// <summary>Misspelt words, and sentences that no article has whole.</summary>
public sealed class Words_that_are_missing : IAsyncLifetime
{
    private readonly Archive _archive = new();

    public async ValueTask InitializeAsync() => await _archive.AddAsync(
    [
        News.Article("wing", "Wing in a slipstream", "Aerodynamic lift of a heated wing at high speed was measured."),
        News.Article("heat", "Heat conduction", "Heat conduction in composite slabs at high temperatures."),
        .. Enumerable.Range(0, 30).Select(i => News.Article($"g{i}", "The government resigned", $"Parliament met for the session number {i}.")),
    ]);

    public ValueTask DisposeAsync() => _archive.DisposeAsync();

    [Theory]
    [InlineData("goverment", "government")]
    [InlineData("title:goverment resigned", "title:government resigned")]
    [InlineData("parlament OR goverment", "parliament OR government")]
    [InlineData("(goverment -slipstream)", "(government -slipstream)")]
    public async Task A_misspelt_word_is_mended_by_the_archives_own(string query, string better)
    {
        var response = await _archive.SearchAsync(query);
        Assert.Equal(better, response.DidYouMean);
        Assert.True((await _archive.SearchAsync(better)).Total > response.Total || response.Relaxed);
    }

    [Theory]
    [InlineData("government")]
    [InlineData("slipstream")]
    [InlineData("xyzzy")]
    [InlineData("\"goverment\"")]
    [InlineData("-goverment")]
    [InlineData("gov*")]
    [InlineData("")]
    public async Task Nothing_is_suggested_for_good_words_strange_words_and_exact_ones(string query) =>
        Assert.Null((await _archive.SearchAsync(query)).DidYouMean);

    [Fact]
    public async Task A_sentence_finds_the_articles_with_the_most_telling_words()
    {
        var response = await _archive.SearchAsync("what problems of heat conduction in composite slabs have been solved so far .");
        Assert.True(response.Relaxed);
        Assert.Equal("heat", Archive.Names(response).Split(' ')[0]);
        Assert.Contains(response.Notes, note => note.Kind == QueryNotes.Relaxed);
    }

    [Fact]
    public async Task A_few_words_are_all_meant_as_long_as_an_article_has_them()
    {
        Assert.Equal("heat", await _archive.NamesAsync("heat conduction"));
        Assert.False((await _archive.SearchAsync("heat conduction")).Relaxed);
        Assert.True((await _archive.SearchAsync("heat parliament")).Relaxed);
        Assert.Equal(0, (await _archive.SearchAsync("heat AND parliament")).Total);
        Assert.Equal(0, (await _archive.SearchAsync("+heat \"parliament\"")).Total);
    }

    [Fact]
    public async Task What_is_required_stays_required_in_a_sentence()
    {
        var response = await _archive.SearchAsync("which problems of heat conduction in slabs and wings were solved -composite title:wing");
        Assert.Equal("wing", Archive.Names(response));
    }

    [Fact]
    public async Task A_sentence_in_capitals_has_no_operators()
    {
        var response = await _archive.SearchAsync("HEAT CONDUCTION IN COMPOSITE SLABS OR THE WINGS AND LIFT");
        Assert.Equal(["heat", "wing"], Archive.Names(response).Split(' ').Order());
        Assert.Contains(response.Notes, note => note.Kind == QueryNotes.ReadAs);
        Assert.Equal("heat", Archive.Names(await _archive.SearchAsync("HEAT NOT WING")));
    }
}
