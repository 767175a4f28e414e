using Ingest.Contracts;
using Ingest.Parser.Queries;
using Ingest.Parser.Store;
using Ingest.Queries;
using Ingest.Storage;

namespace Ingest.Parser.Tests.Store;

/// <summary>What every store must do, whatever its database.</summary>
public abstract class Keeping_results : IAsyncLifetime
{
    private protected ParserStore Store { get; private set; } = null!;

    private protected IArticleQueries Queries { get; private set; } = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>An empty database.</summary>
    protected abstract Database Create();

    public ValueTask InitializeAsync()
    {
        var database = Create();
        Store = new ParserStore(database);
        Store.Migrate();
        Queries = new ArticleQueries(database, TimeProvider.System);
        return ValueTask.CompletedTask;
    }

    public virtual async ValueTask DisposeAsync() => await Store.DisposeAsync();

    [Fact]
    public async Task Gives_every_field_back()
    {
        var (file, articles) = Results.Parsed(1, "0", "1");

        var kept = await Store.SettleAsync(file, articles, Cancelled);
        var known = await Store.FindAsync(file.FileId, Cancelled);

        Assert.Equivalent(file, kept, strict: true);
        Assert.Equivalent(file, known.Newest, strict: true);
        Assert.Equivalent(articles, await Store.ArticlesAsync(known.Newest!.ArticleIds, Cancelled), strict: true);
        Assert.Equivalent(articles[1], await Queries.GetAsync(new ArticleKey(articles[1].ArticleId), Cancelled), strict: true);
    }

    [Fact]
    public async Task Gives_many_at_once_in_the_order_asked_and_leaves_out_unknown_ones()
    {
        var (file, articles) = Results.Parsed(1, "0", "1", "2");
        await Store.SettleAsync(file, articles, Cancelled);

        var batch = await Queries.ManyAsync(new ArticleKeys([articles[2].ArticleId, "another", articles[0].ArticleId]), Cancelled);

        Assert.Equal([articles[2].ArticleId, articles[0].ArticleId], batch.Articles.Select(article => article.ArticleId));
        Assert.Equal(3, batch.Answered);
    }

    [Fact]
    public async Task Ends_early_where_many_at_once_would_be_too_much_and_says_where()
    {
        var (file, articles) = Results.Parsed(1, "0", "1", "2");
        articles = [.. articles.Select(article => article with { Body = new string('x', 9_000_000) })];
        await Store.SettleAsync(file, articles, Cancelled);

        var batch = await Queries.ManyAsync(new ArticleKeys([.. articles.Select(article => article.ArticleId)]), Cancelled);

        Assert.Equal((2, 2), (batch.Articles.Count, batch.Answered));
    }

    [Fact]
    public async Task Knows_nothing_of_other_files()
    {
        await SettleAsync(Results.Parsed(1, "0"));

        Assert.Null((await Store.FindAsync("another", Cancelled)).Newest);
        Assert.Null(await Queries.GetAsync(new ArticleKey("another"), Cancelled));
        Assert.Empty((await Queries.OfFileAsync(new FileArticles("another"), Cancelled)).Articles);
    }

    [Fact]
    public async Task Returns_the_first_result_for_a_repeat()
    {
        var (file, articles) = Results.Parsed(1, "0");
        await Store.SettleAsync(file, articles, Cancelled);

        var again = await Store.SettleAsync(file with { SettledAt = file.SettledAt.AddHours(1) }, articles, Cancelled);

        Assert.Equal(file.SettledAt, again!.SettledAt);
    }

    [Fact]
    public async Task Ignores_an_older_revision()
    {
        await SettleAsync(Results.Parsed(2, "0"));

        Assert.Null(await SettleAsync(Results.Parsed(1, "0", "1")));
        Assert.Null(await Store.SettleAsync(Results.Removed(1), [], Cancelled));
        var article = Assert.Single((await Queries.OfFileAsync(new FileArticles(Results.FileId), Cancelled)).Articles);
        Assert.Equal(2, article.Revision);
    }

    [Fact]
    public async Task Retracts_what_a_newer_revision_no_longer_has()
    {
        await SettleAsync(Results.Parsed(1, "0", "1", "2"));

        var second = await SettleAsync(Results.Parsed(2, "0", "3"));

        Assert.Equal(Results.Ids("1", "2"), second!.RetractedIds);
        Assert.Equal(Results.Ids("0", "3"), (await Queries.OfFileAsync(new FileArticles(Results.FileId), Cancelled)).Articles.Select(article => article.ArticleId));
        Assert.Null(await Queries.GetAsync(new ArticleKey(Results.Ids("1")[0]), Cancelled));
    }

