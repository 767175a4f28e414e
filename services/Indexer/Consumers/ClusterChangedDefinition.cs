using Ingest.Hosting;
using Ingest.Hosting.Bus;
using MassTransit;

namespace Ingest.Indexer.Consumers;

/// <summary>Puts the consumer on the Indexer's queue, under the policy that all services share.</summary>
internal sealed class ClusterChangedDefinition : ConsumerDefinition<ClusterChangedConsumer>
{
    public ClusterChangedDefinition() => EndpointName = Endpoints.Indexer;

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator,
        IConsumerConfigurator<ClusterChangedConsumer> consumerConfigurator,
        IRegistrationContext context) =>
        ServiceEndpoint.Configure(endpointConfigurator);
}
