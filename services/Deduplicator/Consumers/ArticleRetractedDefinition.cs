using Ingest.Hosting;
using Ingest.Hosting.Bus;
using MassTransit;

namespace Ingest.Deduplicator.Consumers;

/// <summary>
/// Puts the consumer on the Deduplicator's queue, under the policy that all services share. One process at a time is given
/// messages, the others stand by: all would wait for the same write lock.
/// </summary>
internal sealed class ArticleRetractedDefinition : ConsumerDefinition<ArticleRetractedConsumer>
{
    public ArticleRetractedDefinition() => EndpointName = Endpoints.Deduplicator;

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator,
        IConsumerConfigurator<ArticleRetractedConsumer> consumerConfigurator,
        IRegistrationContext context) =>
        ServiceEndpoint.Configure(endpointConfigurator, singleActiveConsumer: true);
}
