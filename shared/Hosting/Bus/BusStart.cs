using MassTransit;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Ingest.Hosting.Bus;

/// <summary>
/// Starts the bus over RabbitMQ in the background: first the topology, as soon as the broker answers, then the consumers. The
/// process is alive meanwhile. MassTransit's own hosted service would hold back the web server, and with it <c>/health/live</c>,
/// until then.
/// </summary>
/// <remarks>
/// MassTransit ends a receive endpoint for good when its connection breaks off in the middle of declaring its queue. Nothing in
/// this process revives it, so after <see cref="BusPatience.Longest"/> with a broker that answers and a bus that does not work, the
/// application stops with an error, and whoever supervises the process starts it anew; the ledger loses nothing by that.
/// </remarks>
internal sealed class BusStart(
    IBusControl bus,
    RabbitMqTopology topology,
    BusReadiness readiness,
    IHostApplicationLifetime lifetime,
    TimeProvider time,
    ILogger<BusStart> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    /// <summary>Never cancelled: without a token MassTransit would give up after a minute, and told to stop while it starts, wait for ever.</summary>
    private readonly CancellationTokenSource _never = new();

    public override void Dispose()
    {
        _never.Dispose();
        base.Dispose();
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await bus.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await topology.DeclareAsync(stoppingToken);
        var start = bus.StartAsync(_never.Token);
        var watch = WatchAsync(stoppingToken);
        if (await Task.WhenAny(start, watch) == start)
        {
            await start;
            readiness.SetReady();
        }

        await watch;
    }

    private async Task WatchAsync(CancellationToken stopping)
    {
        var patience = new BusPatience();
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stopping))
        {
            var works = bus.CheckHealth().Status == BusHealthStatus.Healthy;
            if (patience.IsOver(works, works || await topology.IsReachableAsync(stopping), time.GetUtcNow()))
            {
                Log.BusLost(log, BusPatience.Longest);
                readiness.SetLost();
                lifetime.StopApplication();
                return;
            }
        }
    }
}