    [Fact]
    public async Task Retracts_again_what_earlier_revisions_retracted()
    {
        await SettleAsync(Results.Parsed(1, "0", "1"));
        await SettleAsync(Results.Parsed(2, "0"));

        Assert.Equal(Results.Ids("1"), (await SettleAsync(Results.Parsed(3, "0")))!.RetractedIds);
        Assert.Empty((await SettleAsync(Results.Parsed(4, "0", "1")))!.RetractedIds);
        Assert.Equal(Results.Ids("0", "1"), (await Store.SettleAsync(Results.Removed(5), [], Cancelled))!.RetractedIds);
        Assert.Equal(Results.Ids("0"), (await SettleAsync(Results.Parsed(6, "1")))!.RetractedIds);
    }

    [Fact]
    public async Task Retracts_all_of_a_removed_file_and_keeps_its_revision()
    {
        await SettleAsync(Results.Parsed(1, "0", "1"));

        var removed = await Store.SettleAsync(Results.Removed(2), [], Cancelled);
        var again = await Store.SettleAsync(Results.Removed(2) with { SettledAt = Results.Discovered.AddHours(1) }, [], Cancelled);

        Assert.Equal(Results.Ids("0", "1"), removed!.RetractedIds);
        Assert.Equivalent(removed, again, strict: true);
        Assert.Empty((await Queries.ScanAsync(new ArticleScan(), Cancelled)).Articles);
        Assert.Null(await SettleAsync(Results.Parsed(1, "0", "1")));
    }

    [Fact]
    public async Task Removes_a_file_that_never_had_articles()
    {
        var removed = await Store.SettleAsync(Results.Removed(1), [], Cancelled);

        Assert.Empty(removed!.RetractedIds);
        Assert.Empty(removed.ArticleIds);
    }

    [Fact]
    public async Task Retracts_all_of_a_file_whose_new_content_is_rejected()
    {
        await SettleAsync(Results.Parsed(1, "0"));

        var rejected = await Store.SettleAsync(Results.Rejected(2), [], Cancelled);

        Assert.Equal(Results.Ids("0"), rejected!.RetractedIds);
        Assert.Equal(RejectionReasons.NoArticle, (await Store.FindAsync(Results.FileId, Cancelled)).Newest!.Reason);
        Assert.Empty((await Queries.OfFileAsync(new FileArticles(Results.FileId), Cancelled)).Articles);
    }

    [Theory]
    [InlineData(RejectionReasons.Unreadable)]
    [InlineData(RejectionReasons.TooLarge)]
    [InlineData(RejectionReasons.ArticleTooLarge)]
    [InlineData(RejectionReasons.TooSlow)]
    public async Task Replaces_a_rejection_that_rests_on_circumstances(string reason)
    {
        await Store.SettleAsync(Results.Rejected(1, reason), [], Cancelled);

        Assert.Equal(FileOutcomes.Parsed, (await SettleAsync(Results.Parsed(1, "0")))!.Outcome);
        Assert.Single((await Queries.OfFileAsync(new FileArticles(Results.FileId), Cancelled)).Articles);
    }

    [Fact]
    public async Task Replaces_the_result_of_another_version_of_the_parser()
    {
        var (file, articles) = Results.Parsed(1, "0", "1");
        await Store.SettleAsync(file with { ParserVersion = FileParser.Version - 1 }, articles, Cancelled);

        var newer = await SettleAsync(Results.Parsed(1, "0"));

        Assert.Equal(Results.Ids("1"), newer!.RetractedIds);
    }

    [Fact]
    public async Task Takes_many_at_once_and_several_revisions_of_one_file_in_any_order()
    {
        var changes = Enumerable.Range(0, 50).SelectMany(file => Enumerable.Range(1, 4).Select(revision =>
            Results.ParsedOf($"file {file}", revision, [.. Enumerable.Range(0, 5 - revision).Select(key => $"{key}")]))).ToArray();
        new Random(7).Shuffle(changes);

        await Task.WhenAll(changes.Select(change => Store.SettleAsync(change.File, change.Articles, Cancelled)));

        for (var file = 0; file < 50; file++)
        {
            var known = (await Store.FindAsync($"file {file}", Cancelled)).Newest!;
            Assert.Equal(4, known.Revision);
            Assert.Equal(4, Assert.Single(await Store.ArticlesAsync(known.ArticleIds, Cancelled)).Revision);
        }

        Assert.Equal(50, (await Queries.ScanAsync(new ArticleScan(), Cancelled)).Articles.Count);
    }

