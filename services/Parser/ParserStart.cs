using Ingest.Parser.Quarantine;
using Ingest.Parser.Store;
using Microsoft.Extensions.Hosting;

namespace Ingest.Parser;

/// <summary>Before the first message: the tables exist, and what killed former processes is known.</summary>
internal sealed class ParserStart(ParserStore store, DeadJournals deadJournals) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        store.Migrate();
        await deadJournals.CountAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
