using System.Net;
using Ingest.Pipeline.Tests.Infrastructure;
using Ingest.Queries;
using Xunit;

namespace Ingest.Pipeline.Tests.Scenarios;

/// <summary>A process that starts before its broker does.</summary>
public sealed class Without_its_broker(RabbitMqServer server) : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task A_process_is_alive_and_not_ready_then_takes_up_its_work()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var broker = await server.NewAddressAsync();
        await server.KillAsync();
        _workspace.Drop("a.txt", new NewsWriter(3).Story());
        await using var pipeline = await RunningPipeline.StartAsync(_workspace, broker);
        using var client = new HttpClient { BaseAddress = pipeline.Address };

        using var live = await client.GetAsync(new Uri("/health/live", UriKind.Relative), cancellation);
        using var ready = await client.GetAsync(new Uri("/health/ready", UriKind.Relative), cancellation);
        var file = await pipeline.FileAsync("a.txt", FileStates.InFlight);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable), (live.StatusCode, ready.StatusCode));
        Assert.Null(file.PublishedAt);
        await server.StartAsync();
        await pipeline.FileAsync("a.txt", FileStates.Indexed);
    }
}
