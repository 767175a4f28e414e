using System.Diagnostics;
using System.Text;
using Ingest.Contracts;
using Ingest.Queries;
using Ingest.Storage;
using Ingest.Watcher.Folders;
using Ingest.Watcher.Ledger;
using Microsoft.Extensions.Logging.Abstractions;

namespace Ingest.Watcher.Tests.Folders;

/// <summary>A real folder, a real ledger, and a watcher that follows it until disposed.</summary>
internal sealed class WatchedFolder : IAsyncDisposable
{
    public const string Watch = "news";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly string _base = Directory.CreateTempSubdirectory("ingest-folder-").FullName;
    private readonly FolderOptions _options;
    private readonly CancellationTokenSource _stop = new();
    private FolderWatcher? _watcher;
    private Task _running = Task.CompletedTask;

    public WatchedFolder(FolderOptions options)
    {
        _options = options;
        Directory.CreateDirectory(Root);
        Directory.CreateDirectory(Outside);
        var policy = new RetryPolicy([TimeSpan.FromSeconds(5)], 3, TimeSpan.FromMinutes(2), TimeSpan.FromHours(1));
        Ledger = new LedgerStore(new SqliteDatabase(Path.Combine(_base, "data", "watcher.db")), new LedgerRules(policy), TimeProvider.System);
    }

    public string Root => Path.Combine(_base, Watch);

    /// <summary>A folder of the same file system that nobody watches.</summary>
    public string Outside => Path.Combine(_base, "outside");

    public LedgerStore Ledger { get; }

    public string? Problem => _watcher?.Problem;

    public async Task<FolderWatcher> OpenAsync() =>
        new(await Ledger.OpenWatchAsync(Root, null, CancellationToken.None), _options, [Path.Combine(_base, "data")], Ledger, TimeProvider.System, NullLogger.Instance);

    public async Task StartAsync()
    {
        _watcher = await OpenAsync();
        _running = _watcher.RunAsync(_stop.Token);
        // The first scan is done when the root's identity is kept.
        await UntilAsync(async () => (await Ledger.WatchesAsync(CancellationToken.None)).Single().RootIdentity is not null, "the first scan");
    }

    public string Write(string name, string text)
    {
        var path = Path.Combine(Root, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    public string WriteOutside(string name, string text)
    {
        var path = Path.Combine(Outside, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    public Task<FileEntry?> FindAsync(string path) => Ledger.GetAsync(new FileKey(Identifiers.File(Watch, path)), CancellationToken.None);

    /// <summary>Waits until the ledger has a file as a test expects it.</summary>
    public async Task<FileEntry> FileAsync(string path, Func<FileEntry, bool> isAsExpected)
    {
        FileEntry? file = null;
        await UntilAsync(async () => (file = await FindAsync(path)) is not null && isAsExpected(file), $"{path}, which is {file}");
        return file!;
    }

    public Task<FileEntry> TakenAsync(string path, string text) => FileAsync(path, file => file.State == FileStates.InFlight && file.Sha256 == Sha256(text));

    public Task<FileEntry> RemovedAsync(string path) => FileAsync(path, file => file.State == FileStates.Removed);

    /// <summary>Drops a file and waits for it: whatever came before has been looked at then.</summary>
    public async Task PassAsync()
    {
        var name = $"marker-{Guid.NewGuid():N}.txt";
        Write(name, name);
        await TakenAsync(name, name);
    }

    public static string Sha256(string text) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    public static async Task UntilAsync(Func<Task<bool>> condition, string what)
    {
        var waited = Stopwatch.StartNew();
        while (!await condition())
        {
            Assert.True(waited.Elapsed < Patience, $"Waited {Patience} for {what}.");
            await Task.Delay(20);
        }
    }

    public async Task DisposeWatcherAsync()
    {
        await _stop.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public async ValueTask DisposeAsync()
    {
        await DisposeWatcherAsync();
        _stop.Dispose();
        Ledger.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_base, recursive: true);
    }
}
