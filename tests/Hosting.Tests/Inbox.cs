using System.Threading.Channels;
using Ingest.Contracts;
using Ingest.Hosting.Bus;
using MassTransit;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Ingest.Hosting.Tests;

/// <summary>What arrived over the bus.</summary>
public sealed class Inbox
{
    private readonly Channel<(Guid? MessageId, string Body)> _messages = Channel.CreateUnbounded<(Guid?, string)>();
    private int _attempts;

    public Channel<Fault<FileRejected>> Faults { get; } = Channel.CreateUnbounded<Fault<FileRejected>>();

    /// <summary>How often a message was worked on.</summary>
    public int Attempts => _attempts;

    public async Task<(Guid? MessageId, string Body)> TakeAsync() =>
        await _messages.Reader.ReadAsync(TestContext.Current.CancellationToken);

    public void Attempted() => Interlocked.Increment(ref _attempts);

    public void Put(Guid? messageId, string body) => _messages.Writer.TryWrite((messageId, body));
}

/// <summary>Reads rejections as a service would, and fails when one says so.</summary>
public sealed class RejectionConsumer(Inbox inbox) : IConsumer<FileRejected>
{
    public Task Consume(ConsumeContext<FileRejected> context)
    {
        inbox.Attempted();
        if (context.Message.Detail == "throw")
        {
            throw new InvalidOperationException("as it was told");
        }

        inbox.Put(context.MessageId, context.ReceiveContext.Body.GetString());
        return Task.CompletedTask;
    }
}

public sealed class RejectionConsumerDefinition : ConsumerDefinition<RejectionConsumer>
{
    public RejectionConsumerDefinition() => EndpointName = "inbox";

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<RejectionConsumer> consumerConfigurator, IRegistrationContext context) =>
        ServiceEndpoint.Configure(endpointConfigurator);
}

public sealed class FaultConsumer(Inbox inbox) : IConsumer<Fault<FileRejected>>
{
    public Task Consume(ConsumeContext<Fault<FileRejected>> context)
    {
        inbox.Faults.Writer.TryWrite(context.Message);
        return Task.CompletedTask;
    }
}

internal sealed class InboxRole : IRole
{
    public string Name => "inbox";

    public void AddQueries(IServiceCollection services, IConfiguration configuration)
    {
    }

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
    }

    public void AddConsumers(IBusRegistrationConfigurator bus)
    {
        bus.AddConsumer<RejectionConsumer, RejectionConsumerDefinition>();
        bus.AddConsumer<FaultConsumer>();
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
    }
}
