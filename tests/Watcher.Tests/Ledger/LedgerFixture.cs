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

    private protected StageEvent Parsed(FileRow row, int articles = 1, int retracted = 0) =>
        new StageEvent.Parsed(row.FileId, row.Revision, articles, retracted, 0, Time.GetUtcNow());

    private protected static StageEvent Settled(FileRow row, string article = "a0") => new StageEvent.Settled(row.FileId, row.Revision, article);

    protected async Task<FileEntry> FileAsync(string path) => await Store.GetAsync(new FileKey(Identifiers.File(Watch, path)), Stop)
        ?? throw new InvalidOperationException($"The ledger does not know {path}.");

    public void Dispose()
    {
        Store.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }
}
