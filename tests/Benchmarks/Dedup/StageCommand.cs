using System.CommandLine;
using System.Diagnostics;
using Ingest.Contracts;
using Ingest.Deduplicator;
using Ingest.Deduplicator.Sketching;
using Ingest.Deduplicator.Store;
using Ingest.Evaluation.Dedup;
using Ingest.Storage;

namespace Ingest.Benchmarks.Dedup;

/// <summary>
/// <c>dedup-stage FOLDER</c>: the Deduplicator's whole work with its store, without messages, over news in order of date that are
/// made from real ones with a known share of copies. The ratio is that of the last part's rate to the first part's. Then removes some of them, the oldest first.
/// </summary>
/// <remarks>The same is done beforehand with a store of its own, so that compiling the program is not counted to the first part.</remarks>
internal static class StageCommand
{
    private const int Batch = 256;
    private const int WarmUp = 400 * Batch;

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
            await RunAsync(new NewsStream(news, parsed.GetValue(undated)), WarmUp, int.MaxValue, Batch, cancellationToken);
            await RunAsync(
                new NewsStream(news, parsed.GetValue(undated)), parsed.GetValue(articles), parsed.GetValue(part), parsed.GetValue(removals), cancellationToken);
        });
        return command;
    }

    private static async Task RunAsync(NewsStream stream, int articles, int part, int removals, CancellationToken cancellationToken)
    {
        var data = Directory.CreateTempSubdirectory("ingest-stage-").FullName;
        try
        {
            await RunAsync(stream, data, articles, part, removals, cancellationToken);
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    private static async Task RunAsync(NewsStream stream, string data, int articles, int part, int removals, CancellationToken cancellationToken)
    {
        var options = new DeduplicatorOptions();
        await using var store = new ClusterStore(
            DeduplicatorRole.OpenDatabase(new StoreOptions { Data = data }), options, TimeProvider.System, indexFolder: Path.Combine(data, DeduplicatorRole.IndexFolderName));
        await store.OpenAsync(cancellationToken);
        var sketcher = new Sketcher(options);
        using var process = Process.GetCurrentProcess();
        var (used, clustered, first, wall, placedIds) = (TimeSpan.Zero, 0, 0.0, Stopwatch.StartNew(), new List<string>(removals));
        for (var done = 0; done < articles; done += Batch)
        {
            var news = stream.Next(Batch);
            process.Refresh();
            var before = process.TotalProcessorTime;
            var placed = await store.PlaceAsync([.. news.Select(sketcher.Of)], cancellationToken);
            process.Refresh();
            used += process.TotalProcessorTime - before;
            placedIds.AddRange(news.Take(removals - placedIds.Count).Select(article => article.ArticleId));
            clustered += placed.Count(placement => placement!.Assignment!.Relation != Relations.Canonical);
            if ((done + Batch) / part > done / part)
            {
                var rate = part / used.TotalSeconds;
                first = first == 0 ? rate : first;
                var disk = new DirectoryInfo(data).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);
                Console.WriteLine(FormattableString.Invariant(
                    $"{done + Batch} articles: {rate:0} a CPU-second (ratio {rate / first:0.00}), {process.WorkingSet64 >> 20} MB in memory, {GC.GetTotalMemory(false) >> 20} MB of it managed, {(double)disk / (done + Batch):0} bytes an article on disk, {clustered} of {stream.Copies} copies found, {wall.Elapsed.TotalSeconds:0} s"));
                used = TimeSpan.Zero;
            }
        }

        process.Refresh();
        var (start, peak) = (process.TotalProcessorTime, 0L);
        foreach (var batch in placedIds.Chunk(Batch))
        {
            await Task.WhenAll(batch.Select(id => store.RetractAsync(id, 2, cancellationToken)));
            process.Refresh();
            peak = Math.Max(peak, process.WorkingSet64);
        }

        if (removals > 0 && part < int.MaxValue)
        {
            process.Refresh();
            Console.WriteLine(FormattableString.Invariant(
                $"{placedIds.Count} removals: {placedIds.Count / (process.TotalProcessorTime - start).TotalSeconds:0} a CPU-second, up to {peak >> 20} MB in memory"));
        }
    }
}
