using System.Text;
using System.Xml.Linq;
using Ingest.Indexer.Tests.Search;
using Ingest.Queries;
using Ingest.Queries.Export;
using Microsoft.Extensions.DependencyInjection;

namespace Ingest.Indexer.Tests.Export;

public sealed class Taking_results_away : IAsyncLifetime
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private readonly Archive _archive = new();
    private ServiceProvider _command = null!;

    private ISearchQueries Search => _command.GetRequiredService<ISearchQueries>();

    public async ValueTask InitializeAsync()
    {
        await _archive.AddAsync([.. Enumerable.Range(0, 1300).Select(i => News.Article($"f{i}", $"Flood {i}", date: $"2025-01-{1 + (i % 28):00}"))]);
        _command = _archive.Command();
    }

    public async ValueTask DisposeAsync()
    {
        await _command.DisposeAsync();
        await _archive.DisposeAsync();
    }

    [Fact]
    public async Task Everything_found_comes_once_whatever_the_size_of_pages()
    {
        var hits = await AllAsync(Search.HitsAsync(new SearchRequest { Query = "flood", Sort = "oldest", Limit = 1, Offset = 7 }, cancellationToken: Cancel));
        Assert.Equal(1300, hits.Select(hit => hit.ArticleId).Distinct().Count());
        Assert.Equal(1300, hits.Count);
        Assert.Equal(hits.Select(hit => hit.PublishedAt).Order(StringComparer.Ordinal), hits.Select(hit => hit.PublishedAt));
        Assert.Equal(3, (await AllAsync(Search.HitsAsync(new SearchRequest { Query = "flood" }, 3, Cancel))).Count);
    }

    [Fact]
    public async Task A_feed_has_the_newest_and_survives_hostile_text()
    {
        await _archive.AddAsync(News.Article("x", "<b>&\u0001\uD800 Flood]]>", "Text\u0000 with <script>.", "2025-03-01") with
        {
            Authors = ["A & B"], Url = "javascript:alert(1)", Section = "W\u0002",
        });
        var feed = await FeedAsync(Search.HitsAsync(new SearchRequest { Query = "flood", Sort = "newest" }, 5, Cancel));
        var entries = feed.Elements(Atom + "entry").ToList();
        Assert.Equal(5, entries.Count);
        Assert.Equal("urn:ingest:article:" + News.Id("x"), entries[0].Element(Atom + "id")!.Value);
        Assert.Equal(["http://127.0.0.1/articles/" + News.Id("x")], entries[0].Elements(Atom + "link").Select(link => link.Attribute("href")!.Value));
        Assert.StartsWith("<b>&", entries[0].Element(Atom + "title")!.Value, StringComparison.Ordinal);
        Assert.Equal("2025-03-01T00:00:00+00:00", feed.Element(Atom + "updated")!.Value);
    }

    [Fact]
    public async Task An_empty_feed_is_a_feed()
    {
        var feed = await FeedAsync(Search.HitsAsync(new SearchRequest { Query = "nowhere" }, 5, Cancel));
        Assert.Empty(feed.Elements(Atom + "entry"));
        Assert.Equal("2025-03-05T00:00:00+00:00", feed.Element(Atom + "updated")!.Value);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static async Task<XElement> FeedAsync(IAsyncEnumerable<SearchHit> hits)
    {
        using var stream = new MemoryStream();
        await AtomFeed.WriteAsync(stream, "flood", new Uri("http://127.0.0.1/api/feed?q=flood"), new Uri("http://127.0.0.1"), hits, new DateTimeOffset(2025, 3, 5, 0, 0, 0, TimeSpan.Zero));
        return XElement.Parse(Encoding.UTF8.GetString(stream.ToArray()));
    }

    private static async Task<List<SearchHit>> AllAsync(IAsyncEnumerable<SearchHit> hits)
    {
        var all = new List<SearchHit>();
        await foreach (var hit in hits)
        {
            all.Add(hit);
        }

        return all;
    }
}
