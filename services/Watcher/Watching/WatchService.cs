using Ingest.Storage;
using Ingest.Watcher.Dispatch;
using Ingest.Watcher.Folders;
using Ingest.Watcher.Ledger;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Ingest.Watcher.Watching;

/// <summary>
/// Opens the configured watches and follows them, or scans them once. Only one process may do so on a data folder: two would
/// tell the ledger different things about the same files.
/// </summary>
internal sealed class WatchService(
    LedgerStore ledger,
    FolderWatchers watchers,
    PauseNote pause,
    WatchProgress progress,
    IOptions<WatchOptions> watch,
    IOptions<StoreOptions> store,
    TimeProvider time,
    ILogger<WatchService> log) : BackgroundService
{
    private static readonly TimeSpan ProblemInterval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan AfterError = TimeSpan.FromSeconds(5);
    private readonly List<FolderWatcher> _followed = [];
    private InterprocessLock? _lock;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        _lock = InterprocessLock.TryAcquire(Path.Combine(store.Value.Data, "watcher.lock")) ?? throw new StoreException(
            $"Another ingest process already watches with the data folder {store.Value.Data}; stop it, or drop the files into its folder.");
        var scopes = new List<WatchScope>();
        foreach (var target in watch.Value.Targets)
        {
            var entry = await ledger.OpenWatchAsync(target.Root, target.Name, cancellationToken);
            Log.Watching(log, entry.Root, entry.Name);
            _followed.Add(watchers.Open(entry, target.Only));
            scopes.Add(new WatchScope(entry.Name, target.Only));
        }

        progress.Begin(scopes, () => _followed.Sum(watcher => watcher.Seen));
        await base.StartAsync(cancellationToken);
    }

    public override void Dispose()
    {
        _lock?.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (watch.Value.Import.Length > 0)
        {
            await ScanAsync(stoppingToken);
            return;
        }

        await Task.WhenAll([ShowProblemsAsync(stoppingToken), .. _followed.Select(watcher => FollowAsync(watcher, stoppingToken))]);
    }

    private async Task ScanAsync(CancellationToken cancellationToken)
    {
        try
        {
            foreach (var watcher in _followed)
            {
                await watcher.ScanAsync(cancellationToken);
            }

            progress.End(null);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // The command that waits reports it.
            progress.End(exception);
        }
    }

    private async Task FollowAsync(FolderWatcher watcher, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await watcher.RunAsync(cancellationToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                Log.WatchFailed(log, exception, watcher.Root, AfterError);
                await Task.Delay(AfterError, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task ShowProblemsAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(ProblemInterval, time);
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            foreach (var watcher in _followed)
            {
                await pause.SetAsync(watcher.Root, watcher.Problem, cancellationToken);
            }
        }
    }
}
