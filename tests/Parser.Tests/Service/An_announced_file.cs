using Ingest.Contracts;
using Ingest.Queries;
using MassTransit;

namespace Ingest.Parser.Tests.Service;

public sealed class An_announced_file : IAsyncLifetime, IDisposable
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
    public async Task Gives_its_articles_and_then_itself()
    {
        var file = _folder.Drop("sub/two.txt", Stories.Bridge + Stories.Ferry);

        var published = await _host.TellAsync(file);

        Assert.Equal(["ArticleParsed", "ArticleParsed", "FileParsed"], published.Select(message => message.GetType().Name));
        var articles = published.OfType<ArticleParsed>().ToList();
        Assert.Equal(["Bridge to Be Built", "Ferry to Be Closed"], articles.OrderBy(parsed => parsed.Article.Ordinal).Select(parsed => parsed.Article.Title));
        Assert.All(articles, parsed =>
        {
            Assert.Equal((file.FileId, file.Revision, file.Path, file.DiscoveredAt), (parsed.Article.FileId, parsed.Article.Revision, parsed.Article.Path, parsed.DiscoveredAt));
        });
        var parsed = published.OfType<FileParsed>().Single();
        Assert.Equal((2, 0, 0), (parsed.ArticleCount, parsed.RetractedCount, parsed.WarningCount));
        Assert.True(parsed.DurationMs > 0);
        Assert.Equal(2, (await _host.Queries.OfFileAsync(new FileArticles(file.FileId), TestContext.Current.CancellationToken)).Articles.Count);
    }

    [Fact]
    public async Task Announced_again_gives_the_same_again_without_being_read()
    {
        var file = _folder.Drop("story.txt", Stories.Bridge + Stories.Ferry);
        var first = await _host.TellAsync(file);
        File.Delete(_folder["story.txt"]);

        var again = await _host.TellAsync(file);

        Assert.Equal(
            first.Select(message => message is FileParsed parsed ? parsed with { DurationMs = 0 } : message).Select(Json),
            again.Select(Json));
        Assert.Equal(_host.PublishedIds.Take(3), _host.PublishedIds.Skip(3));
    }

    [Fact]
    public async Task Of_an_older_revision_is_ignored()
    {
        var older = _folder.Drop("story.txt", Stories.Bridge);
        await _host.TellAsync(_folder.Drop("story.txt", Stories.Ferry, revision: 2));

        Assert.Empty(await _host.TellAsync(older));
    }

    [Fact]
    public async Task With_a_new_revision_gives_what_changed_and_retracts_what_is_missing()
    {
        var first = await _host.TellAsync(_folder.Drop("story.txt", Stories.Bridge + Stories.Ferry));
        var gone = first.OfType<ArticleParsed>().Single(parsed => parsed.Article.Ordinal == 1).Article.ArticleId;

        var second = await _host.TellAsync(_folder.Drop("story.txt", Stories.Ferry, revision: 2));

        var parsed = second.OfType<FileParsed>().Single();
        Assert.Equal((1, 1), (parsed.ArticleCount, parsed.RetractedCount));
        Assert.Equal("Ferry to Be Closed", second.OfType<ArticleParsed>().Single().Article.Title);
        var retracted = second.OfType<ArticleRetracted>().Single();
        Assert.Equal((gone, 2), (retracted.ArticleId, retracted.Revision));
    }

    [Theory]
    [InlineData(Stories.Ferry)]
    [InlineData("date 2025-02-13 Bridge to Be Built\n\nBy Jane Doe\n\nThe council of the town met on Tuesday evening and decided to build a BRIDGE.\n")]
    public async Task That_changed_since_is_superseded(string newer)
    {
        var file = _folder.Drop("story.txt", Stories.Bridge);
        _folder.Drop("story.txt", newer);

        var superseded = Assert.IsType<FileSuperseded>(Assert.Single(await _host.TellAsync(file)));

        Assert.Equal((file.FileId, 1), (superseded.FileId, superseded.Revision));
        Assert.Empty((await _host.Queries.ScanAsync(new ArticleScan(), TestContext.Current.CancellationToken)).Articles);
    }

    [Fact]
    public async Task That_went_away_since_is_superseded()
    {
        var file = _folder.Drop("story.txt", Stories.Bridge);
        File.Delete(_folder["story.txt"]);

        Assert.IsType<FileSuperseded>(Assert.Single(await _host.TellAsync(file)));
    }

    [Fact]
    public async Task That_became_a_link_is_superseded_and_the_target_not_read()
    {
        var file = _folder.Drop("story.txt", Stories.Bridge);
        File.Move(_folder["story.txt"], _data["story.txt"]);
        File.CreateSymbolicLink(_folder["story.txt"], _data["story.txt"]);

        Assert.IsType<FileSuperseded>(Assert.Single(await _host.TellAsync(file)));
    }

    [Fact]
    public async Task Whose_whole_folder_is_away_is_an_error_to_be_tried_again()
    {
        var file = _folder.Drop("sub/story.txt", Stories.Bridge) with { Root = _folder["not-mounted"] };

        var fault = Assert.IsType<Fault<FileDiscovered>>(Assert.Single(await _host.TellAsync(file)), exactMatch: false);

        Assert.Contains("Mounts:in", fault.Exceptions[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_article_is_rejected_and_its_neighbours_are_not()
    {
        var files = new[] { Stories.Bridge, "1,2,3\n", Stories.Ferry, "%!PS-Adobe-3.0", "" }.Select((text, i) => _folder.Drop($"{i}.txt", text)).ToList();

        var published = (await Task.WhenAll(files.Select(_host.TellAsync))).SelectMany(messages => messages).ToList();

        var rejected = published.OfType<FileRejected>().ToList();
        Assert.Equal(2, published.OfType<FileParsed>().Count());
        Assert.Equal(
            [(files[1].FileId, RejectionReasons.NoArticle), (files[3].FileId, RejectionReasons.UnsupportedFormat), (files[4].FileId, RejectionReasons.Empty)],
            rejected.Select(message => (message.FileId, message.Reason)).OrderBy(pair => files.FindIndex(file => file.FileId == pair.FileId)));
    }

    [Fact]
    public async Task Whose_new_content_is_rejected_loses_its_articles()
    {
        await _host.TellAsync(_folder.Drop("story.txt", Stories.Bridge));

        var second = await _host.TellAsync(_folder.Drop("story.txt", "1,2,3", revision: 2));

        Assert.Equal(["ArticleRetracted", "FileRejected"], second.Select(message => message.GetType().Name));
        Assert.Equal(1, second.OfType<FileRejected>().Single().RetractedCount);
    }

    [Fact]
    public async Task That_cannot_be_read_is_rejected_and_read_when_it_can_be()
    {
        if (OperatingSystem.IsWindows() || Environment.UserName == "root")
        {
            Assert.Skip("Permissions as this test sets them hold nobody back here.");
            return;
        }

        var file = _folder.Drop("story.txt", Stories.Bridge);
        File.SetUnixFileMode(_folder["story.txt"], UnixFileMode.None);

        var rejected = Assert.IsType<FileRejected>(Assert.Single(await _host.TellAsync(file)));
        Assert.Equal(RejectionReasons.Unreadable, rejected.Reason);

        File.SetUnixFileMode(_folder["story.txt"], UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Assert.Contains(await _host.TellAsync(file with { Attempt = 2 }), message => message is FileParsed);
    }

    [Fact]
    public async Task Whose_name_the_system_refuses_is_rejected_with_the_reason()
    {
        var file = _folder.Drop("story.txt", Stories.Bridge) with { Path = new string('n', 300) };

        var rejected = Assert.IsType<FileRejected>(Assert.Single(await _host.TellAsync(file)));

        Assert.Equal(RejectionReasons.Unreadable, rejected.Reason);
        Assert.Contains("nnn", rejected.Detail, StringComparison.Ordinal);
    }

    private static string Json(object message) => System.Text.Json.JsonSerializer.Serialize(message);
}
