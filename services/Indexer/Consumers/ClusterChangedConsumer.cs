using Ingest.Contracts;
using Ingest.Hosting.Bus;
using Ingest.Indexer.Documents;
using MassTransit;
using Microsoft.Extensions.Logging;

namespace Ingest.Indexer.Consumers;

/// <summary>Withdraws an article, and keeps the new clusters of others. A person's decision has nothing to report.</summary>
internal sealed class ClusterChangedConsumer(DocumentStore store, BusOptions bus, TimeProvider time, ILogger<ClusterChangedConsumer> log)
    : IConsumer<ClusterChanged>
{
    public async Task Consume(ConsumeContext<ClusterChanged> context)
    {
        var retracted = context.Message.Retracted;
        using var stage = Telemetry.Begin(retracted?.FileId, retracted?.ArticleId, retracted?.Revision, time);
        var state = await store.CommitAsync(DocumentChange.Of(context.Message), context.CancellationToken);
        if (retracted is null)
        {
            stage.Outcome = "reclustered";
        }
        else if (state is null)
        {
            Log.Outdated(log, retracted.ArticleId, retracted.Revision);
            stage.Outcome = "outdated";
        }
        else
        {
            await context.PublishIndexedAsync(retracted.ArticleId, retracted.FileId, state, bus.PublishTimeout);
            stage.Outcome = "withdrawn";
        }
    }
}
