using System.Diagnostics;
using Ingest.Hosting.Bus;
using Ingest.Watcher.Ledger;
using MassTransit;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Ingest.Watcher.Dispatch;

/// <summary>
/// Publishes what waits in the ledger, never more at a time than <see cref="WatcherOptions.MaxInFlight"/>: the ledger is the queue, and the
/// broker holds only what is being worked on. Nothing is published while the disk is nearly full.
/// </summary>
internal sealed class Dispatcher(
    LedgerStore ledger,
    IBus bus,
    DiskGuard disk,
    PauseNote pause,
    BusOptions busOptions,
    BusReadiness readiness,
    IOptions<WatcherOptions> options,
    IHostApplicationLifetime lifetime,
    TimeProvider time,
    ILogger<Dispatcher> log) : BackgroundService
{
    private const int LargestClaim = 512;

    /// <summary>How long a look at the ledger may be away: a retry by another process says nothing to this one.</summary>
    private static readonly TimeSpan LongestSleep = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan AfterError = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _work = new(0, 1);

    public override void Dispose()
    {
        ledger.WorkArrived -= Wake;
        _work.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, lifetime.ApplicationStopping);
        await StartedAsync(stopping.Token);
        ledger.WorkArrived += Wake;
        var redriven = await ledger.RedriveAllAsync(stopping.Token);
        if (redriven > 0)
        {
            Log.RedrivenAtStart(log, redriven);
            Telemetry.Redriven(redriven);
        }

        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await SleepAsync(await DispatchAsync(stopping.Token), stopping.Token);
            }
            catch (Exception exception) when (exception is not OperationCanceledException || !stopping.IsCancellationRequested)
            {
                Log.DispatchFailed(log, exception, AfterError);
                await Task.Delay(AfterError, time, stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>Publishes what is due and has a free place; returns how long nothing more can be due.</summary>
    private async Task<TimeSpan> DispatchAsync(CancellationToken cancellationToken)
    {
        await pause.SetAsync(PauseNote.Disk, disk.Complaint(), cancellationToken);
        if (pause.IsSet(PauseNote.Disk))
        {
            return LongestSleep;
        }

        var backlog = await ledger.BacklogAsync(cancellationToken);
        Telemetry.InFlight(backlog.Published);
        var limit = options.Value.MaxInFlight;
        var free = limit - backlog.Published;
        // Claiming is a durable write: with the workers busy it waits until it is worth one.
        if (free <= 0 || (backlog.Published > 0 && free < Math.Min(limit / 4, LargestClaim)))
        {
            return LongestSleep;
        }

        var now = time.GetUtcNow();
        if (backlog.NextDue is not { } due || due > now)
        {
            return backlog.NextDue is { } later && later - now < LongestSleep ? later - now : LongestSleep;
        }

        var claimed = await ledger.ClaimAsync(Math.Min(free, LargestClaim), cancellationToken);
        await PublishAsync(claimed, cancellationToken);
        return TimeSpan.Zero;
    }

    private async Task PublishAsync(IReadOnlyList<ClaimedFile> files, CancellationToken cancellationToken)
    {
        var refused = new List<(ClaimedFile File, string Error)>();
        foreach (var window in files.Chunk(Publishing.Window))
        {
            var errors = await Task.WhenAll(window.Select(file => TryPublishAsync(file, cancellationToken)));
            refused.AddRange(window.Zip(errors).Where(pair => pair.Second is not null).Select(pair => (pair.First, pair.Second!)));
        }

        if (refused.Count > 0)
        {
            Log.NotPublished(log, refused.Count, refused[0].Error, AfterError);
            await ledger.ReleaseAsync([.. refused.Select(file => file.File)], AfterError, refused[0].Error, CancellationToken.None);
        }
    }

    private async Task<string?> TryPublishAsync(ClaimedFile file, CancellationToken cancellationToken)
    {
        // Every publish begins in its file's own trace, not in that of whoever published before.
        Activity.Current = null;
        using var activity = Telemetry.Publish(file.Row);
        try
        {
            await FileMessages.PublishAsync(bus, file, busOptions.PublishTimeout, cancellationToken);
            return null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return $"It did not confirm within {busOptions.PublishTimeout.TotalSeconds:0} s.";
        }
        catch (Exception exception)
        {
            return exception.GetBaseException().Message;
        }
    }

    private async Task StartedAsync(CancellationToken cancellationToken)
    {
        // Before the queues exist a publish would go nowhere.
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(cancellationToken);
        await readiness.Ready.WaitAsync(cancellationToken);
    }

    private async Task SleepAsync(TimeSpan atMost, CancellationToken cancellationToken)
    {
        if (atMost > TimeSpan.Zero)
        {
            await _work.WaitAsync(atMost, cancellationToken);
        }
    }

    private void Wake()
    {
        try
        {
            _work.Release();
        }
        catch (SemaphoreFullException)
        {
            // Somebody else has knocked already.
        }
    }
}
