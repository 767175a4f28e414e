using Ingest.Watcher.Ledger;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Ingest.Watcher.Dispatch;

/// <summary>
/// Looks through the ledger by the clock for what has stalled (the workers may have lost a message, or are away), and for batches that
/// have ended.
/// </summary>
internal sealed class Housekeeping(LedgerStore ledger, TimeProvider time, ILogger<Housekeeping> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        try
        {
            await ledger.EndBatchesAsync(atOnce: true, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Log.DispatchFailed(log, exception, Interval);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                var stalled = await ledger.RedriveStalledAsync(stoppingToken);
                if (stalled > 0)
                {
                    Log.RedrivenStalled(log, stalled);
                    Telemetry.Redriven(stalled);
                }

                await ledger.EndBatchesAsync(atOnce: false, stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                Log.DispatchFailed(log, exception, Interval);
            }
        }
    }
}
