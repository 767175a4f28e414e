using System.Data.Common;
using Ingest.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Ingest.Indexer.Documents;

/// <summary>Ready means: the store can be used.</summary>
internal sealed class StoreCheck(DocumentStore store) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await store.CheckAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception exception) when (exception is StoreException or DbException)
        {
            return HealthCheckResult.Unhealthy(exception.Message, exception);
        }
    }
}
