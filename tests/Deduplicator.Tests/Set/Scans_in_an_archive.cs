using System.Text;
using Ingest.Contracts;
using Ingest.Deduplicator.Sketching;

namespace Ingest.Deduplicator.Tests.Set;

/// <summary>Scans are found among other articles, from the store as from memory.</summary>
public sealed class Scans_in_an_archive
{
    [Theory]
    [InlineData(200_000)]
    [InlineData(4)]
    public async Task Are_found_though_one_character_in_twelve_is_misread_in_either(int hotTexts)
    {
        var options = new DeduplicatorOptions { HotTexts = hotTexts };
        using var database = new TemporaryDatabase();
        var news = Stories(12).SelectMany((story, i) => new[] { Scan(story, i, "morning", 0.08), Scan(story, i, "evening", 0.08) }).ToList();
        var clusters = await PlaceAsync(database, options, [.. news.Where((_, i) => i % 2 == 0), .. news.Where((_, i) => i % 2 == 1)]);

        Assert.True(Enumerable.Range(0, 12).Count(i => clusters[news[2 * i].ArticleId] == clusters[news[(2 * i) + 1].ArticleId]) >= 10);
        Assert.True(clusters.Values.Distinct().Count() >= 12);
    }

    [Fact]
    public async Task Are_one_cluster_in_forty_papers_some_of_them_cut_and_under_headlines_of_their_own()
    {
        using var database = new TemporaryDatabase();
        var random = new Random(7);
        var story = Stories(1).Single();
        var papers = Enumerable.Range(0, 40).Select(paper => Scan(
            paper % 4 == 3 ? story[..(int)(story.Length * (0.5 + (random.NextDouble() / 3)))] : story, paper, "paper", 0.01 + (0.01 * (paper % 6)), $"Headline of paper {paper}")).ToList();

        var clusters = await PlaceAsync(database, new DeduplicatorOptions(), papers);

        Assert.True(clusters.Values.Distinct().Count() == 1, string.Join(", ", clusters.Values.CountBy(cluster => cluster).Select(cluster => cluster.Value)));
    }

    [Fact]
    public async Task Do_not_bring_together_what_only_shares_a_sentence()
    {
        const string Sentence = "The report is based on figures that the national office of statistics published on Tuesday. ";
        using var database = new TemporaryDatabase();
        var news = Stories(8).Select((story, i) => Scan(Sentence + story, i, "paper", 0.04)).ToList();

        var clusters = await PlaceAsync(database, new DeduplicatorOptions(), news);

        Assert.Equal(8, clusters.Values.Distinct().Count());
    }

    [Theory]
    [InlineData(0, 0.05)]
    [InlineData(0.03, 0.03)]
    [InlineData(0.05, 0.05)]
    public async Task Of_whole_pages_do_not_bring_their_stories_together(double share, double ofPage)
    {
        string[] titles = ["Harbour reopens", "Minister resigns", "Wheat prices climb", "Orchestra tours Japan", "Flood closes bridge"];
        using var database = new TemporaryDatabase();
        var stories = Stories(5).ToList();
        var news = stories.Select((story, i) => Scan(story, i, "paper", share, titles[i])).Append(Scan(string.Join(' ', stories), 7, "page", ofPage, "The Daily, page three")).ToList();

        var clusters = await PlaceAsync(database, new DeduplicatorOptions(), news);

        Assert.Equal(5, news.Take(5).Select(story => clusters[story.ArticleId]).Distinct().Count());
    }

    [Theory]
    [InlineData(0.02)]
    [InlineData(0.06)]
    public async Task That_share_half_of_their_text_make_no_chain(double share)
    {
        using var database = new TemporaryDatabase();
        var parts = Stories(3).Select(story => string.Join(' ', story.Split(' ').Take(230))).ToList();
        var news = new[]
        {
            Scan($"{parts[0]} {parts[1]}", 0, "paper", share, "Page one"), Scan($"{parts[1]} {parts[2]}", 1, "paper", share, "Front page"), Scan(parts[2], 2, "paper", share, "Minister resigns"),
        };

        var clusters = await PlaceAsync(database, new DeduplicatorOptions(), news);

        Assert.NotEqual(clusters[news[0].ArticleId], clusters[news[2].ArticleId]);
    }

    [Fact]
    public async Task Of_the_same_words_are_copies_at_any_time_though_only_one_looks_misread()
    {
        using var database = new TemporaryDatabase();
        var text = News.Harbour + " " + News.Harbour.Replace("harbour", "port", StringComparison.Ordinal);
        var news = new[]
        {
            News.Article("a", "Harbour reopens", text), News.Article("b", "Harbour reopens", text.Replace("Tuesday after", "Tuesday;after", StringComparison.Ordinal), "2025-06-04T10:00"),
        };

        var clusters = await PlaceAsync(database, new DeduplicatorOptions(), news);

        Assert.Single(clusters.Values.Distinct());
    }

    private static async Task<Dictionary<string, string>> PlaceAsync(TemporaryDatabase database, DeduplicatorOptions options, IReadOnlyList<Article> articles)
    {
        var sketcher = new Sketcher(options);
        foreach (var batch in articles.Chunk(5))
        {
            // A store that was opened anew knows only what it kept.
            await using var store = database.Store(options);
            await store.PlaceAsync([.. batch.Select(sketcher.Of)], TestContext.Current.CancellationToken);
        }

        await using var last = database.Store(options);
        var placed = await last.PlaceAsync([.. articles.Select(sketcher.Of)], TestContext.Current.CancellationToken);
        return articles.Zip(placed).ToDictionary(pair => pair.First.ArticleId, pair => pair.Second!.Assignment!.ClusterId);
    }

    /// <summary>Made of words that no two stories share but for the small ones.</summary>
    private static IEnumerable<string> Stories(int count)
    {
        var random = new Random(3);
        string[] small = ["the", "of", "and", "to", "in", "was", "that", "for", "with", "said"];
        for (var story = 0; story < count; story++)
        {
            var own = Enumerable.Range(0, 400).Select(_ => new string([.. Enumerable.Range(0, random.Next(2, 5)).SelectMany(_ => new[] { "bcdfglmnprst"[random.Next(12)], "aeiou"[random.Next(5)] })])).ToArray();
            yield return string.Join(' ', Enumerable.Range(0, 260).Select(i => random.Next(3) == 0 ? small[random.Next(small.Length)] : own[random.Next(own.Length)]));
        }
    }

    private static Article Scan(string story, int number, string edition, double share, string? title = null)
    {
        var random = new Random((number * 31) + edition.Length);
        var read = new StringBuilder(story.Length);
        foreach (var c in story)
        {
            _ = random.NextDouble() >= share ? read.Append(c)
                : random.Next(6) switch
                {
                    0 => read,
                    1 => read.Append(c).Append(' '),
                    2 => read.Append(c).Append(";*,"[random.Next(3)]),
                    _ => read.Append(Lookalikes.Misread(c)),
                };
        }

        return News.Article($"{edition} {number}", title ?? $"Story {number}", read.ToString(), FormattableString.Invariant($"2025-03-04T{10 + (number % 8)}:00"));
    }
}
