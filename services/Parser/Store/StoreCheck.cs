using Ingest.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Ingest.Parser.Store;

/// <summary>Ready means: the store can be used.</summary>
internal sealed class StoreCheck(ParserStore store) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await store.CheckAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception exception) when (exception is StoreException or System.Data.Common.DbException)
        {
            return HealthCheckResult.Unhealthy(exception.Message, exception);
        }
    }
}
