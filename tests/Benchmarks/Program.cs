using System.CommandLine;
using Ingest.Benchmarks.Bus;
using Ingest.Benchmarks.Dedup;
using Ingest.Benchmarks.Pipeline;
using Ingest.Benchmarks.Search;
using Ingest.Benchmarks.Watching;

var root = new RootCommand("Measures Ingest; every figure is a ratio to something measured in the same run.")
{
    PipelineCommand.Create(),
    FloorCommand.Create(),
    BusCommand.Create(),
    WatcherCommand.Create(),
    SearchCommand.Create(),
    SketchingCommand.Create(),
    StageCommand.Create(),
};
return await root.Parse(args).InvokeAsync();
