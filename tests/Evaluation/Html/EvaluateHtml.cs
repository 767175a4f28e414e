using System.CommandLine;
using System.Diagnostics;

namespace Ingest.Evaluation.Html;

/// <summary>
/// <c>html FOLDER</c>: scores of article extraction on the labelled sets in FOLDER (wcxb-dev, trafilatura-eval,
/// mozilla-readability), of Ingest and, for comparison, of SmartReader.
/// </summary>
internal static class EvaluateHtml
{
    public static Command Command()
    {
        var folder = new Argument<DirectoryInfo>("folder") { Description = "Holds wcxb-dev, trafilatura-eval and mozilla-readability, or some of them." };
        folder.AcceptExistingOnly();
        var compare = new Option<bool>("--compare") { Description = "Also run SmartReader, which takes several times as long." };
        var worst = new Option<int>("--worst") { Description = "List so many of the worst pages of each set." };
        var dump = new Option<DirectoryInfo?>("--dump") { Description = "Write each page's body as read and as expected into this folder." };
        var command = new Command("html", "Scores article extraction from HTML pages.") { folder, compare, worst, dump };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(folder).FullName, parsed.GetValue(compare), parsed.GetValue(worst), parsed.GetValue(dump)));
        return command;
    }

    private static int Run(string folder, bool compare, int worst, DirectoryInfo? dump)
    {
        Console.WriteLine(ScoreRow.Head);
        foreach (var (set, load) in new (string, Func<string, List<ExpectedPage>>)[]
            { ("wcxb-dev", LabelledSets.Wcxb), ("trafilatura-eval", LabelledSets.Trafilatura), ("mozilla-readability", LabelledSets.Mozilla) })
        {
            var path = Path.Combine(folder, set);
            if (!Directory.Exists(path))
            {
                continue;
            }

            var pages = load(path);
            var ours = Score(set, "Ingest", pages, Readers.Ingest);
            if (compare)
            {
                Score(set, "SmartReader", pages, Readers.SmartReader);
            }

            foreach (var score in ours.OrderBy(score => score.Quality).Take(worst))
            {
                Console.WriteLine(FormattableString.Invariant($"  {score.Page.Name}: {score.Quality:.00} P {score.Precision:.00} R {score.Recall:.00} {score.Milliseconds:0} ms"));
            }

            if (dump is not null)
            {
                PageDump.Write(dump.CreateSubdirectory(set).FullName, ours);
            }
        }

        return 0;
    }

    private static List<PageScore> Score(string set, string name, List<ExpectedPage> pages, Func<ExpectedPage, Prediction> read)
    {
        // The first pages pay for compiling the code.
        foreach (var page in pages.Take(60))
        {
            read(page);
        }

        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        var results = new List<(ExpectedPage, Prediction, double)>(pages.Count);
        foreach (var page in pages)
        {
            var start = Stopwatch.GetTimestamp();
            results.Add((page, read(page), 0));
            results[^1] = results[^1] with { Item3 = Stopwatch.GetElapsedTime(start).TotalMilliseconds };
        }

        process.Refresh();
        var used = process.TotalProcessorTime - before;
        var scores = results.ConvertAll(result => new PageScore(result.Item1, result.Item2, result.Item3));
        Console.WriteLine(ScoreRow.Of(set, name, scores, used));
        return scores;
    }
}
