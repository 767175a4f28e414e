using Ingest.Contracts;
using Ingest.Hosting;
using Ingest.Hosting.Bus;
using Ingest.Indexer.Documents;
using MassTransit;

namespace Ingest.Indexer.Consumers;

/// <summary>Withdraws a retracted article, and moves others to their new clusters.</summary>
internal sealed class ClusterChangedConsumer(DocumentStore store, BusOptions bus, TimeProvider time) : IConsumer<ClusterChanged>
{
    public async Task Consume(ConsumeContext<ClusterChanged> context)
    {
        var start = time.GetTimestamp();
        var retracted = context.Message.Retracted;
        using var activity = Telemetry.Begin(retracted?.FileId, retracted?.ArticleId, retracted?.Revision);
        var sequence = await store.ApplyAsync(DocumentChange.Of(context.Message), context.CancellationToken);
        if (retracted is not null && sequence is { } kept)
        {
            await Settlement.PublishAsync(
                context, retracted.ArticleId, retracted.FileId, retracted.Revision, withdrawn: true, kept, bus.PublishTimeout, time.GetUtcNow());
        }

        Telemetry.Settled(retracted is null ? "moved" : sequence is null ? "outdated" : "withdrawn", time.GetElapsedTime(start));
    }
}

/// <summary>Its queue, the same as <see cref="ArticleClusteredConsumer"/>'s.</summary>
internal sealed class ClusterChangedDefinition : ConsumerDefinition<ClusterChangedConsumer>
{
    public ClusterChangedDefinition() => EndpointName = Endpoints.Indexer;

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<ClusterChangedConsumer> consumerConfigurator, IRegistrationContext context) =>
        ServiceEndpoint.Configure(endpointConfigurator);
}
