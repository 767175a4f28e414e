using System.CommandLine;
using System.Diagnostics;
using Ingest.Evaluation.Dedup;

namespace Ingest.Benchmarks.Dedup;

/// <summary>
/// <c>dedup-stage FOLDER</c>: the Deduplicator's whole work with its store, without messages, over news in order of date that are made from real ones with a known share
/// of copies. At the end the store, by then large, and one of 100,000 articles get news in turns. Then removes some articles, the oldest first.
/// </summary>
/// <remarks>
/// A virtual machine's speed changes by a fifth within minutes, which a ratio of two times far apart has in it; in turns it has not. Beforehand the same is done with a store
/// that is thrown away, so that compiling the program is not counted. Run it on one core (<c>taskset -c 0</c>): collecting garbage on another beside the work makes both slower.
/// </remarks>
internal static class StageCommand
{
    private const int WarmUp = 400 * Stage.Batch;
    private const int Few = 100_000;
    private const int Turn = 10 * Stage.Batch;
    private const int Turns = 30;

    public static Command Create()
    {
        var folder = new Argument<string>("FOLDER") { Description = "News files, such as tests/Evaluation reuters-to-text writes." };
        var articles = new Option<int>("--articles") { DefaultValueFactory = _ => 200_000 };
        var part = new Option<int>("--part") { Description = "Articles between two reports.", DefaultValueFactory = _ => 100_000 };
        var undated = new Option<bool>("--undated") { Description = "Without a date: all articles are in one part of the index." };
        var removals = new Option<int>("--removals") { Description = "Articles to remove at the end." };
        var command = new Command("dedup-stage", "Articles a CPU-second through sketching, comparing and storing.") { folder, articles, part, undated, removals };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var news = NewsFolder.Read(parsed.GetValue(folder)!);
            var remove = parsed.GetValue(removals);
            Task<Stage> OpenAsync() => Stage.OpenAsync(new NewsStream(news, parsed.GetValue(undated)), remove, cancellationToken);
            await using (var warmUp = await OpenAsync())
            {
                await warmUp.PlaceAsync(WarmUp, cancellationToken);
            }

            GC.Collect();
            await using var stage = await OpenAsync();
            await FillAsync(stage, parsed.GetValue(articles), parsed.GetValue(part), cancellationToken);
            if (stage.Done > 2 * Few)
            {
                await using var small = await OpenAsync();
                await CompareAsync(stage, small, cancellationToken);
            }

            if (remove > 0)
            {
                var (rate, peak) = await stage.RemoveAsync(cancellationToken);
                Say($"{remove} removals: {rate:0} a CPU-second, up to {peak >> 20} MB in memory");
            }
        });
        return command;
    }

    /// <summary>Places articles and reports.</summary>
    private static async Task FillAsync(Stage stage, int articles, int part, CancellationToken cancellationToken)
    {
        var wall = Stopwatch.StartNew();
        while (stage.Done < articles)
        {
            stage.Used = TimeSpan.Zero;
            var before = stage.Done;
            await stage.PlaceAsync(Math.Min(part, articles - before), cancellationToken);
            Say($"{stage.Done} articles: {(stage.Done - before) / stage.Used.TotalSeconds:0} a CPU-second, {stage.WorkingSet >> 20} MB in memory, {GC.GetTotalMemory(false) >> 20} MB of it managed, {(double)stage.Disk / stage.Done:0} bytes an article on disk, {stage.Clustered} copies found, {wall.Elapsed.TotalSeconds:0} s");
        }
    }

    /// <summary>Both get news in turns, the small one until it is as far above <see cref="Few"/> as it was below.</summary>
    private static async Task CompareAsync(Stage large, Stage small, CancellationToken cancellationToken)
    {
        await small.PlaceAsync(Few - (Turns * Turn / 2), cancellationToken);
        small.Used = large.Used = TimeSpan.Zero;
        for (var turn = 0; turn < Turns; turn++)
        {
            await large.PlaceAsync(Turn, cancellationToken);
            await small.PlaceAsync(Turn, cancellationToken);
        }

        var (few, many) = (Turns * Turn / small.Used.TotalSeconds, Turns * Turn / large.Used.TotalSeconds);
        Say($"In turns: {many:0} a CPU-second with {large.Done} articles, {few:0} with {Few}: {many / few:0.00}");
    }

    private static void Say(FormattableString line) => Console.WriteLine(FormattableString.Invariant(line));
}
