using System.Collections.Concurrent;
using Ingest.Contracts;
using Ingest.Hosting.Bus;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;

namespace Ingest.Hosting.Tests;

public sealed class A_consumer_that_throws
{
    private static readonly ConcurrentQueue<string> Seen = new();

    [Fact]
    public async Task Is_tried_three_times_gives_one_fault_and_holds_up_nobody_although_two_consumers_share_the_queue()
    {
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddMassTransit(bus =>
            {
                bus.AddConsumer<Thrower, ThrowerDefinition>();
                bus.AddConsumer<Other, OtherDefinition>();
                bus.AddConsumer<Faults>();
                bus.UsingInMemory((context, memory) => memory.ConfigureEndpoints(context));
            })
            .BuildServiceProvider();
        var bus = services.GetRequiredService<IBusControl>();
        await bus.StartAsync(TestContext.Current.CancellationToken);

        await bus.Publish(Removed("bad"), TestContext.Current.CancellationToken);
        await bus.Publish(Removed("good"), TestContext.Current.CancellationToken);
        while (!Seen.Contains("fault bad") || !Seen.Contains("good"))
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        await bus.StopAsync(TestContext.Current.CancellationToken);
        Assert.Equal(3, Seen.Count(line => line == "bad"));
        Assert.Single(Seen, line => line == "fault bad");
    }

    private static FileRemoved Removed(string fileId) =>
        new() { FileId = fileId, Revision = 1, Attempt = 1, Watch = "w", Path = "p", RemovedAt = DateTimeOffset.UnixEpoch };

    private sealed class Thrower : IConsumer<FileRemoved>
    {
        public Task Consume(ConsumeContext<FileRemoved> context)
        {
            Seen.Enqueue(context.Message.FileId);
            return context.Message.FileId == "bad" ? throw new InvalidOperationException("no") : Task.CompletedTask;
        }
    }

    private sealed class Other : IConsumer<FileSuperseded>
    {
        public Task Consume(ConsumeContext<FileSuperseded> context) => Task.CompletedTask;
    }

    private sealed class Faults : IConsumer<Fault<FileRemoved>>
    {
        public Task Consume(ConsumeContext<Fault<FileRemoved>> context)
        {
            Seen.Enqueue("fault " + context.Message.Message.FileId);
            return Task.CompletedTask;
        }
    }

    private sealed class ThrowerDefinition : ConsumerDefinition<Thrower>
    {
        public ThrowerDefinition() => EndpointName = "shared";

        protected override void ConfigureConsumer(
            IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<Thrower> consumerConfigurator, IRegistrationContext context) =>
            ServiceEndpoint.Configure(endpointConfigurator);
    }

    private sealed class OtherDefinition : ConsumerDefinition<Other>
    {
        public OtherDefinition() => EndpointName = "shared";

        protected override void ConfigureConsumer(
            IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<Other> consumerConfigurator, IRegistrationContext context) =>
            ServiceEndpoint.Configure(endpointConfigurator);
    }
}
