using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Ingest.Storage;
using Ingest.Watcher.Folders;
using Ingest.Watcher.Ledger;
using Microsoft.Extensions.Logging.Abstractions;

namespace Ingest.Watcher.Tests.Folders;

/// <summary>A real folder, a real ledger, and a watcher between them.</summary>
internal sealed class WatchedFolder : IAsyncDisposable
{
    private readonly string _home = Directory.CreateTempSubdirectory("ingest-folders-").FullName;
    private readonly SqliteDatabase _database;
    private readonly CancellationTokenSource _stop = new();
    private Task _running = Task.CompletedTask;

    public WatchedFolder(FolderOptions? options = null)
    {
        Directory.CreateDirectory(FullPath);
        Options = options ?? new FolderOptions();
        _database = new SqliteDatabase(Path.Combine(_home, "ledger.db"));
        Ledger = new LedgerStore(
            _database,
            new LedgerRules(new RetryPolicy([TimeSpan.FromSeconds(1)], 3, TimeSpan.FromMinutes(1), TimeSpan.FromHours(1))),
            TimeProvider.System);
    }

    public FolderOptions Options { get; }

    public FolderSeams Seams { get; init; } = new();

    public ILedgerIntake Ledger { get; }

    public string FullPath => Path.Combine(_home, "inbox");

    public string Outside => Directory.CreateDirectory(Path.Combine(_home, "outside")).FullName;

    public FolderWatcher? Watcher { get; private set; }

    public string this[string path] => Path.Combine(FullPath, path);

    public async Task<FolderWatcher> OpenAsync(string? only = null) => Watcher = new FolderWatcher(
        await Ledger.OpenWatchAsync(FullPath, "inbox", default), Options, [this["done"]], Ledger, TimeProvider.System, NullLogger.Instance, only, Seams);

    /// <summary>As <c>ingest import</c> does it.</summary>
    public async Task ScanAsync(string? only = null)
    {
        await using var watcher = await OpenAsync(only);
        await watcher.ScanAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Follows the folder from now on.</summary>
    public async Task FollowAsync()
    {
        var watcher = await OpenAsync();
        _running = watcher.RunAsync(_stop.Token);
        await UntilAsync(() => Task.FromResult(watcher.ScanCompleted), "the first scan");
    }

    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await (Watcher?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    public async Task<IReadOnlyList<Row>> RowsAsync()
    {
        await using var connection = await _database.OpenAsync(default);
        return (await connection.QueryAsync<Row>(
            "SELECT path AS Path, desired AS Desired, revision AS Revision, sha256 AS Sha256, reason AS Reason, detail AS Detail, modified_ns AS ModifiedNs FROM files ORDER BY path")).ToList();
    }

    public async Task<Row?> RowAsync(string path) => (await RowsAsync()).SingleOrDefault(row => row.Path == path);

    /// <summary>Waits until the ledger has the file with this content.</summary>
    public Task<Row> HasAsync(string path, string content) =>
        RowAsync(path, row => row is { Desired: "present" } && row.Sha256 == HashOf(content), $"'{path}' with the content '{content}'");

    public Task<Row> RemovedAsync(string path) => RowAsync(path, row => row is { Desired: "absent" }, $"'{path}' being removed");

    public Task<Row> RejectedAsync(string path, string reason) =>
        RowAsync(path, row => row is { Desired: "rejected" } && row.Reason == reason, $"'{path}' being rejected as {reason}");

    public void Bash(string script)
    {
        using var process = Process.Start(new ProcessStartInfo("bash", ["-euc", script]) { WorkingDirectory = FullPath })!;
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }

    /// <summary>Polls with a limit that only a test that would hang reaches.</summary>
    public async Task UntilAsync(Func<Task<bool>> condition, string what)
    {
        var waited = Stopwatch.StartNew();
        while (!await condition())
        {
            if (_running.IsFaulted)
            {
                await _running;
            }

            if (waited.Elapsed > TimeSpan.FromSeconds(30))
            {
                Assert.Fail($"Waited in vain for {what}. Problem: {Watcher?.Problem}. Ledger: {string.Join(" | ", await RowsAsync())}");
            }

            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        (Ledger as IDisposable)?.Dispose();
        _stop.Dispose();
        using var process = Process.Start("rm", ["-rf", _home]);
        await process.WaitForExitAsync();
    }

    public static string HashOf(string content) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));

    private async Task<Row> RowAsync(string path, Func<Row?, bool> condition, string what)
    {
        Row? row = null;
        await UntilAsync(async () => condition(row = await RowAsync(path)), what);
        return row!;
    }
}

internal sealed record Row
{
    public string Path { get; init; } = "";

    public string Desired { get; init; } = "";

    public long Revision { get; init; }

    public string? Sha256 { get; init; }

    public string? Reason { get; init; }

    public string? Detail { get; init; }

    public long ModifiedNs { get; init; }
}
