using Ingest.Contracts;
using Ingest.Queries;

namespace Ingest.Indexer.Tests.Search;

/// <summary>The language of queries over a small archive, asked as a command asks.</summary>
public sealed class Finding_articles : IAsyncLifetime
{
    private readonly Archive _archive = new();

    public async ValueTask InitializeAsync() => await _archive.AddAsync(
        News.Article("putin", "Putin's war aims", "The president spoke of peace talks in Moscow. Ceasefires were discussed.", "2025-02-13") with
        {
            Authors = ["Staff", "Ann Müller"], Agencies = ["Reuters"], Source = "The Times", Section = "World", Url = "https://news.example.com/a/war-aims.html",
        },
        News.Article("talks", "Talks on peace", "Delegates discussed a ceasefire in Geneva, U.S. officials said.", "2025-02-28T23:30-05:00") with
        {
            Authors = ["Bob Stone"], Source = "Daily News",
        },
        News.Article("market", "Stocks fall", "The market lost 3.5 percent, or 1,250 points, on peace hopes.", "2025-03") with { Authors = ["Ann Müller"] },
        News.Article("paris", "L'économie française", "Les élections à Paris ont déçu les marchés. L’été sera long.", "2024") with { Language = "fr" },
        News.Article("tokyo", "東京都の経済", "日本の首相は東京で記者会見を開いた。", "2025-04-01") with { Language = "ja" },
        News.Article("moscow", "Переговоры в Москве", "Всё ещё идут переговоры о мире.") with { Language = "ru" });

    public ValueTask DisposeAsync() => _archive.DisposeAsync();

    [Theory]
    [InlineData("putin", "putin")]
    [InlineData("PUTIN", "putin")]
    [InlineData("peace ceasefire", "putin talks")]
    [InlineData("peace AND ceasefire", "putin talks")]
    [InlineData("stocks OR putin", "market putin")]
    [InlineData("peace -putin", "market talks")]
    [InlineData("peace NOT (putin OR stocks)", "talks")]
    [InlineData("(stocks OR moscow) peace", "market putin")]
    [InlineData("\"peace talks\"", "putin")]
    [InlineData("\"talks on peace\"", "talks")]
    [InlineData("“peace talks”", "putin")]
    [InlineData("cease*", "putin talks")]
    [InlineData("\"ceasefire\"", "talks")]
    [InlineData("ceasefires", "putin talks")]
    [InlineData("delegate discussing", "talks")]
    [InlineData("US", "talks")]
    [InlineData("u.s.", "talks")]
    [InlineData("3.5", "market")]
    [InlineData("1250", "market")]
    [InlineData("war-aims", "putin")]
    [InlineData("nowhere", "")]
    public Task Words_phrases_and_operators(string query, string expected) => FindsAsync(query, expected);

    [Theory]
    [InlineData("title:peace", "talks")]
    [InlineData("title:ceasefire", "")]
    [InlineData("body:delegates", "talks")]
    [InlineData("title:(stocks OR war)", "market putin")]
    [InlineData("title:\"war aims\"", "putin")]
    [InlineData("author:muller", "market putin")]
    [InlineData("author:\"ann müller\"", "market putin")]
    [InlineData("author:stone", "talks")]
    [InlineData("agency:reuters", "putin")]
    [InlineData("source:times", "putin")]
    [InlineData("section:world", "putin")]
    [InlineData("url:news.example.com", "putin")]
    [InlineData("path:market.txt", "market")]
    [InlineData("lang:fr", "paris")]
    [InlineData("LANG:FR", "paris")]
    [InlineData("-lang:en", "moscow paris tokyo")]
    [InlineData("auth*", "")]
    [InlineData("author:mull*", "market putin")]
    [InlineData("title:peace body:geneva", "talks")]
    public Task Fields(string query, string expected) => FindsAsync(query, expected);

    [Theory]
    [InlineData("date:2025-02-13", "putin")]
    [InlineData("date:2025-02", "putin talks")]
    [InlineData("date:2025-02..2025-03", "market putin talks")]
    [InlineData("date:2025-02-14..2025-02-28", "talks")]
    [InlineData("date:2025", "market putin talks tokyo")]
    [InlineData("date:..2025-02", "paris putin talks")]
    [InlineData("date:2025-03..", "market tokyo")]
    [InlineData("peace -date:2025-02", "market")]
    public Task Dates_as_written_in_the_article(string query, string expected) => FindsAsync(query, expected);

    [Theory]
    [InlineData("economie", "paris")]
    [InlineData("élection", "paris")]
    [InlineData("ete", "paris")]
    [InlineData("東京", "tokyo")]
    [InlineData("首相", "tokyo")]
    [InlineData("東京都", "tokyo")]
    [InlineData("相", "tokyo")]
    [InlineData("переговоров", "moscow")]
    [InlineData("все", "moscow")]
    public Task Accents_and_other_scripts(string query, string expected) => FindsAsync(query, expected);

