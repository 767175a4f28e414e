using System.CommandLine;
using System.Globalization;
using Ingest.Deduplicator;
using Ingest.Deduplicator.Sketching;
using Ingest.Evaluation.Reuters;

namespace Ingest.Evaluation.Dedup;

/// <summary>
/// <c>dedup FOLDER</c>: imports Reuters-21578 through the pipeline, one file a story, and scores the clusters against the judged
/// and measured pairs beside it.
/// </summary>
internal static class EvaluateDedup
{
    private const int Largest = 20;

    public static Command Command()
    {
        var folder = new Argument<DirectoryInfo>("folder") { Description = "Holds reut2-*.sgm, labels_sample82.tsv and pairs_w5.tsv." };
        folder.AcceptExistingOnly();
        var work = new Option<DirectoryInfo?>("--work") { Description = "Folder for stories and stores, kept afterwards; a temporary one when it is left out." };
        var misses = new Option<int>("--misses") { Description = "List so many misses of each measure.", DefaultValueFactory = _ => 100 };
        var command = new Command("dedup", "Scores near-duplicate clusters of Reuters-21578.") { folder, work, misses };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetRequiredValue(folder), parsed.GetValue(work), parsed.GetValue(misses), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(DirectoryInfo folder, DirectoryInfo? work, int misses, CancellationToken cancellationToken)
    {
        var place = work ?? Directory.CreateTempSubdirectory("ingest-dedup-");
        try
        {
            var stories = place.CreateSubdirectory("stories");
            var written = await ReutersToText.WriteAsync(folder, stories, 0, cancellationToken);
            Console.WriteLine(FormattableString.Invariant($"{written} stories."));
            var data = Path.Combine(place.FullName, "data");
            if (Directory.Exists(data))
            {
                Directory.Delete(data, recursive: true);
            }

            var clustered = await Clustered.ImportAsync(stories.FullName, data, cancellationToken);
            Score(folder.FullName, WordsOf(stories.FullName), clustered, misses);
            LargestClusters.Print(stories.FullName, clustered, Largest);
            return 0;
        }
        finally
        {
            if (work is null)
            {
                place.Delete(recursive: true);
            }
        }
    }

    private static void Score(string folder, Dictionary<int, int> words, Clustered clustered, int misses)
    {
        var labels = StoryPair.Read(Path.Combine(folder, "labels_sample82.tsv"));
        var same = labels.Where(pair => pair.Label == "same_story").ToList();
        var wrong = labels.Where(pair => pair.Label == "template" && clustered.AreTogether(pair.First, pair.Second)).ToList();
        var found = same.Count(pair => clustered.AreTogether(pair.First, pair.Second));
        Console.WriteLine(FormattableString.Invariant(
            $"labels_sample82: precision {(double)found / (found + wrong.Count):0.000}, recall {(double)found / same.Count:0.000} ({found} of {same.Count} same, {wrong.Count} of {labels.Count(pair => pair.Label == "template")} templates together)"));
        wrong.ForEach(pair => Console.WriteLine($"  together {pair}"));
        Misses(same, clustered, misses);

        var pairs = StoryPair.Read(Path.Combine(folder, "pairs_w5.tsv")).Where(pair => pair is { Hours: <= 72, Numbers: >= 0.7 }).ToList();
        Recall("pairs with J >= .7, <= 72 h, number containment >= .7", [.. pairs.Where(pair => pair.Jaccard >= 0.7)], clustered, misses);
        // Below so many words a text proves little, and title and numbers must agree as well: a rule that stands before this measure.
        Recall(
            "  of these both of 30 words or more",
            [.. pairs.Where(pair => pair.Jaccard >= 0.7 && Math.Min(words.GetValueOrDefault(pair.First), words.GetValueOrDefault(pair.Second)) >= new DeduplicatorOptions().ShortWords)],
            clustered,
            misses);
        Recall("pairs with containment >= .8, <= 72 h, number containment >= .7", [.. pairs.Where(pair => pair.Containment >= 0.8)], clustered, misses);
        Recall("  of these with J < .5 (briefs)", [.. pairs.Where(pair => pair is { Containment: >= 0.8, Jaccard: < 0.5 })], clustered, 0);
    }

    private static Dictionary<int, int> WordsOf(string stories)
    {
        var sketcher = new Sketcher(new DeduplicatorOptions());
        return NewsFolder.Read(stories).ToDictionary(
            article => int.Parse(Path.GetFileNameWithoutExtension(article.Path), CultureInfo.InvariantCulture),
            article => sketcher.Of(article).Words);
    }

    private static void Recall(string name, List<StoryPair> pairs, Clustered clustered, int misses)
    {
        var found = pairs.Count(pair => clustered.AreTogether(pair.First, pair.Second));
        Console.WriteLine(FormattableString.Invariant($"{name}: {(double)found / pairs.Count:0.0000} ({found} of {pairs.Count})"));
        Misses(pairs, clustered, misses);
    }

    private static void Misses(List<StoryPair> pairs, Clustered clustered, int misses)
    {
        foreach (var pair in pairs.Where(pair => !clustered.AreTogether(pair.First, pair.Second)).Take(misses))
        {
            Console.WriteLine($"  apart {pair}");
        }
    }
}
