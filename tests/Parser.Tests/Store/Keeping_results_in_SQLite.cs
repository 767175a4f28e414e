using Ingest.Parser.Queries;
using Ingest.Queries;
using Ingest.Storage;

namespace Ingest.Parser.Tests.Store;

public sealed class Keeping_results_in_SQLite : Keeping_results
{
    private readonly TemporaryFolder _folder = new();

    protected override Database Create() => new SqliteDatabase(_folder["parser.db"]);

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Answers_nothing_while_there_is_no_database()
    {
        var queries = new ArticleQueries(new StoreOptions { Data = _folder["nowhere"] }.Open("parser", readOnly: true), TimeProvider.System);

        Assert.Null(await queries.GetAsync(new ArticleKey("a"), TestContext.Current.CancellationToken));
        Assert.Empty((await queries.OfFileAsync(new FileArticles("f"), TestContext.Current.CancellationToken)).Articles);
        Assert.Empty((await queries.ScanAsync(new ArticleScan(), TestContext.Current.CancellationToken)).Articles);
        Assert.False(Directory.Exists(_folder["nowhere"]));
    }

    [Fact]
    public async Task Answers_nothing_while_the_database_has_no_tables()
    {
        await File.WriteAllBytesAsync(_folder["empty.db"], [], TestContext.Current.CancellationToken);
        var queries = new ArticleQueries(new SqliteDatabase(_folder["empty.db"], readOnly: true), TimeProvider.System);

        Assert.Empty((await queries.ScanAsync(new ArticleScan(), TestContext.Current.CancellationToken)).Articles);
    }
}
