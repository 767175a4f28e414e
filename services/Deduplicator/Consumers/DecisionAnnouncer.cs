using Ingest.Contracts;
using Ingest.Deduplicator.Store;
using Ingest.Hosting.Bus;
using MassTransit;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Ingest.Deduplicator.Consumers;

/// <summary>
/// Follows what people decided and tells the index, once a second. A decision counts as announced when its message was published; one
/// that was followed before a crash is announced after it, with the same effects.
/// </summary>
internal sealed class DecisionAnnouncer(
    DecisionLog decisions, ClusterStore store, IBus bus, BusReadiness readiness, BusOptions options, TimeProvider time, ILogger<DecisionAnnouncer> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await readiness.Ready.WaitAsync(stoppingToken);
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            try
            {
                foreach (var decision in await decisions.UnannouncedAsync(stoppingToken))
                {
                    await AnnounceAsync(decision, stoppingToken);
                }
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                // A store that is locked or a broker that is away: the next second tries again.
                Log.DecisionsWait(log, exception);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task AnnounceAsync(DecisionRow decision, CancellationToken cancellationToken)
    {
        var part = 0;
        foreach (var changed in (await store.EffectsAsync(decision, cancellationToken)).Chunk(Overflow.MostChanges))
        {
            await bus.PublishEventAsync(
                new ClusterChanged { Changed = changed },
                Identifiers.Message(nameof(DecisionRow), decision.FirstId + decision.SecondId, decision.Sequence, part++),
                options.PublishTimeout,
                cancellationToken);
        }

        await decisions.AnnouncedAsync(decision.Sequence, cancellationToken);
        Log.DecisionFollowed(log, decision.Sequence, decision.FirstId, decision.SecondId, decision.Verdict);
    }
}
