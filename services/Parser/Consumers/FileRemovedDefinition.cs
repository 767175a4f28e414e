using Ingest.Hosting;
using Ingest.Hosting.Bus;
using MassTransit;

namespace Ingest.Parser.Consumers;

/// <summary>Puts the consumer on the Parser's queue, under the policy that all services share.</summary>
internal sealed class FileRemovedDefinition : ConsumerDefinition<FileRemovedConsumer>
{
    public FileRemovedDefinition() => EndpointName = Endpoints.Parser;

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator,
        IConsumerConfigurator<FileRemovedConsumer> consumerConfigurator,
        IRegistrationContext context) =>
        ServiceEndpoint.Configure(endpointConfigurator);
}