    [Fact]
    public async Task Scans_everything_in_order_of_identifier_and_page_by_page()
    {
        await SettleAsync(Results.Parsed(1, [.. Enumerable.Range(0, 25).Select(key => $"{key}")]));
        await SettleAsync(Results.ParsedOf("other", 1, "a", "b"));
        await SettleAsync(Results.ParsedOf("other", 2, "a"));

        var pages = new List<ArticlePage>();
        do
        {
            pages.Add(await Queries.ScanAsync(new ArticleScan(pages.LastOrDefault()?.Next, 13), Cancelled));
        }
        while (pages[^1].Next is not null);

        var ids = pages.SelectMany(page => page.Articles).Select(parsed => parsed.Article.ArticleId).ToList();
        Assert.Equal([13, 13], pages.Select(page => page.Articles.Count));
        Assert.Equal(ids.Order(StringComparer.Ordinal), ids);
        Assert.Equal(26, ids.Distinct().Count());
        Assert.All(pages.SelectMany(page => page.Articles), parsed => Assert.Equal(Results.Discovered, parsed.DiscoveredAt));
    }

    [Fact]
    public async Task Gives_a_files_articles_in_its_order_up_to_the_limit()
    {
        string[] keys = [.. Enumerable.Range(0, 100).Select(key => $"{key}")];
        await SettleAsync(Results.Parsed(1, keys));

        Assert.Equal(keys, (await Queries.OfFileAsync(new FileArticles(Results.FileId), Cancelled)).Articles.Select(article => article.Key));
        Assert.Equal(["0", "1"], (await Queries.OfFileAsync(new FileArticles(Results.FileId, 2), Cancelled)).Articles.Select(article => article.Key));
    }

    [Fact]
    public async Task Counts_deaths_once_a_journal_and_by_revision()
    {
        await Store.CountDeathAsync(Results.FileId, 2, "first", Cancelled);
        await Store.CountDeathAsync(Results.FileId, 2, "first", Cancelled);
        await Store.CountDeathAsync(Results.FileId, 2, "second", Cancelled);
        await Store.CountDeathAsync(Results.FileId, 1, "third", Cancelled);

        var known = await Store.FindAsync(Results.FileId, Cancelled);
        Assert.Equal(2, known.DeathsOf(2));
        Assert.Equal(0, known.DeathsOf(1));

        await Store.CountDeathAsync(Results.FileId, 3, "fourth", Cancelled);
        Assert.Equal(1, (await Store.FindAsync(Results.FileId, Cancelled)).DeathsOf(3));
    }

    [Fact]
    public async Task Forgets_deaths_when_asked_and_when_a_result_is_reached()
    {
        await Store.CountDeathAsync(Results.FileId, 1, "first", Cancelled);
        await Store.ForgetDeathsAsync(Results.FileId, Cancelled);
        Assert.Equal(0, (await Store.FindAsync(Results.FileId, Cancelled)).DeathsOf(1));

        await Store.CountDeathAsync(Results.FileId, 1, "second", Cancelled);
        await SettleAsync(Results.Parsed(1, "0"));
        Assert.Equal(0, (await Store.FindAsync(Results.FileId, Cancelled)).DeathsOf(1));
    }

    private Task<FileResult?> SettleAsync((FileResult File, Article[] Articles) parsed) => Store.SettleAsync(parsed.File, parsed.Articles, Cancelled);

    [Fact]
    public async Task Of_a_container_in_portions_without_an_article_counts_the_reasons_of_all_portions()
    {
        var (file, _) = Results.Parsed(1);
        var first = Empty(file, number: 1, last: false);
        Assert.Null((await Store.SettlePortionAsync(first, file, "zip", [], [Bad("a", RejectionReasons.NoArticle)], Cancelled))!.Final);

        var settled = await Store.SettlePortionAsync(
            Empty(file, number: 2, last: true), file, "zip", [], [Bad("b", RejectionReasons.NoArticle), Bad("c", RejectionReasons.Damaged)], Cancelled);

        var final = settled!.Final!;
        Assert.Equal((FileOutcomes.Rejected, RejectionReasons.Damaged, 2), (final.Outcome, final.Reason, final.Portions));
        Assert.Equal("no article in any of 3 members: 2 no-article, 1 damaged; first: c: It is damaged.", final.Detail);
        Assert.Equivalent(final, (await Store.FindAsync(file.FileId, Cancelled)).Newest, strict: true);
    }

    private static MemberOutcome Bad(string name, string reason) => new(name, 0, reason, $"It is {reason}.");

    private static Portion Empty(FileResult file, int number, bool last) => new()
    {
        FileId = file.FileId, Revision = file.Revision, Sha256 = file.Sha256!, ParserVersion = file.ParserVersion, Number = number, Next = new Ingest.Parser.Containers.Bookmark(number),
        ArticlesBefore = 0, ArticleIds = [], WarningCount = 0, IsLast = last,
    };
}
