using System.Diagnostics;
using Ingest.Pipeline.Tests.Infrastructure;

namespace Ingest.Evaluation.Dedup;

/// <summary>An import over a RabbitMQ of its own: four parsers, one process for each of the other stages.</summary>
internal static class DistributedImport
{
    private static readonly string[] Roles = ["parser", "parser", "parser", "parser", "deduplicator", "indexer"];

    public static async Task RunAsync(string folder, string data, CancellationToken cancellationToken)
    {
        await using var server = new RabbitMqServer();
        var broker = await server.NewAddressAsync();
        var workers = Roles.Select(role => Process.Start("dotnet", [Path.Combine(AppContext.BaseDirectory, "ingest.dll"), "run", "--roles", role, "--broker", broker, "--data", data])).ToList();
        try
        {
            await IngestCommand.RunAsync(["import", folder, "--roles", "watcher", "--broker", broker, "--data", data], cancellationToken);
        }
        finally
        {
            workers.ForEach(worker => worker.Kill());
        }
    }
}
