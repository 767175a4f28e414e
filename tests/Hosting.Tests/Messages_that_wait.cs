using Ingest.Contracts;
using Ingest.Hosting.Bus;
using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Ingest.Hosting.Tests;

public sealed class Messages_that_wait
{
    [Fact]
    public async Task In_memory_are_counted_until_they_are_done_with()
    {
        var gate = new Gate();
        using var host = Build(gate);
        await host.StartAsync(TestContext.Current.CancellationToken);
        var bus = host.Services.GetRequiredService<IBus>();
        var depths = host.Services.GetRequiredService<IQueueDepths>();
        for (var i = 0; i < 3; i++)
        {
            await bus.Publish(new FileRejected { FileId = "f", Revision = i, Reason = "empty", Detail = "x", RetractedCount = 0, RejectedAt = DateTimeOffset.UnixEpoch }, TestContext.Current.CancellationToken);
        }

        Assert.Equal(3, (await depths.LookAsync(TestContext.Current.CancellationToken))![Endpoints.Watcher]);
        gate.Open.SetResult();
        while ((await depths.LookAsync(TestContext.Current.CancellationToken))![Endpoints.Watcher] > 0)
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        Assert.Equal(3, gate.Consumed);
        await host.StopAsync(TestContext.Current.CancellationToken);
    }

    private static IHost Build(Gate gate)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection();
        builder.Services.AddSingleton(gate);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddIngestBus(builder.Configuration, [new GatedRole()]);
        return builder.Build();
    }

    public sealed class Gate
    {
        private int _consumed;

        public int Consumed => _consumed;

        public void Count() => Interlocked.Increment(ref _consumed);

        public TaskCompletionSource Open { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    public sealed class GatedConsumer(Gate gate) : IConsumer<FileRejected>
    {
        public async Task Consume(ConsumeContext<FileRejected> context)
        {
            await gate.Open.Task;
            gate.Count();
        }
    }

    public sealed class GatedDefinition : ConsumerDefinition<GatedConsumer>
    {
        public GatedDefinition() => EndpointName = Endpoints.Watcher;
    }

    private sealed class GatedRole : IRole
    {
        public string Name => "watcher";

        public void AddQueries(IServiceCollection services, IConfiguration configuration)
        {
        }

        public void AddServices(IServiceCollection services, IConfiguration configuration)
        {
        }

        public void AddConsumers(IBusRegistrationConfigurator bus) => bus.AddConsumer<GatedConsumer, GatedDefinition>();

        public void MapRoutes(Microsoft.AspNetCore.Routing.IEndpointRouteBuilder routes)
        {
        }
    }
}
