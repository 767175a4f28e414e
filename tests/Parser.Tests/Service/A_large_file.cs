using Ingest.Contracts;
using Ingest.Parser.Tests.Containers;
using Ingest.Queries;

namespace Ingest.Parser.Tests.Service;

/// <summary>A container of five stories, of which two make a portion.</summary>
public sealed class A_large_file : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly TemporaryFolder _data = new();
    private ParserHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await ParserHost.StartAsync(_data.FullPath, ("PortionArticles", "2"), ("MaxFileBytes", "4096"));

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    public void Dispose()
    {
        _folder.Dispose();
        _data.Dispose();
    }

    [Fact]
    public async Task Gives_a_portion_each_time_it_is_announced()
    {
        var file = _folder.Drop("five.tar", Five());
        var titles = new List<string>();
        for (var settled = 0; settled < 3; settled++)
        {
            var published = await _host.TellAsync(file with { PortionsSettled = settled, Attempt = settled + 1 });

            titles.AddRange(Titles(published));
            var parsed = Assert.Single(published.OfType<FileParsed>());
            Assert.Equal((settled + 1, settled < 2, Math.Min(5, 2 * (settled + 1)), settled + 1), (parsed.Portion, parsed.Continues, parsed.ArticleCount, parsed.Attempt));
        }

        Assert.Equal(["Story 1", "Story 2", "Story 3", "Story 4", "Story 5"], titles);
        Assert.Equal([0, 1, 2, 3, 4], (await ArticlesAsync(file)).Select(article => article.Ordinal));
    }

    [Fact]
    public async Task Gives_a_portion_again_that_was_not_confirmed_without_reading_the_file()
    {
        var file = _folder.Drop("five.tar", Five());
        await _host.TellAsync(file);
        await _host.TellAsync(file with { PortionsSettled = 1, Attempt = 2 });
        File.Delete(_folder["five.tar"]);

        var again = await _host.TellAsync(file with { PortionsSettled = 1, Attempt = 3 });

        Assert.Equal(["Story 3", "Story 4"], Titles(again));
    }

    [Fact]
    public async Task Goes_on_in_a_process_that_begins_where_another_was_killed()
    {
        var file = _folder.Drop("five.tar", Five());
        await _host.TellAsync(file);
        await _host.DisposeAsync();
        _host = await ParserHost.StartAsync(_data.FullPath, ("PortionArticles", "2"), ("MaxFileBytes", "4096"));

        Assert.Equal(["Story 3", "Story 4"], Titles(await _host.TellAsync(file with { PortionsSettled = 1, Attempt = 2 })));
    }

    [Fact]
    public async Task Begins_again_when_nothing_of_it_is_known_here()
    {
        var file = _folder.Drop("five.tar", Five());

        var published = await _host.TellAsync(file with { PortionsSettled = 2, Attempt = 3 });

        Assert.Equal((1, true), (published.OfType<FileParsed>().Single().Portion, published.OfType<FileParsed>().Single().Continues));
        Assert.Equal(["Story 1", "Story 2"], Titles(published));
    }

    [Fact]
    public async Task That_changes_retracts_what_it_no_longer_has()
    {
        var file = _folder.Drop("five.tar", Five());
        await DoneAsync(file);

        var smaller = _folder.Drop("five.tar", Pack.Tar(("1.txt", Story(1)), ("9.txt", Story(9))), revision: 2);
        var last = (await DoneAsync(smaller))[^1];

        Assert.Equal(4, last.OfType<FileParsed>().Single().RetractedCount);
        Assert.Equal(4, last.OfType<ArticleRetracted>().Count());
        Assert.Equal(["Story 1", "Story 9"], (await ArticlesAsync(file)).Select(article => article.Title));
    }

    [Fact]
    public async Task That_becomes_a_small_one_retracts_the_rest()
    {
        var file = _folder.Drop("five.tar", Five());
        await DoneAsync(file);

        var published = await _host.TellAsync(_folder.Drop("five.tar", Stories.Bridge, revision: 2));

        Assert.Equal(5, published.OfType<ArticleRetracted>().Count());
        Assert.Equal("Bridge to Be Built", Assert.Single(await ArticlesAsync(file)).Title);
    }

    [Fact]
    public async Task That_goes_away_retracts_a_portion_each_time_it_is_said()
    {
        var file = _folder.Drop("five.tar", Five());
        await DoneAsync(file);
        var articles = await ArticlesAsync(file);
        var retracted = new List<string>();
        for (var settled = 0; settled < 3; settled++)
        {
            var published = await _host.TellAsync(Removal(file, settled));
            var again = await _host.TellAsync(Removal(file, settled) with { Attempt = 10 + settled });

            retracted.AddRange(published.OfType<ArticleRetracted>().Select(article => article.ArticleId));
            Assert.Equal(published.OfType<ArticleRetracted>().Select(article => article.ArticleId), again.OfType<ArticleRetracted>().Select(article => article.ArticleId));
            var parsed = Assert.Single(published.OfType<FileParsed>());
            Assert.Equal((settled + 1, settled < 2, 0, Math.Min(5, 2 * (settled + 1))), (parsed.Portion, parsed.Continues, parsed.ArticleCount, parsed.RetractedCount));
        }

        Assert.Equal(articles.Select(article => article.ArticleId), retracted);
        Assert.Empty(await ArticlesAsync(file));
    }

    [Fact]
    public async Task That_goes_away_before_it_was_read_to_its_end_retracts_what_it_gave()
    {
        var file = _folder.Drop("five.tar", Five());
        await _host.TellAsync(file);

        var published = await _host.TellAsync(Removal(file, 0));

        Assert.Equal(2, published.OfType<ArticleRetracted>().Count());
        Assert.False(Assert.Single(published.OfType<FileParsed>()).Continues);
    }

    [Fact]
    public async Task That_comes_back_after_it_was_gone_gives_everything_again()
    {
        var file = _folder.Drop("five.tar", Five());
        await DoneAsync(file);
        for (var settled = 0; settled < 3; settled++)
        {
            await _host.TellAsync(Removal(file, settled));
        }

        await DoneAsync(file with { Revision = 3 });

        Assert.Equal(["Story 1", "Story 2", "Story 3", "Story 4", "Story 5"], (await ArticlesAsync(file)).Select(article => article.Title));
    }

    [Fact]
    public async Task Is_read_again_when_it_is_retried_with_a_limit_that_was_raised()
    {
        var file = _folder.Drop("six.tar", Pack.Tar(("1.txt", Story(1)), ("2.txt", Story(2)), ("long.txt", Story(3, 6_000)), ("4.txt", Story(4)), ("5.txt", Story(5))));
        await DoneAsync(file);
        Assert.Equal(["Story 1", "Story 2", "Story 4", "Story 5"], (await ArticlesAsync(file)).Select(article => article.Title));
        Assert.DoesNotContain("Story 3", Titles(await RetriedAsync(file, 4_096)));

        var published = await RetriedAsync(file, 16_384);

        Assert.Contains("Story 3", Titles(published));
        Assert.Equal(["Story 1", "Story 2", "Story 3", "Story 4", "Story 5"], (await ArticlesAsync(file)).Select(article => article.Title));
        Assert.Empty(published.OfType<ArticleRetracted>());
    }

    private async Task<List<object>> RetriedAsync(FileDiscovered file, int maxFileBytes)
    {
        await _host.DisposeAsync();
        _host = await ParserHost.StartAsync(_data.FullPath, ("PortionArticles", "2"), ("MaxFileBytes", maxFileBytes.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        var published = new List<object>();
        for (var settled = 0; published.OfType<FileParsed>().LastOrDefault() is null or { Continues: true }; settled++)
        {
            published.AddRange(await _host.TellAsync(file with { PortionsSettled = settled, Attempt = 10 + settled }));
        }

        return published;
    }

    private static FileRemoved Removal(FileDiscovered file, int settled) => new()
    {
        FileId = file.FileId, Revision = file.Revision + 1, Attempt = settled + 1, Watch = file.Watch, Path = file.Path, RemovedAt = file.DiscoveredAt, PortionsSettled = settled,
    };

    [Fact]
    public async Task That_changes_between_two_portions_is_superseded()
    {
        var file = _folder.Drop("five.tar", Five());
        await _host.TellAsync(file);
        var bytes = Five();
        bytes[^2000] ^= 1;
        _folder.Drop("five.tar", bytes);

        Assert.Single((await _host.TellAsync(file with { PortionsSettled = 1, Attempt = 2 })).OfType<FileSuperseded>());
    }

    [Fact]
    public async Task Says_of_each_member_what_became_of_it()
    {
        var file = _folder.Drop("mixed.tar", Pack.Tar(("1.txt", Story(1)), ("2.txt", Story(2)), ("empty.txt", []), ("3.txt", Story(3))));
        await DoneAsync(file);

        var members = (await _host.Queries.MembersAsync(new FileMembers(file.FileId), TestContext.Current.CancellationToken)).Members;

        Assert.Equal([("1.txt", 1L, null), ("2.txt", 1L, null), ("empty.txt", 0L, "empty"), ("3.txt", 1L, (string?)null)], members.Select(member => (member.Name, member.Articles, member.Reason)));
    }

    [Fact]
    public async Task Without_any_article_is_rejected_and_counts_why()
    {
        var published = await _host.TellAsync(_folder.Drop("empty.tar", Pack.Tar(("a.txt", []), ("b.txt", []))));

        var rejected = Assert.Single(published.OfType<FileRejected>());
        Assert.Equal("empty", rejected.Reason);
        Assert.Contains("2 empty", rejected.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_any_article_is_rejected_for_the_reason_that_parsing_it_alone_gives()
    {
        var bytes = Pack.Tar(("a.txt", []), ("b.png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0]), ("c.txt", [0, 1, 2, 3, 0, 1, 2, 3]));
        var alone = Parsing.Rejection(bytes);

        var rejected = Assert.Single((await _host.TellAsync(_folder.Drop("mixed.tar", bytes))).OfType<FileRejected>());

        Assert.Equal((alone.Reason, alone.Detail), (rejected.Reason, rejected.Detail));
    }

    [Fact]
    public async Task That_is_no_container_is_too_large()
    {
        var published = await _host.TellAsync(_folder.Drop("long.txt", string.Concat(Enumerable.Repeat("A long story about a bridge. ", 400))));

        Assert.Equal("too-large", Assert.Single(published.OfType<FileRejected>()).Reason);
    }

    private static byte[] Five() => Pack.Tar([.. Enumerable.Range(1, 5).Select(number => ($"{number}.txt", Story(number)))]);

    private static byte[] Story(int number) => Pack.Story($"Story {number}", $"The council met for the {number}th time on Tuesday and decided to build a bridge.");

    private static byte[] Story(int number, int bytes) =>
        Pack.Story($"Story {number}", string.Concat(Enumerable.Repeat($"The council met for the {number}th time on Tuesday and decided to build a bridge. ", bytes / 80)));

    private static IEnumerable<string> Titles(IEnumerable<object> published) =>
        published.OfType<ArticleParsed>().OrderBy(parsed => parsed.Article.Ordinal).Select(parsed => parsed.Article.Title);

    private async Task<IReadOnlyList<Article>> ArticlesAsync(FileDiscovered file) =>
        (await _host.Queries.OfFileAsync(new FileArticles(file.FileId), TestContext.Current.CancellationToken)).Articles;

    /// <summary>Announces it until it is done, as the Watcher does.</summary>
    private async Task<List<IReadOnlyList<object>>> DoneAsync(FileDiscovered file)
    {
        var portions = new List<IReadOnlyList<object>>();
        do
        {
            portions.Add(await _host.TellAsync(file with { PortionsSettled = portions.Count, Attempt = portions.Count + 1 }));
        }
        while (portions[^1].OfType<FileParsed>().SingleOrDefault() is { Continues: true });
        return portions;
    }
}