    [Theory]
    [InlineData("author:\"staff ann\"", "")]
    [InlineData("author:\"ann müller\"", "market putin")]
    public async Task No_phrase_goes_from_one_name_into_the_next(string query, string names) =>
        Assert.Equal(names, string.Join(' ', (await _archive.NamesAsync(query)).Split(' ').Order(StringComparer.Ordinal)));

    [Fact]
    public async Task Filters_take_whole_values_whatever_their_case()
    {
        Assert.Equal("market putin", await SortedAsync(new SearchRequest { Author = "ann muller" }));
        Assert.Equal("", await SortedAsync(new SearchRequest { Author = "ann" }));
        Assert.Equal("putin", await SortedAsync(new SearchRequest { Source = "THE TIMES" }));
        Assert.Equal("tokyo", await SortedAsync(new SearchRequest { Language = "JA" }));
        Assert.Equal("talks", await SortedAsync(new SearchRequest { Query = "peace", Source = "daily news", From = "2025-02", To = "2025-02-28" }));
    }

    [Fact]
    public async Task From_and_to_are_inclusive_and_take_months_and_years()
    {
        Assert.Equal("market putin talks", await SortedAsync(new SearchRequest { From = "2025-02-13", To = "2025-03" }));
        Assert.Equal("paris", await SortedAsync(new SearchRequest { To = "2024" }));
        var wrong = await _archive.SearchAsync(new SearchRequest { From = "some day" });
        Assert.Equal(6, wrong.Total);
        Assert.NotNull(wrong.Explanation);
    }

    [Fact]
    public async Task Newest_and_oldest_put_undated_articles_last()
    {
        Assert.Equal("tokyo talks market putin paris moscow", await _archive.NamesAsync("", "newest"));
        Assert.Equal("paris putin market talks tokyo moscow", await _archive.NamesAsync("", "oldest"));
        Assert.Equal(await _archive.NamesAsync("", "newest"), await _archive.NamesAsync(""));
    }

    [Fact]
    public async Task Pages_add_up_to_the_whole_and_the_total_is_exact()
    {
        var whole = await _archive.NamesAsync("peace OR мире OR paris OR tokyo OR 東京");
        var pages = new List<string>();
        for (var offset = 0; offset < 6; offset += 2)
        {
            var page = await _archive.SearchAsync(new SearchRequest { Query = "peace OR мире OR paris OR tokyo OR 東京", Offset = offset, Limit = 2 });
            Assert.Equal(6, page.Total);
            pages.Add(Archive.Names(page));
        }

        Assert.Equal(whole, string.Join(' ', pages));
        var none = await _archive.SearchAsync(new SearchRequest { Query = "peace", Limit = 0 });
        Assert.Equal((3L, 0), (none.Total, none.Hits.Count));
    }

    [Fact]
    public async Task A_match_in_the_title_counts_more()
    {
        Assert.StartsWith("talks", await _archive.NamesAsync("peace"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hit_shows_the_article_and_why_it_was_found()
    {
        var body = string.Join("\n\n", Enumerable.Repeat("Nothing of note happened that day in the capital.", 20)) + "\n\nThen the élections came. The end.";
        await _archive.AddAsync(News.Article("long", "A long day", body, "2025-02-01") with { Authors = ["A"], Dateline = "ROME" });
        var hit = Assert.Single((await _archive.SearchAsync("election note path:long")).Hits);
        Assert.Equal((body, "A long day", "ROME", "2025-02-01"), (hit.Body, hit.Title, hit.Dateline, hit.PublishedAt));
        Assert.Contains("élections", hit.Snippet, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', hit.Snippet);
        Assert.InRange(hit.Snippet.Length, 20, 220);
        var other = Assert.Single((await _archive.SearchAsync("title:long")).Hits);
        Assert.StartsWith("Nothing of note", other.Snippet, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_is_found_by_its_identifier()
    {
        await using var command = _archive.Command();
        var queries = Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<ISearchQueries>(command);
        var hit = await queries.GetAsync(new ArticleKey(News.Id("putin")), TestContext.Current.CancellationToken);
        Assert.Equal("Putin's war aims", hit!.Title);
        Assert.Null(await queries.GetAsync(new ArticleKey("nothing"), TestContext.Current.CancellationToken));
    }

    private async Task FindsAsync(string query, string expected)
    {
        var response = await _archive.SearchAsync(query);
        Assert.Equal(expected, string.Join(' ', Archive.Names(response).Split(' ').Order(StringComparer.Ordinal)));
        Assert.Equal(expected.Length == 0 ? 0 : expected.Split(' ').Length, response.Total);
    }

    private async Task<string> SortedAsync(SearchRequest request) =>
        string.Join(' ', (await _archive.NamesAsync(request)).Split(' ').Order(StringComparer.Ordinal));
}
