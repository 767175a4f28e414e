using Ingest.Contracts;
using Ingest.Queries;
using Ingest.Storage;
using Ingest.Watcher.Ledger;
using Microsoft.Extensions.Time.Testing;

namespace Ingest.Watcher.Tests.Ledger;

/// <summary>A ledger in a database of its own, and the steps that its tests have in common.</summary>
public abstract class LedgerFixture : IDisposable
{
    protected const string Watch = "news";
    private readonly string _folder = Directory.CreateTempSubdirectory("ingest-ledger-").FullName;

    private protected LedgerFixture()
    {
        Store = Open(new LedgerRules(Policy));
    }

    private protected static RetryPolicy Policy { get; } =
        new([TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30)], MaxFaults: 3, RedriveAfter: TimeSpan.FromMinutes(2), RedriveCap: TimeSpan.FromHours(1));

    protected FakeTimeProvider Time { get; } = new(new DateTimeOffset(2025, 3, 4, 12, 0, 0, TimeSpan.Zero));

    private protected LedgerStore Store { get; private set; }

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    private protected LedgerStore Open(LedgerRules rules) => new(new SqliteDatabase(Path.Combine(_folder, "watcher.db")), rules, Time);

    private protected async Task<FileRow> PublishedAsync(string path, string sha = "aa")
    {
        await ObserveAsync(path, sha);
        return Assert.Single(await Store.ClaimAsync(10, Stop)).Row;
    }

    protected Task ObserveAsync(string path, string? sha = "aa", string? reason = null, long stamp = 1) => Store.ObserveAsync(
        [new ObservedFile { Watch = Watch, Path = path, Stamp = new FileStamp(10, stamp, stamp), Sha256 = sha, Reason = reason, Detail = reason is null ? null : "It cannot be read." }],
        Stop);

    private protected Task<AppliedEvents> ApplyAsync(params StageEvent[] events) => Store.ApplyAsync(events, Stop);

    /// <summary>Whatever a test did, the counts that the store keeps are those of its files.</summary>
    private void AssertCounts()
    {
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(_folder, "watcher.db")}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM sqlite_master WHERE name = 'counts'";
        if (command.ExecuteScalar() is 0L)
        {
            // A test that never wrote.
            return;
        }

        command.CommandText =
            """
            SELECT COALESCE(GROUP_CONCAT(line, CHAR(10)), '') FROM (
                SELECT batch || ' ' || state || ' ' || watch || ' ' || reason || ': ' || files || ' ' || articles || ' ' || settled || ' ' || portions AS line
                FROM counts WHERE files <> 0 ORDER BY 1)
            UNION ALL
            SELECT COALESCE(GROUP_CONCAT(line, CHAR(10)), '') FROM (
                SELECT batch || ' ' || state || ' ' || watch || ' ' || COALESCE(reason, '') || ': ' || COUNT(*) || ' ' || COALESCE(SUM(article_count), 0) || ' '
                    || SUM(settled_count) || ' ' || SUM(portions_settled) AS line
                FROM files GROUP BY batch, state, watch, COALESCE(reason, '') ORDER BY 1)
            """;
        using var reader = command.ExecuteReader();
        Assert.True(reader.Read());
        var kept = reader.GetString(0);
        Assert.True(reader.Read());
        Assert.Equal(reader.GetString(0), kept);
    }

    private protected StageEvent Parsed(FileRow row, int articles = 1, int retracted = 0) =>
        new StageEvent.Parsed(row.FileId, row.Revision, articles, retracted, 0, Time.GetUtcNow());

    private protected static StageEvent Settled(FileRow row, string article = "a0") => new StageEvent.Settled(row.FileId, row.Revision, article);

    protected async Task<FileEntry> FileAsync(string path) => await Store.GetAsync(new FileKey(Identifiers.File(Watch, path)), Stop)
        ?? throw new InvalidOperationException($"The ledger does not know {path}.");

    public void Dispose()
    {
        AssertCounts();
        Store.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }
}
