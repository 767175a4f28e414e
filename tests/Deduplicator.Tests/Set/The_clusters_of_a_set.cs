using Ingest.Contracts;
using Ingest.Deduplicator.Queries;
using Ingest.Deduplicator.Sketching;
using Ingest.Deduplicator.Store;
using Ingest.Queries;

namespace Ingest.Deduplicator.Tests.Set;

public sealed class The_clusters_of_a_set
{
    [Theory]
    [InlineData(500)]
    [InlineData(3)]
    public async Task Are_the_same_whatever_order_batches_repeats_removals_and_processes(int bucketLimit)
    {
        var options = new DeduplicatorOptions { BucketLimit = bucketLimit };
        for (var seed = 1; seed <= 30; seed++)
        {
            await RunAsync(seed, options);
        }
    }

    [Fact]
    public async Task Are_told_completely_to_one_who_hears_every_answer()
    {
        for (var seed = 100; seed < 110; seed++)
        {
            await RunAsync(seed, new DeduplicatorOptions(), hearing: true);
        }
    }

    private static async Task RunAsync(int seed, DeduplicatorOptions options, bool hearing = false)
    {
        var random = new Random(seed);
        var news = new RandomNews(random);
        var sketcher = new Sketcher(options);
        var finals = Enumerable.Range(0, 60).Select(number => news.Next(number, 5)).ToList();
        var gone = Enumerable.Range(60, 10).Select(number => news.Next(number, 5)).ToList();

        var steps = finals.Select(article => (At: random.NextDouble(), Change: (Change)new Change.Arrival(sketcher.Of(article)))).ToList();
        foreach (var (article, number) in finals.Select((article, number) => (article, number)).Where(_ => random.Next(3) == 0))
        {
            // Earlier contents, removals in between, repeats: at any time.
            steps.Add((random.NextDouble(), new Change.Arrival(sketcher.Of(news.Next(number, 2)))));
            steps.Add((random.NextDouble(), new Change.Retraction(article.ArticleId, 3)));
            steps.Add((random.NextDouble(), new Change.Arrival(sketcher.Of(article))));
        }

        foreach (var article in gone)
        {
            steps.Add((random.NextDouble(), new Change.Arrival(sketcher.Of(article))));
            steps.Add((random.NextDouble(), new Change.Retraction(article.ArticleId, 6)));
        }

        using var database = new TemporaryDatabase();
        await using var one = database.Store(options);
        await using var other = database.Store(options);
        var heard = new Dictionary<string, ClusterAssignment>();
        foreach (var batch in steps.OrderBy(step => step.At).Select(step => step.Change).Chunk(random.Next(1, 12)))
        {
            var store = random.Next(2) == 0 ? one : other;
            var results = await store.ApplyAsync(batch, TestContext.Current.CancellationToken);
            foreach (var assignment in results.OfType<Placement>().SelectMany(result => result.Changed.Append(result.Assignment!)).OfType<ClusterAssignment>())
            {
                if (!heard.TryGetValue(assignment.ArticleId, out var known) || known.Version < assignment.Version)
                {
                    heard[assignment.ArticleId] = assignment;
                }
            }
        }

        var expected = Definition.Of(finals, options);
        var stored = await new ClusterQueries(database.Open(), new ArticleComparer(options)).ScanAsync(new ClusterScan(), TestContext.Current.CancellationToken);
        Assert.Equal(Lines(expected), stored.Members.Select(member =>
            $"{member.ArticleId} {Definition.Text(member.Relation, member.ClusterId, member.Similarity, member.Containment)}"));
        if (!hearing)
        {
            return;
        }

        // An index that applies what each message carries, by version, has the same in the end.
        Assert.Equal(Lines(expected), heard.Where(pair => expected.ContainsKey(pair.Key)).OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair =>
            $"{pair.Key} {Definition.Text(pair.Value.Relation, pair.Value.ClusterId, pair.Value.Similarity, pair.Value.Containment)}"));
    }

    private static IEnumerable<string> Lines(SortedDictionary<string, string> clusters) => clusters.Select(pair => $"{pair.Key} {pair.Value}");
}
