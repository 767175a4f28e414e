using System.Diagnostics;

namespace Ingest.Pipeline.Tests.Infrastructure;

/// <summary>Every role in a process of its own, two parsers, over RabbitMQ, on one data folder.</summary>
public sealed class DistributedPipeline : IAsyncDisposable
{
    private static readonly string[] Layout = ["watcher", "parser", "parser", "deduplicator", "indexer"];

    private readonly string _folder;
    private readonly string _data;
    private readonly string _broker;
    private readonly IReadOnlyDictionary<string, string> _environment;
    private readonly IngestProcess[] _processes;

    private DistributedPipeline(string folder, string data, string broker, IReadOnlyDictionary<string, string> environment)
    {
        (_folder, _data, _broker, _environment) = (folder, data, broker, environment);
        _processes = [.. Layout.Select(Start)];
    }

    public static DistributedPipeline Start(string folder, string data, string broker, IReadOnlyDictionary<string, string>? environment = null) =>
        new(folder, data, broker, environment ?? new Dictionary<string, string>());

    public int Count => _processes.Length;

    /// <summary>Kills one role's process and starts it again, as an orchestrator would.</summary>
    public async Task KillAndRestartAsync(int index)
    {
        await _processes[index].DisposeAsync();
        _processes[index] = Start(Layout[index]);
    }

    /// <summary>Starts again what has ended by itself; returns how many had.</summary>
    public int Revive()
    {
        var ended = Enumerable.Range(0, Count).Where(i => _processes[i].HasExited).ToList();
        ended.ForEach(i => _processes[i] = Start(Layout[i]));
        return ended.Count;
    }

    /// <summary>Waits until every one of <paramref name="files"/> files has a final state and search shows it all.</summary>
    public async Task SettleAsync(int files, TimeSpan patience)
    {
        var waited = Stopwatch.StartNew();
        while (!await Settled.IsAsync(_data, files))
        {
            if (waited.Elapsed > patience)
            {
                throw new TimeoutException(
                    $"Not settled after {patience}: {await Settled.DescribeAsync(_data)}\n" + string.Join("\n", _processes.Select((p, i) => $"[{Layout[i]}] {p.Errors}")));
            }

            await Task.Delay(250);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _processes)
        {
            await process.DisposeAsync();
        }
    }

    private IngestProcess Start(string role)
    {
        string[] folder = role == "watcher" ? [_folder] : [];
        var environment = new Dictionary<string, string>(_environment);
        environment.TryAdd("OTEL_SERVICE_NAME", $"ingest-{role}");
        return IngestProcess.Start(["run", .. folder, "--roles", role, "--broker", _broker, "--data", _data], environment);
    }
}
