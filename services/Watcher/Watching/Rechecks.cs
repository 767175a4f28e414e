using Ingest.Watcher.Ledger;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Ingest.Watcher.Watching;

/// <summary>Looks again at files of which the Parser said that they are not what was announced, or that a person wants retried.</summary>
internal sealed class Rechecks(LedgerStore ledger, FolderWatchers watchers, TimeProvider time, ILogger<Rechecks> log) : BackgroundService
{
    private const int Page = 256;
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await RunAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                Log.DispatchFailed(log, exception, Interval);
            }
        }
    }

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        var rows = await ledger.RechecksAsync(Page, cancellationToken);
        if (rows.Count == 0)
        {
            return;
        }

        var watches = (await ledger.WatchesAsync(cancellationToken)).ToDictionary(watch => watch.Name);
        foreach (var group in rows.GroupBy(row => row.Watch))
        {
            await watchers.Of(watches[group.Key]).LookAgainAsync([.. group.Select(row => row.Path)], cancellationToken);
        }

        await ledger.RecheckedAsync([.. rows], cancellationToken);
    }
}
