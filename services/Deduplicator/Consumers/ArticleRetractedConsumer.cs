using Ingest.Contracts;
using Ingest.Deduplicator.Store;
using Ingest.Hosting.Bus;
using MassTransit;
using Microsoft.Extensions.Logging;

namespace Ingest.Deduplicator.Consumers;

/// <summary>
/// Takes an article out and publishes what that changed for others. One that was never known is published all the same: its
/// file is done only when the Indexer has reported it.
/// </summary>
internal sealed class ArticleRetractedConsumer(ClusterStore store, BusOptions bus, TimeProvider time, ILogger<ArticleRetractedConsumer> log)
    : IConsumer<ArticleRetracted>
{
    public async Task Consume(ConsumeContext<ArticleRetracted> context)
    {
        var retracted = context.Message;
        using var stage = Telemetry.Begin(retracted.FileId, retracted.ArticleId, retracted.Revision, time);
        if (await store.RetractAsync(retracted.ArticleId, retracted.Revision, context.CancellationToken) is not { } placed)
        {
            Log.Outdated(log, retracted.ArticleId, retracted.Revision);
            stage.End("outdated", 0);
            return;
        }

        var changed = await context.PublishOverflowAsync(placed.Changed, retracted.ArticleId, retracted.Revision, bus.PublishTimeout);
        await context.PublishEventAsync(
            new ClusterChanged { Retracted = retracted, Changed = changed },
            Identifiers.Message(nameof(ClusterChanged), retracted.ArticleId, retracted.Revision),
            bus.PublishTimeout,
            context.CancellationToken);
        stage.End("retracted", placed.Changed.Count);
    }
}
