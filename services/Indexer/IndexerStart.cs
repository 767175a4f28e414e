using Ingest.Indexer.Documents;
using Microsoft.Extensions.Hosting;

namespace Ingest.Indexer;

/// <summary>Before the first message: the tables exist.</summary>
internal sealed class IndexerStart(DocumentStore store) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => store.MigrateAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
