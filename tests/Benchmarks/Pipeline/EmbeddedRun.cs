using System.Diagnostics;

namespace Ingest.Benchmarks.Pipeline;

/// <summary>Runs of one process: the floor, and <c>ingest import</c> as it is by default.</summary>
internal static class EmbeddedRun
{
    public static Task<Measurement> FloorAsync(Scratch scratch, int files) =>
        RunAsync("floor", files, () => MeasuredProcess.Start("Ingest.Benchmarks.dll", "floor", scratch.Folder, scratch.New("floor")));

    public static Task<Measurement> ImportAsync(Scratch scratch, int files) =>
        RunAsync("embedded", files, () => MeasuredProcess.Start("ingest.dll", "import", scratch.Folder, "--data", scratch.New("embedded"), "--json"));

    private static async Task<Measurement> RunAsync(string name, int files, Func<MeasuredProcess> start)
    {
        var time = Stopwatch.StartNew();
        await using var process = start();
        await process.WaitAsync();
        return new Measurement(name, files, time.Elapsed.TotalSeconds, process.ProcessorTime.TotalSeconds, process.PeakMegabytes);
    }
}
