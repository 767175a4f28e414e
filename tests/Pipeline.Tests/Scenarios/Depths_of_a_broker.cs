using Ingest.Contracts;
using Ingest.Hosting;
using Ingest.Hosting.Bus;
using Ingest.Pipeline.Tests.Infrastructure;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Xunit;

namespace Ingest.Pipeline.Tests.Scenarios;

/// <summary>How many messages wait in front of each stage, as a real broker says it.</summary>
public sealed class Depths_of_a_broker(RabbitMqServer server)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Are_those_of_its_queues_and_come_back_with_it_after_it_was_away()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection([KeyValuePair.Create("Ingest:Broker", (string?)await server.NewAddressAsync())]);
        builder.Services.AddLogging();
        builder.Services.AddSingleton(TimeProvider.System);
        // No role: whatever is published waits.
        builder.Services.AddIngestBus(builder.Configuration, []);
        using var host = builder.Build();
        await host.StartAsync(Stop);
        await host.Services.GetRequiredService<BusReadiness>().Ready.WaitAsync(Stop);
        var depths = host.Services.GetRequiredService<IQueueDepths>();
        Assert.DoesNotContain("@", depths.Broker!, StringComparison.Ordinal);

        var bus = host.Services.GetRequiredService<MassTransit.IBus>();
        await PublishAsync(bus, [0, 1, 2, 3, 4, 5, 6]);

        var seen = await SeenAsync(depths, found => found?[Endpoints.Watcher] == 7);
        Assert.Equal(Endpoints.Routes.Keys.Order(), seen!.Keys.Order());
        Assert.All(seen.Where(queue => queue.Key != Endpoints.Watcher), queue => Assert.Equal(0, queue.Value));

        await server.KillAsync();
        Assert.Null(await SeenAsync(depths, found => found is null));
        await server.StartAsync();
        // How many is not asked: a quorum queue counts 0 until it has a leader again, and one that nobody consumes from was seen without for six
        // minutes (RabbitMQ 3.10).
        Assert.Equal(Endpoints.Routes.Count, (await SeenAsync(depths, found => found is not null))!.Count);
        await host.StopAsync(Stop);
    }

    private static Task PublishAsync(MassTransit.IBus bus, IEnumerable<int> numbers) =>
        bus.PublishEventsAsync(numbers.Select(Rejected).ToList(), message => Identifiers.Message("rejected", message.FileId, 1), TimeSpan.FromSeconds(60), Stop);

    /// <summary>What the broker says once it says what is waited for; the test's own time ends the waiting.</summary>
    private static async Task<IReadOnlyDictionary<string, long>?> SeenAsync(IQueueDepths depths, Func<IReadOnlyDictionary<string, long>?, bool> isIt)
    {
        while (true)
        {
            var found = await depths.LookAsync(Stop);
            if (isIt(found))
            {
                return found;
            }

            await Task.Delay(100, Stop);
        }
    }

    private static FileRejected Rejected(int number) => new()
    {
        FileId = $"f{number}",
        Revision = 1,
        Reason = RejectionReasons.Empty,
        Detail = "The file has no content.",
        RetractedCount = 0,
        RejectedAt = DateTimeOffset.UnixEpoch,
    };
}
