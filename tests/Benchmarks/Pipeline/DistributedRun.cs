using System.Diagnostics;
using Ingest.Pipeline.Tests.Infrastructure;

namespace Ingest.Benchmarks.Pipeline;

/// <summary>One process a role and a real RabbitMQ, all on this machine; the import is the watcher.</summary>
internal static class DistributedRun
{
    private static readonly string[] Workers = ["parser", "deduplicator", "indexer"];

    public static async Task<Measurement> ImportAsync(Scratch scratch, int files)
    {
        await using var server = new RabbitMqServer();
        var broker = await server.NewAddressAsync();
        var data = scratch.New("distributed");
        var workers = Workers.Select(role => MeasuredProcess.Start("ingest.dll", "run", "--roles", role, "--broker", broker, "--data", data)).ToList();
        try
        {
            // Workers are long-running: their start is not part of an import.
            await Task.Delay(TimeSpan.FromSeconds(6));
            var time = Stopwatch.StartNew();
            await using var import = MeasuredProcess.Start("ingest.dll", "import", scratch.Folder, "--roles", "watcher", "--broker", broker, "--data", data, "--json");
            await import.WaitAsync();
            var seconds = time.Elapsed.TotalSeconds;
            var all = workers.Append(import).ToList();
            return new Measurement("distributed", files, seconds, all.Sum(p => p.ProcessorTime.TotalSeconds), all.Max(p => p.PeakMegabytes));
        }
        finally
        {
            foreach (var worker in workers)
            {
                await worker.DisposeAsync();
            }
        }
    }
}
