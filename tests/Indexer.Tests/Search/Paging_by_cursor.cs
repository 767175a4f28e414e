using Ingest.Queries;

namespace Ingest.Indexer.Tests.Search;

public sealed class Paging_by_cursor : IAsyncLifetime
{
    private readonly Archive _archive = new();

    public async ValueTask InitializeAsync() => await _archive.AddAsync([.. Enumerable.Range(0, 200).Select(i => Article(i))]);

    public ValueTask DisposeAsync() => _archive.DisposeAsync();

    [Theory]
    [InlineData("flood", "relevance")]
    [InlineData("flood", "newest")]
    [InlineData("flood", "oldest")]
    [InlineData("", "relevance")]
    [InlineData("what became of the flood that nobody saw coming in number 17", "relevance")]
    public async Task Pages_add_up_to_the_whole_in_its_order(string query, string sort)
    {
        var request = new SearchRequest { Query = query, Sort = sort, Limit = 1000 };
        var whole = await _archive.SearchAsync(request);
        Assert.Null(whole.Next);
        Assert.Equal(200, whole.Total);
        var pages = await PagesAsync(request with { Limit = 7 });
        Assert.All(pages, page => Assert.Equal(200, page.Total));
        Assert.Equal(Archive.Names(whole), string.Join(' ', pages.Select(Archive.Names)));
    }

    [Theory]
    [InlineData("newest")]
    [InlineData("oldest")]
    public async Task What_was_there_is_given_once_each_while_articles_arrive(string sort)
    {
        var request = new SearchRequest { Query = "flood", Sort = sort, Limit = 9 };
        var added = 1000;
        var pages = await PagesAsync(request, () => _archive.AddAsync(Article(added++), Article(added++, "Something else")));
        var names = pages.SelectMany(page => page.Hits).Select(hit => hit.Path).Where(path => int.Parse(path[1..^4], System.Globalization.CultureInfo.InvariantCulture) < 1000).ToList();
        Assert.Equal(names.Distinct().Count(), names.Count);
        Assert.Equal(200, names.Count);
    }

    [Fact]
    public async Task By_relevance_the_pages_of_a_running_indexer_are_those_of_one_moment()
    {
        await using var running = await _archive.RunAsync();
        await running.SettleAsync();
        var request = new SearchRequest { Query = "flood number", Limit = 9 };
        var whole = await running.Queries.SearchAsync(request with { Limit = 1000 }, TestContext.Current.CancellationToken);
        var pages = new List<SearchResponse> { await running.Queries.SearchAsync(request, TestContext.Current.CancellationToken) };
        for (var i = 1000; pages[^1].Next is { } next; i++)
        {
            await running.Store.ApplyAsync([News.Change(Article(i)), News.Change(Article(i + 5000, "Something else"))], TestContext.Current.CancellationToken);
            await running.SettleAsync();
            pages.Add(await running.Queries.SearchAsync(request with { Cursor = next }, TestContext.Current.CancellationToken));
        }

        Assert.Equal(Archive.Names(whole), string.Join(' ', pages.Select(Archive.Names)));
    }

    [Fact]
    public async Task Goes_on_when_the_last_article_was_withdrawn()
    {
        var request = new SearchRequest { Query = "flood", Sort = "newest", Limit = 10 };
        var first = await _archive.SearchAsync(request);
        var whole = await _archive.SearchAsync(request with { Limit = 20 });
        await _archive.ApplyAsync(News.Retraction(first.Hits[^1].Path[..^4], 2));
        var second = await _archive.SearchAsync(request with { Cursor = first.Next });
        Assert.Equal(whole.Hits.Skip(10).Select(hit => hit.ArticleId), second.Hits.Select(hit => hit.ArticleId));
    }

    [Fact]
    public async Task A_cursor_of_another_search_or_a_damaged_one_gives_the_first_page_and_says_so()
    {
        var request = new SearchRequest { Query = "flood", Limit = 10 };
        var first = await _archive.SearchAsync(request);
        foreach (var cursor in new[] { "x", "!!!", first.Next![..^3], new string('a', 5000), "AAAA" })
        {
            var page = await _archive.SearchAsync(request with { Cursor = cursor });
            Assert.Equal(Archive.Names(first), Archive.Names(page));
            Assert.Contains(page.Notes, note => note.Kind == QueryNotes.Parameter);
        }

        var other = await _archive.SearchAsync(request with { Query = "flood number", Cursor = first.Next });
        Assert.Contains(other.Notes, note => note.Kind == QueryNotes.Parameter);
        Assert.Empty((await _archive.SearchAsync(request with { Limit = 5, Cursor = first.Next })).Notes);
    }

    private static Ingest.Contracts.Article Article(int i, string title = "Flood") => News.Article(
        $"n{i}", $"{title} number {i % 20}", string.Concat(Enumerable.Repeat("flood water ", i % 13)) + "rose.", i % 10 == 0 ? null : $"2025-{1 + (i % 12):00}-{1 + (i % 28):00}");

    private async Task<List<SearchResponse>> PagesAsync(SearchRequest request, Func<Task>? between = null)
    {
        var pages = new List<SearchResponse> { await _archive.SearchAsync(request) };
        while (pages[^1].Next is { } next)
        {
            Assert.InRange(pages.Count, 1, 100);
            await (between?.Invoke() ?? Task.CompletedTask);
            pages.Add(await _archive.SearchAsync(request with { Cursor = next }));
        }

        return pages;
    }
}
