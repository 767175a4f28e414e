using Ingest.Contracts;
using Ingest.Queries;

namespace Ingest.Parser.Tests.Service;

public sealed class A_removed_file : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly TemporaryFolder _data = new();
    private ParserHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await ParserHost.StartAsync(_data.FullPath);

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    public void Dispose()
    {
        _folder.Dispose();
        _data.Dispose();
    }

    [Fact]
    public async Task Has_all_its_articles_retracted()
    {
        var file = _folder.Drop("story.txt", Stories.Bridge + Stories.Ferry);
        var articles = (await _host.TellAsync(file)).OfType<ArticleParsed>().Select(parsed => parsed.Article.ArticleId).Order();

        var published = await _host.TellAsync(Removal(file, 2));

        Assert.Equal(articles, published.OfType<ArticleRetracted>().Select(retracted => retracted.ArticleId).Order());
        Assert.All(published.OfType<ArticleRetracted>(), retracted => Assert.Equal(2, retracted.Revision));
        var parsed = published.OfType<FileParsed>().Single();
        Assert.Equal((2, 0, 2), (parsed.Revision, parsed.ArticleCount, parsed.RetractedCount));
        Assert.Empty((await _host.Queries.ScanAsync(new ArticleScan(), TestContext.Current.CancellationToken)).Articles);
    }

    [Fact]
    public async Task Told_again_gives_the_same_again()
    {
        var file = _folder.Drop("story.txt", Stories.Bridge);
        await _host.TellAsync(file);

        var first = await _host.TellAsync(Removal(file, 2));

        Assert.Equal(first, await _host.TellAsync(Removal(file, 2)));
        Assert.Equal(2, first.Count);
    }

    [Fact]
    public async Task That_never_had_articles_is_settled_at_once()
    {
        var published = await _host.TellAsync(Removal(_folder.Drop("story.txt", Stories.Bridge), 2));

        var parsed = Assert.IsType<FileParsed>(Assert.Single(published));
        Assert.Equal((0, 0), (parsed.ArticleCount, parsed.RetractedCount));
    }

    [Fact]
    public async Task Is_not_brought_back_by_a_late_announcement()
    {
        var file = _folder.Drop("story.txt", Stories.Bridge);
        await _host.TellAsync(Removal(file, 2));

        Assert.Empty(await _host.TellAsync(file));
    }

    [Fact]
    public async Task That_came_back_is_not_withdrawn_by_the_late_removal()
    {
        await _host.TellAsync(_folder.Drop("story.txt", Stories.Bridge));
        var back = _folder.Drop("story.txt", Stories.Bridge, revision: 3);
        await _host.TellAsync(back);

        Assert.Empty(await _host.TellAsync(Removal(back, 2)));
        Assert.Single((await _host.Queries.OfFileAsync(new FileArticles(back.FileId), TestContext.Current.CancellationToken)).Articles);
    }

    private static FileRemoved Removal(FileDiscovered file, long revision) => new()
    {
        FileId = file.FileId,
        Revision = revision,
        Attempt = 1,
        Watch = file.Watch,
        Path = file.Path,
        RemovedAt = file.DiscoveredAt.AddMinutes(1),
    };
}
