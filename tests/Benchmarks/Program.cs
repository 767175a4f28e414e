using System.CommandLine;
using Ingest.Benchmarks.Bus;
using Ingest.Benchmarks.Pipeline;

var root = new RootCommand("Measures Ingest; every figure is a ratio to something measured in the same run.")
{
    PipelineCommand.Create(),
    FloorCommand.Create(),
    BusCommand.Create(),
};
return await root.Parse(args).InvokeAsync();
