using System.CommandLine;
using Ingest.Pipeline.Tests.Infrastructure;

namespace Ingest.Benchmarks.Pipeline;

/// <summary><c>pipeline [FOLDER]</c>: the floor, the embedded pipeline and the distributed one over the same files, and the latency while idle.</summary>
internal static class PipelineCommand
{
    public static Command Create()
    {
        var folder = new Argument<string?>("FOLDER") { Description = "News files; made-up ones when left out.", Arity = ArgumentArity.ZeroOrOne };
        var files = new Option<int>("--files") { Description = "How many files to make up, or to take of FOLDER.", DefaultValueFactory = _ => 20_000 };
        var only = new Option<string[]>("--only") { Description = "floor, embedded, distributed, latency.", AllowMultipleArgumentsPerToken = true };
        var command = new Command("pipeline", "Files per second against the floor, peak memory, drop-to-searchable latency.") { folder, files, only };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var scratch = new Scratch();
            var count = Corpus.Prepare(parsed.GetValue(folder), parsed.GetValue(files), scratch.Folder);
            var chosen = parsed.GetValue(only) is { Length: > 0 } some ? some : ["floor", "embedded", "distributed", "latency"];
            Console.WriteLine($"{count} files");
            var floor = await EmbeddedRun.FloorAsync(scratch, count);
            Console.WriteLine(floor.Row(floor));
            if (chosen.Contains("embedded"))
            {
                Console.WriteLine((await EmbeddedRun.ImportAsync(scratch, count)).Row(floor));
            }

            if (chosen.Contains("distributed"))
            {
                Console.WriteLine((await DistributedRun.ImportAsync(scratch, count)).Row(floor));
            }

            if (chosen.Contains("latency"))
            {
                Console.WriteLine(await Latency.MeasureAsync(scratch, drops: 300, cancellationToken));
            }
        });
        return command;
    }
}
