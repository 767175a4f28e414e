using System.Diagnostics;
using Ingest.CommandLine.Hosting;
using Ingest.Pipeline.Tests.Infrastructure;
using Ingest.Queries;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Ingest.Pipeline.Tests.Tracing;

/// <summary>The trace of a file through processes of their own, as an OTLP receiver gets it.</summary>
public sealed class One_dropped_file(RabbitMqServer server)
{
    private static readonly string[] Stages = ["discover", "parse", "deduplicate", "index"];

    [Fact]
    public async Task Gives_one_trace_over_all_processes_whose_parents_make_a_tree()
    {
        using var workspace = new Workspace();
        await using var receiver = await OtlpReceiver.StartAsync();
        await using var pipeline = DistributedPipeline.Start(workspace.Folder, workspace.Data, await server.NewAddressAsync(), receiver.Environment);
        workspace.Drop("story.txt", new NewsWriter(1).Story());
        await pipeline.SettleAsync(files: 1, TimeSpan.FromMinutes(2));

        var traceId = await TraceIdAsync(workspace.Data);
        var spans = await SpansAsync(receiver, traceId);

        Assert.All(Stages, stage => Assert.Single(spans, span => span.Name == stage));
        Assert.Equal(
            ["ingest-deduplicator", "ingest-indexer", "ingest-parser", "ingest-watcher"],
            spans.Select(span => span.Service).Distinct().Order());
        var root = Assert.Single(spans, span => span.ParentId.Length == 0);
        Assert.Equal("discover", root.Name);
        var ids = spans.Select(span => span.SpanId).ToHashSet();
        Assert.Equal(spans.Count, ids.Count);
        Assert.All(spans.Where(span => span != root), span => Assert.Contains(span.ParentId, ids));
        // In a tree every span leads to the root; a cycle of parents would not.
        var parents = spans.ToDictionary(span => span.SpanId, span => span.ParentId);
        Assert.All(spans, span => Assert.Equal(root.SpanId, Ancestor(span.SpanId, parents)));
    }

    private static string Ancestor(string span, Dictionary<string, string> parents)
    {
        for (var steps = 0; steps <= parents.Count && parents[span].Length > 0; steps++)
        {
            span = parents[span];
        }

        return span;
    }

    private static async Task<string> TraceIdAsync(string data)
    {
        await using var services = IngestHost.BuildQueries(Configuration.Build([new("Ingest:Data", data)]));
        var file = await services.GetRequiredService<IFileQueries>().GetAsync(new FileKey("story.txt"), CancellationToken.None);
        return file!.TraceId!;
    }

    /// <summary>Exports arrive in batches: waits until every stage is there and nothing new has come for a second.</summary>
    private static async Task<List<ReceivedSpan>> SpansAsync(OtlpReceiver receiver, string traceId)
    {
        var waited = Stopwatch.StartNew();
        var (seen, quietSince) = (0, TimeSpan.Zero);
        while (true)
        {
            var spans = receiver.Spans.Where(span => span.TraceId == traceId).ToList();
            if (spans.Count != seen)
            {
                (seen, quietSince) = (spans.Count, waited.Elapsed);
            }

            var complete = Stages.All(stage => spans.Any(span => span.Name == stage));
            if ((complete && waited.Elapsed - quietSince > TimeSpan.FromSeconds(1)) || waited.Elapsed > TimeSpan.FromSeconds(60))
            {
                return spans;
            }

            await Task.Delay(50);
        }
    }
}
