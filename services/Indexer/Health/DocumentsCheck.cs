using Ingest.Indexer.Documents;
using Ingest.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Ingest.Indexer.Health;

/// <summary>Ready means: the documents can be read.</summary>
internal sealed class DocumentsCheck(DocumentStore store) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            return HealthCheckResult.Healthy($"Document {await store.SequenceAsync(cancellationToken)} is the last.");
        }
        catch (Exception exception) when (exception is StoreException or System.Data.Common.DbException)
        {
            return HealthCheckResult.Unhealthy(exception.Message, exception);
        }
    }
}
