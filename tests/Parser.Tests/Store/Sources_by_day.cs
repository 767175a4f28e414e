using Ingest.Parser.Queries;
using Ingest.Parser.Store;
using Ingest.Queries;
using Ingest.Storage;

namespace Ingest.Parser.Tests.Store;

public sealed class Sources_by_day : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ingest-sources-").FullName;
    private readonly SqliteDatabase _database;
    private readonly ParserStore _store;

    public Sources_by_day()
    {
        _database = new SqliteDatabase(Path.Combine(_folder, "parser.db"));
        _store = new ParserStore(_database);
        _store.Migrate();
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Are_counted_by_the_day_on_which_their_articles_arrived()
    {
        await ArriveAsync("a", 0, "1", "2");
        await ArriveAsync("b", 0, "1");
        await ArriveAsync("c", 3, "1");

        var source = Assert.Single((await SourcesAsync(3)).Sources);

        Assert.Equal("The Daily Post", source.Source);
        Assert.Equal(Results.Discovered.AddDays(3).Rounded(), source.LastAt);
        Assert.Equal(28, source.PerDay.Count);
        Assert.Equal([3, 0, 0, 1], source.PerDay.TakeLast(4));
    }

    [Fact]
    public async Task Fall_out_of_the_four_weeks_but_are_known_for_a_year()
    {
        await ArriveAsync("a", 0, "1");

        Assert.Equal(0, Assert.Single((await SourcesAsync(100)).Sources).PerDay.Sum());
        Assert.Empty((await SourcesAsync(370)).Sources);
    }

    [Fact]
    public async Task Are_not_counted_again_for_a_repeat()
    {
        await ArriveAsync("a", 0, "1");
        await ArriveAsync("a", 0, "1");

        Assert.Equal(1, Assert.Single((await SourcesAsync(0)).Sources).PerDay[^1]);
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task ArriveAsync(string fileId, int day, params string[] keys)
    {
        var (file, articles) = Results.ParsedOf(fileId, 1, keys);
        await _store.SettleAsync(file with { DiscoveredAt = file.DiscoveredAt.AddDays(day) }, articles, Stop);
    }

    private Task<SourceList> SourcesAsync(int days) =>
        new ArticleQueries(_database, new FixedTime(Results.Discovered.AddDays(days))).SourcesAsync(new SourcesRequest(), Stop);

    private sealed class FixedTime(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
