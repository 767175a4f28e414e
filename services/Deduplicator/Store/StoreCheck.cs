using Ingest.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Ingest.Deduplicator.Store;

/// <summary>Ready when the store is open and answers.</summary>
internal sealed class StoreCheck(ClusterStore store) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await store.PingAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (StoreException exception)
        {
            return HealthCheckResult.Unhealthy(exception.Message, exception);
        }
    }
}
