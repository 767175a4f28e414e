using Ingest.Deduplicator.Store;
using Microsoft.Extensions.Hosting;

namespace Ingest.Deduplicator;

/// <summary>
/// Opens the store before the bus delivers anything: one that was made with other settings stops the process with a sentence,
/// instead of failing every article.
/// </summary>
internal sealed class DeduplicatorStart(ClusterStore store) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => store.OpenAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
