using Ingest.Contracts;
using Ingest.Deduplicator.Clusters;
using Ingest.Deduplicator.Queries;
using Ingest.Deduplicator.Sketching;
using Ingest.Deduplicator.Store;
using Ingest.Queries;

namespace Ingest.Deduplicator.Tests.Set;

public sealed class The_clusters_of_a_set
{
    private static readonly string[] Verdicts = [DecisionVerdicts.Same, DecisionVerdicts.Different, DecisionVerdicts.Undecided];

    [Theory]
    [InlineData(500, 200_000)]
    [InlineData(3, 200_000)]
    [InlineData(500, 5)]
    [InlineData(3, 5)]
    public async Task Are_the_same_whatever_order_batches_repeats_removals_and_processes(int bucketLimit, int hotTexts)
    {
        var options = new DeduplicatorOptions { BucketLimit = bucketLimit, HotTexts = hotTexts };
        for (var seed = 1; seed <= 40; seed++)
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

    [Fact]
    public async Task Follow_what_people_decided_whenever_they_did()
    {
        for (var seed = 200; seed < 230; seed++)
        {
            await RunAsync(seed, new DeduplicatorOptions(), decisions: 12);
        }
    }

    private static async Task RunAsync(int seed, DeduplicatorOptions options, bool hearing = false, int decisions = 0)
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
        var log = database.Decisions();
        await using var one = database.Store(options, log);
        await using var other = database.Store(options, log);
        var heard = new Dictionary<string, ClusterAssignment>();
        foreach (var batch in steps.OrderBy(step => step.At).Select(step => step.Change).Chunk(random.Next(1, 12)))
        {
            if (decisions-- > 0)
            {
                await log.AddAsync(
                    finals[random.Next(finals.Count)].ArticleId, finals[random.Next(finals.Count)].ArticleId, Verdicts[random.Next(Verdicts.Length)], "test", TestContext.Current.CancellationToken);
            }

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

        await one.ApplyAsync([], TestContext.Current.CancellationToken);
        var book = new DecisionBook();
        foreach (var decision in await log.SinceAsync(0, TestContext.Current.CancellationToken))
        {
            book.Add(decision);
        }

        var expected = Definition.Of(finals, options, book);
        var stored = await new ClusterQueries(database.Open(), new ArticleComparer(options)).ScanAsync(new ClusterScan(), TestContext.Current.CancellationToken);
        Assert.Equal(Lines(expected), stored.Members.Select(member =>
            $"{member.ArticleId} {Definition.Text(member.Relation, member.ClusterId, member.MatchedId, member.Similarity, member.Containment)}"));
        if (!hearing)
        {
            return;
        }

        // An index that applies what each message carries, by version, has the same in the end.
        Assert.Equal(Lines(expected), heard.Where(pair => expected.ContainsKey(pair.Key)).OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair =>
            $"{pair.Key} {Definition.Text(pair.Value.Relation, pair.Value.ClusterId, pair.Value.MatchedId, pair.Value.Similarity, pair.Value.Containment)}"));
    }

    private static IEnumerable<string> Lines(SortedDictionary<string, string> clusters) => clusters.Select(pair => $"{pair.Key} {pair.Value}");
}
