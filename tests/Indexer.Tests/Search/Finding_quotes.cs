using System.Globalization;
using Ingest.Contracts;
using Ingest.Queries;
using Microsoft.Extensions.DependencyInjection;

namespace Ingest.Indexer.Tests.Search;

public sealed class Finding_quotes : IAsyncLifetime
{
    private readonly Archive _archive = new();

    public async ValueTask InitializeAsync() => await _archive.AddAsync(
        News.Article("a", "Talks", "“We want peace in our countries,” Putin said. War goes on.", date: "2025-02-13") with
        {
            Source = "The Times",
            Quotes = [Said("We want peace in our countries", "Vladimir Putin"), Said("So do we", "Ann Müller")],
        },
        News.Article("b", "More talks", "“Peace is far,” Müller said, and spoke of war.", date: "2025-02-20") with { Quotes = [Said("Peace is far", "Ann Müller")] },
        News.Article("c", "Peace", "Peace was not mentioned by anybody. “No comment,” Stone said.", date: "2025-02-21") with { Quotes = [Said("No comment", "Bob Stone")] });

    public ValueTask DisposeAsync() => _archive.DisposeAsync();

    [Theory]
    [InlineData("", "", "No comment|Peace is far|We want peace in our countries|So do we")]
    [InlineData("peace", "", "Peace is far|We want peace in our countries")]
    [InlineData("country", "", "We want peace in our countries")]
    [InlineData("peace", "putin", "We want peace in our countries")]
    [InlineData("", "ann muller", "Peace is far|So do we")]
    [InlineData("", "mull", "")]
    [InlineData("\"peace is\"", "", "Peace is far")]
    [InlineData("\"is peace\"", "", "")]
    [InlineData("peace war", "", "")]
    [InlineData("peace -far", "", "We want peace in our countries")]
    [InlineData("far OR comment", "", "No comment|Peace is far")]
    [InlineData("countr*", "", "We want peace in our countries")]
    [InlineData("peace source:times", "", "We want peace in our countries")]
    [InlineData("peace -source:times", "", "Peace is far")]
    [InlineData("peace date:2025-02-20", "", "Peace is far")]
    public async Task Looks_into_their_words_and_not_into_the_text_around_them(string words, string speaker, string expected) =>
        Assert.Equal(expected, Texts(await FindAsync(new QuoteRequest { Words = words, Speaker = speaker })));

    [Fact]
    public async Task Marks_the_words_and_names_the_article()
    {
        var hit = Assert.Single((await FindAsync(new QuoteRequest { Words = "country" })).Quotes);
        Assert.Equal("countries", hit.Quote.Text.Substring(hit.Marks[0].Start, hit.Marks[0].Length));
        Assert.Equal(("Talks", "The Times", "2025-02-13"), (hit.Title, hit.Source, hit.PublishedAt));
    }

    [Fact]
    public async Task Keeps_to_the_days_and_says_what_is_malformed()
    {
        Assert.Equal("We want peace in our countries|So do we", Texts(await FindAsync(new QuoteRequest { To = "2025-02-13" })));
        var page = await FindAsync(new QuoteRequest { Words = "(peace" });
        Assert.NotNull(page.Explanation);
        Assert.Equal("Peace is far|We want peace in our countries", Texts(page));
    }

    [Fact]
    public async Task Goes_on_from_page_to_page_until_each_was_there_once()
    {
        await _archive.AddAsync([.. Enumerable.Range(0, 150).Select(i => News.Article($"many {i}", "Many", "“Number,” they said.", date: "2024-01-01") with
        {
            Quotes = i % 3 == 0 ? [Said(string.Create(CultureInfo.InvariantCulture, $"Number {i}"), "Jane")] : [],
        })]);
        var (texts, cursor, pages) = (new List<string>(), (string?)null, 0);
        do
        {
            var page = await FindAsync(new QuoteRequest { Words = "number", Limit = 3, Cursor = cursor });
            texts.AddRange(page.Quotes.Select(hit => hit.Quote.Text));
            (cursor, pages) = (page.Next, pages + 1);
        }
        while (cursor is not null);

        Assert.Equal(50, texts.Count);
        Assert.Equal(50, texts.Distinct().Count());
        Assert.True(pages > 3);
    }

    private static Quote Said(string text, string speaker) => new() { Text = text, Speaker = speaker, Verb = "said" };

    private static string Texts(QuotePage page) => string.Join('|', page.Quotes.Select(hit => hit.Quote.Text));

    private async Task<QuotePage> FindAsync(QuoteRequest request)
    {
        await using var services = _archive.Command();
        return await services.GetRequiredService<IQuoteQueries>().FindAsync(request, CancellationToken.None);
    }
}
