using Ingest.Contracts;
using Ingest.Indexer.Documents;
using Ingest.Queries;
using Microsoft.Extensions.DependencyInjection;

namespace Ingest.Indexer.Tests.Search;

/// <summary>Two archives with the same articles must answer alike, whatever happened on the way there.</summary>
public sealed class Equal_archives
{
    private static readonly string[] Vocabulary =
        [.. "peace war talks market bank oil trade vote party court police fire rain storm match goal film song city river price rate profit loss".Split(' ')];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Rank_alike_after_other_orders_updates_deletions_and_restarts(int seed)
    {
        var articles = Enumerable.Range(0, 400).Select(i => Written(i, revision: 5)).ToArray();
        await using var calm = new Archive();
        await calm.AddAsync(articles);

        await using var wild = new Archive();
        var random = new Random(seed);
        var changes = articles.SelectMany(article => new[]
        {
            News.Change(Written(Number(article), random.Next(1, 4), other: true), Assigned(article, 1)), News.Change(article, Assigned(article, 2)),
        }).Concat(Enumerable.Range(1000, 100).SelectMany(i => new[] { News.Change(Written(i, 1)), News.Retraction($"n{i}", 2) })).ToArray();
        random.Shuffle(changes);
        await using (var running = await wild.RunAsync())
        {
            foreach (var batch in changes[..600].Chunk(37))
            {
                await running.Store.ApplyAsync(batch, TestContext.Current.CancellationToken);
                await running.SettleAsync();
            }
        }

        await wild.ApplyAsync(changes[600..]);
        var (expected, actual) = (await AnswersAsync(calm), await AnswersAsync(wild));
        Assert.Equal(expected, actual);
    }

    private static async Task<List<string>> AnswersAsync(Archive archive)
    {
        await using var command = archive.Command();
        var queries = command.GetRequiredService<ISearchQueries>();
        var answers = new List<string>();
        for (var i = 0; i < Vocabulary.Length; i++)
        {
            var (first, second, third) = (Vocabulary[i], Vocabulary[(i + 5) % Vocabulary.Length], Vocabulary[(i + 11) % Vocabulary.Length]);
            foreach (var query in new[] { first, $"{first} {second}", $"{first} OR {second} OR {third}", $"\"{first} {second}\"", $"{first[..2]}* {third}", $"{first} -{second}" })
            {
                var found = await queries.SearchAsync(new SearchRequest { Query = query, Limit = 50 }, TestContext.Current.CancellationToken);
                answers.Add($"{query}: {found.Total} {string.Join(' ', found.Hits.Select(hit => $"{hit.Path}={hit.Score}"))}");
            }
        }

        return answers;
    }

    private static int Number(Article article) => int.Parse(article.Path[1..^4], System.Globalization.CultureInfo.InvariantCulture);

    private static ClusterAssignment Assigned(Article article, long version) => new()
    {
        ArticleId = article.ArticleId, ClusterId = article.ArticleId, CanonicalId = article.ArticleId, Relation = Relations.Canonical, Version = version,
    };

    /// <summary>Few different words and lengths, so that many articles score nearly or exactly the same.</summary>
    private static Article Written(int number, long revision, bool other = false)
    {
        var random = new Random(other ? number + 7000 : number % 150);
        string Text(int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => Vocabulary[random.Next(Vocabulary.Length)]));
        return News.Article($"n{number}", Text(4), Text(random.Next(10, 60)), "2025-02-13", revision);
    }
}
