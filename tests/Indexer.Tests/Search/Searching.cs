using Ingest.Contracts;
using Ingest.Queries;

namespace Ingest.Indexer.Tests.Search;

public sealed class Searching : IAsyncLifetime
{
    private readonly SearchFolder _folder = new();

    public async ValueTask InitializeAsync() => await _folder.AddAsync(
        News.Article("harbour", "Harbour reopens after storm", "Forty ships were waiting. The port authority of Lindholm said peace talks had nothing to do with it."),
        News.Article("talks", "Peace talks resume", "Delegates met in Zürich for talks about peace. A ceasefire is near.") with
        {
            Authors = ["Ada Quill", "Jon Marsh"], Agencies = ["Reuters"], Source = "Morning Post", Language = "en", PublishedAt = "2025-02-13T09:30", Section = "World",
        },
        News.Article("old", "Ceasefire signed", "The harbour stays closed, said Jürgen.") with { PublishedAt = "1999", Language = "de", Source = "Evening Star" },
        News.Article("undated", "Notice", "A notice about parking at the harbour.") with { PublishedAt = null, Url = "https://example.org/notice/77" },
        News.Article("cjk", "港口重新开放", "林德霍尔姆港在风暴后重新开放。") with { Language = "zh" });

    [Theory]
    [InlineData("harbour", "harbour old undated")]
    [InlineData("HARBOUR ships", "harbour")]
    [InlineData("\"peace talks\"", "harbour talks")]
    [InlineData("“peace talks”", "harbour talks")]
    [InlineData("\"talks peace\"", "")]
    [InlineData("ceasefire -signed", "talks")]
    [InlineData("ceasefire NOT signed", "talks")]
    [InlineData("ships OR parking", "harbour undated")]
    [InlineData("(ships OR parking) AND notice", "undated")]
    [InlineData("harbour (ships OR (closed -parking))", "harbour old")]
    [InlineData("title:harbour", "harbour")]
    [InlineData("title:(peace OR notice)", "talks undated")]
    [InlineData("body:\"peace talks\"", "harbour")]
    [InlineData("author:quill", "talks")]
    [InlineData("author:\"Jon Marsh\" agency:reuters source:post section:world", "talks")]
    [InlineData("url:example.org", "undated")]
    [InlineData("lang:de", "old")]
    [InlineData("park*", "undated")]
    [InlineData("title:reop*", "harbour")]
    [InlineData("zurich", "talks")]
    [InlineData("Zürich", "talks")]
    [InlineData("jurgen", "old")]
    [InlineData("date:2025-02-13", "talks")]
    [InlineData("date:2025-02", "talks")]
    [InlineData("date:1998..2000", "old")]
    [InlineData("date:2025-02..2025-03-04 peace", "harbour talks")]
    [InlineData("date:..2000", "old")]
    [InlineData("-harbour", "cjk talks")]
    [InlineData("重新开放", "cjk")]
    [InlineData("风暴", "cjk")]
    [InlineData("开港", "")]
    public async Task Finds_what_the_query_says(string query, string expected)
    {
        var response = await _folder.SearchAsync(new SearchRequest { Query = query });

        Assert.Equal(expected, string.Join(' ', response.Hits.Select(hit => hit.ArticleId).Order(StringComparer.Ordinal)));
        Assert.Null(response.Explanation);
        Assert.Equal(response.Hits.Count, response.Total);
    }

