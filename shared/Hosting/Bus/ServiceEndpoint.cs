using System.Runtime.CompilerServices;
using MassTransit;
using MassTransit.Middleware;

namespace Ingest.Hosting.Bus;

/// <summary>The policy that every service's queue shares; called from each <c>ConsumerDefinition</c>.</summary>
public static class ServiceEndpoint
{
    /// <summary>Messages a service works on at the same time: enough to fill a group commit.</summary>
    public const int Concurrency = 256;

    private static readonly ConditionalWeakTable<IReceiveEndpointConfigurator, object> Configured = [];

    /// <summary>
    /// Quorum queue, prefetch, two quick retries for a passing error (a locked database, a full disk for a moment), then a
    /// <c>Fault</c> that the Watcher's ledger turns into a later retry. Faulted messages are not kept in an error queue: the ledger
    /// has the file, its reason and the means to publish it again, and two places that retry would contradict each other.
    /// </summary>
    public static void Configure(IReceiveEndpointConfigurator endpoint, int concurrency = Concurrency, bool singleActiveConsumer = false)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        if (!Configured.TryAdd(endpoint, endpoint))
        {
            // Several consumers share a queue; a second retry around the first would multiply the attempts, and the faults.
            return;
        }

        endpoint.PrefetchCount = concurrency * 2;
        endpoint.ConcurrentMessageLimit = concurrency;
        endpoint.UseMessageRetry(retry => retry.Intervals(TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(1)));
        endpoint.ConfigureError(error =>
        {
            error.UseFilter(new GenerateFaultFilter());
            error.UseFilter(new DiscardErrorTransportFilter());
        });
        if (endpoint is IRabbitMqReceiveEndpointConfigurator rabbit)
        {
            rabbit.SetQuorumQueue();
            if (singleActiveConsumer)
            {
                rabbit.SetQueueArgument("x-single-active-consumer", true);
            }
        }
    }
}
