using Ingest.Contracts;
using Ingest.Queries;

namespace Ingest.Indexer.Tests.Search;

public sealed class Near_said_and_marks : IAsyncLifetime
{
    private readonly Archive _archive = new();

    public async ValueTask InitializeAsync() => await _archive.AddAsync(
        News.Article("close", "One", "The market saw shares fall in many countries."),
        News.Article("far", "Two", "The market was calm. " + string.Concat(Enumerable.Repeat("Nothing happened. ", 10)) + "One share was sold in a country."),
        News.Article("quoted", "Three", "Words.") with
        {
            Quotes = [new Quote { Text = "We want peace", Speaker = "Vladimir Putin", Verb = "said" }, new Quote { Text = "So do we", Speaker = "Ann Stone" }],
        },
        News.Article("other", "Putin again", "Putin was mentioned.") with { Quotes = [new Quote { Text = "No", Speaker = "Ann Müller" }] });

    public ValueTask DisposeAsync() => _archive.DisposeAsync();

    [Theory]
    [InlineData("market NEAR share", "close")]
    [InlineData("share NEAR/1 market", "close")]
    [InlineData("share NEAR/0 market", "")]
    [InlineData("markets NEAR/30 shares", "close far")]
    [InlineData("country NEAR/3 fall", "close")]
    [InlineData("\"shares market\"~1", "close")]
    [InlineData("\"the market\" NEAR/2 share*", "close")]
    [InlineData("body:market NEAR body:share", "close")]
    [InlineData("title:market NEAR title:share", "")]
    [InlineData("market -market NEAR/3 share", "far")]
    public async Task Near_takes_any_order_and_words_of_the_same_stem(string query, string expected)
    {
        var response = await _archive.SearchAsync(query);
        Assert.Equal(expected, string.Join(' ', Archive.Names(response).Split(' ').Order(StringComparer.Ordinal)));
        Assert.Null(response.Explanation);
    }

    [Theory]
    [InlineData("market NEAR")]
    [InlineData("NEAR market")]
    [InlineData("market NEAR (share OR fall)")]
    [InlineData("title:market NEAR body:share")]
    [InlineData("a NEAR b NEAR c NEAR d NEAR e NEAR f NEAR g NEAR h NEAR i")]
    public async Task Near_without_words_on_both_sides_is_explained(string query) =>
        Assert.Contains((await _archive.SearchAsync(query)).Notes, note => note.Kind == QueryNotes.Malformed);

    [Theory]
    [InlineData("said:putin", "quoted", "We want peace")]
    [InlineData("said:\"vladimir putin\"", "quoted", "We want peace")]
    [InlineData("said:stone", "quoted", "So do we")]
    [InlineData("said:ann", "other quoted", "No So do we")]
    [InlineData("said:mull*", "other", "No")]
    [InlineData("said:(putin OR muller)", "other quoted", "No We want peace")]
    [InlineData("said:nobody", "", "")]
    public async Task Said_finds_quotes_by_their_speaker(string query, string expected, string quotes)
    {
        var response = await _archive.SearchAsync(query);
        var hits = response.Hits.OrderBy(hit => hit.Path, StringComparer.Ordinal).ToList();
        Assert.Equal(expected, string.Join(' ', hits.Select(hit => hit.Path[..^4])));
        Assert.Equal(quotes, string.Join(' ', hits.SelectMany(hit => hit.Quotes).Select(quote => quote.Text)));
    }

    [Theory]
    [InlineData("share falling", "shares fall", "")]
    [InlineData("\"market saw\" country", "market saw countries", "")]
    [InlineData("body:market OR title:one", "market", "One")]
    [InlineData("countr*", "countries", "")]
    public async Task Marks_show_the_words_that_were_looked_for(string query, string snippet, string title)
    {
        var hit = (await _archive.SearchAsync(query)).Hits.Single(hit => hit.Path == "close.txt");
        Assert.Equal(snippet, Marked(hit.Snippet, hit.SnippetMarks));
        Assert.Equal(title, Marked(hit.Title, hit.TitleMarks));
    }

    [Fact]
    public async Task Marks_join_in_scripts_without_spaces()
    {
        await _archive.AddAsync(News.Article("tokyo", "東京都の経済", "日本の首相は東京で記者会見を開いた。") with { Language = "ja" });
        var hit = Assert.Single((await _archive.SearchAsync("東京 記者会見")).Hits);
        Assert.Equal("東京 記者会見", Marked(hit.Snippet, hit.SnippetMarks));
        Assert.Equal("東京", Marked(hit.Title, hit.TitleMarks));
    }

    private static string Marked(string text, IReadOnlyList<TextSpan> marks) => string.Join(' ', marks.Select(mark => text.Substring(mark.Start, mark.Length)));
}