    [Theory]
    [InlineData("\"peace talks", "harbour talks")]
    [InlineData("peace AND", "harbour talks")]
    [InlineData("(peace", "harbour talks")]
    [InlineData("peace)", "harbour talks")]
    [InlineData("OR peace", "harbour talks")]
    [InlineData("title:", "")]
    [InlineData("peace date:yesterday", "")]
    public async Task A_malformed_query_is_read_as_words_and_explained(string query, string expected)
    {
        var response = await _folder.SearchAsync(new SearchRequest { Query = query });

        Assert.Equal(expected, string.Join(' ', response.Hits.Select(hit => hit.ArticleId).Order(StringComparer.Ordinal)));
        Assert.EndsWith("The query was read as plain words.", response.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Filters_take_days_inclusive_and_names_whatever_their_case()
    {
        Assert.Equal("talks", await IdsAsync(new SearchRequest { From = "2025-02", To = "2025-02-13" }));
        Assert.Equal("cjk harbour talks", await IdsAsync(new SearchRequest { From = "2025" }));
        Assert.Equal("old", await IdsAsync(new SearchRequest { To = "1999-12-31" }));
        Assert.Equal("talks", await IdsAsync(new SearchRequest { Author = "ada QUILL" }));
        Assert.Equal("", await IdsAsync(new SearchRequest { Author = "quill" }));
        Assert.Equal("old", await IdsAsync(new SearchRequest { Source = "evening star" }));
        Assert.Equal("cjk", await IdsAsync(new SearchRequest { Language = "ZH" }));
    }

    [Fact]
    public async Task Sorts_by_date_with_what_has_none_last()
    {
        Assert.Equal("cjk harbour talks old undated", await _folder.IdsAsync("", "newest"));
        Assert.Equal("old talks cjk harbour undated", await _folder.IdsAsync("", "oldest"));
    }

    [Fact]
    public async Task A_word_in_the_title_counts_more() => Assert.Equal("harbour", (await _folder.IdsAsync("harbour")).Split(' ')[0]);

    [Fact]
    public async Task Pages_do_not_overlap_and_the_total_is_exact()
    {
        var pages = new List<string>();
        for (var offset = 0; offset < 5; offset += 2)
        {
            var response = await _folder.SearchAsync(new SearchRequest { Offset = offset, Limit = 2 });
            Assert.Equal(5, response.Total);
            pages.AddRange(response.Hits.Select(hit => hit.ArticleId));
        }

        Assert.Equal(5, pages.Distinct().Count());
        Assert.Empty((await _folder.SearchAsync(new SearchRequest { Limit = 0 })).Hits);
    }

    [Fact]
    public async Task Duplicates_are_folded_unless_they_are_wanted_and_the_size_of_the_cluster_is_told()
    {
        await _folder.ApplyAsync(News.Clustered(News.Article("copy", "Ceasefire signed", "The harbour stays closed, said Jürgen."), 2, "old", Relations.Exact));

        Assert.Equal("old", await _folder.IdsAsync("jürgen"));
        Assert.Equal("copy old", await _folder.IdsAsync("jürgen", duplicates: "show"));
        Assert.Equal(2, Assert.Single((await _folder.SearchAsync(new SearchRequest { Query = "jürgen" })).Hits).ClusterSize);
    }

    [Fact]
    public async Task A_snippet_shows_where_the_words_stand()
    {
        await _folder.AddAsync(News.Article("long", "Long", string.Join(' ', Enumerable.Repeat("Nothing happens here.", 200)) + " Then a walrus surfaced. " + string.Join(' ', Enumerable.Repeat("And nothing more.", 200))));

        var snippet = Assert.Single((await _folder.SearchAsync(new SearchRequest { Query = "walrus" })).Hits).Snippet;

        Assert.Contains("a walrus surfaced", snippet, StringComparison.Ordinal);
        Assert.InRange(snippet.Length, 50, 300);
    }

    [Fact]
    public async Task No_query_whatever_fails()
    {
        const string alphabet = "ab \"()-:*.~^[]{}\\/+!?&|'“”\u0000\ud83d\ude00日本\t\nORANDtitle:date:2025-..";
        var random = new Random(5);
        await using var session = _folder.Open();
        for (var i = 0; i < 1000; i++)
        {
            var query = string.Concat(Enumerable.Range(0, random.Next(1, 40)).Select(_ => alphabet[random.Next(alphabet.Length)]));
            var response = await session.Queries.SearchAsync(new SearchRequest { Query = query }, TestContext.Current.CancellationToken);
            Assert.InRange(response.Total, 0, 5);
        }

        foreach (var query in new[] { new string('(', 5000), new string('a', 10_000), string.Join(' ', Enumerable.Repeat("peace", 3000)), string.Concat(Enumerable.Repeat("-", 3000)), "*", "-*", "title:*", ":", "a:b:c" })
        {
            await session.Queries.SearchAsync(new SearchRequest { Query = query }, TestContext.Current.CancellationToken);
        }
    }

    public ValueTask DisposeAsync() => _folder.DisposeAsync();

    private async Task<string> IdsAsync(SearchRequest request) =>
        string.Join(' ', (await _folder.SearchAsync(request)).Hits.Select(hit => hit.ArticleId).Order(StringComparer.Ordinal));
}
