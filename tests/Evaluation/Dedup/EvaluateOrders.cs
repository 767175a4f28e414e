using System.CommandLine;
using Ingest.Contracts;
using Ingest.Deduplicator;
using Ingest.Deduplicator.Sketching;
using Ingest.Deduplicator.Store;
using Ingest.Evaluation.Reuters;
using Ingest.Storage;

namespace Ingest.Evaluation.Dedup;

/// <summary>
/// <c>dedup-orders FOLDER</c>: whether the clusters depend on the order of arrival. The reference is an embedded import; against it stand
/// shuffles placed by one and by four workers at once, and an import over RabbitMQ with four parsers.
/// </summary>
internal static class EvaluateOrders
{
    private const int Batch = 64;
    private static readonly int[] Workers = [1, 4];

    public static Command Command()
    {
        var folder = new Argument<DirectoryInfo>("folder") { Description = "Holds reut2-*.sgm." };
        folder.AcceptExistingOnly();
        var shuffles = new Option<int>("--shuffles") { DefaultValueFactory = _ => 10 };
        var limit = new Option<int>("--limit") { Description = "Stories; 0 takes all." };
        var broker = new Option<bool>("--rabbitmq") { Description = "Also import over a RabbitMQ that is started for it." };
        var command = new Command("dedup-orders", "Compares the clusters of shuffled arrivals.") { folder, shuffles, limit, broker };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.GetRequiredValue(folder), parsed.GetValue(shuffles), parsed.GetValue(limit), parsed.GetValue(broker), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(DirectoryInfo folder, int shuffles, int limit, bool broker, CancellationToken cancellationToken)
    {
        var work = Directory.CreateTempSubdirectory("ingest-orders-");
        try
        {
            var stories = work.CreateSubdirectory("stories").FullName;
            await ReutersToText.WriteAsync(folder, new DirectoryInfo(stories), limit, cancellationToken);
            var embedded = Path.Combine(work.FullName, "embedded");
            await IngestCommand.RunAsync(["import", stories, "--data", embedded], cancellationToken);
            var reference = await ClustersAsync(embedded, cancellationToken);
            Console.WriteLine($"{reference.Count} articles by an embedded import.");
            var differing = 0;
            if (broker)
            {
                var data = Path.Combine(work.FullName, "distributed");
                await DistributedImport.RunAsync(stories, data, cancellationToken);
                differing += Report("RabbitMQ, four parsers", reference, await ClustersAsync(data, cancellationToken));
            }

            var articles = await ParsedArticles.ReadAsync(embedded, cancellationToken);
            for (var seed = 1; seed <= shuffles; seed++)
            {
                foreach (var workers in Workers)
                {
                    var data = Path.Combine(work.FullName, $"shuffle-{seed}-{workers}");
                    await PlaceAsync(articles, seed, workers, data, cancellationToken);
                    differing += Report($"shuffle {seed}, {workers} at once", reference, await ClustersAsync(data, cancellationToken));
                    Directory.Delete(data, recursive: true);
                }
            }

            return differing == 0 ? 0 : 1;
        }
        finally
        {
            work.Delete(recursive: true);
        }
    }

    private static async Task PlaceAsync(IReadOnlyList<Article> articles, int seed, int workers, string data, CancellationToken cancellationToken)
    {
        var shuffled = articles.ToArray();
        new Random(seed).Shuffle(shuffled);
        var sketcher = new Sketcher(new DeduplicatorOptions());
        await using var store = new ClusterStore(
            DeduplicatorRole.OpenDatabase(new StoreOptions { Data = data }),
            // Few in memory, so that files of the index take part.
            new DeduplicatorOptions { HotTexts = 5_000 },
            TimeProvider.System,
            indexFolder: Path.Combine(data, DeduplicatorRole.IndexFolderName));
        await Parallel.ForEachAsync(
            shuffled.Chunk(Batch),
            new ParallelOptions { MaxDegreeOfParallelism = workers, CancellationToken = cancellationToken },
            async (batch, stop) => await Task.WhenAll(batch.Select(article => store.PlaceAsync(sketcher.Of(article), stop))));
    }

    private static async Task<List<string>> ClustersAsync(string data, CancellationToken cancellationToken) =>
        [.. await IngestCommand.RunAsync(["clusters", "--json", "--data", data], cancellationToken)];

    private static int Report(string name, List<string> reference, List<string> other)
    {
        var differing = reference.Except(other).Count() + other.Except(reference).Count();
        Console.WriteLine($"{name}: {(differing == 0 ? "identical" : $"{differing} lines differ")}");
        return differing;
    }
}
