using System.CommandLine;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Ingest.Contracts;
using Ingest.Deduplicator;
using Ingest.Deduplicator.Sketching;
using Ingest.Evaluation.Dedup;

namespace Ingest.Benchmarks.Dedup;

/// <summary>
/// <c>sketching FOLDER</c>: articles a CPU-second from text to keys, at the folder's own length and at 370 words, on one thread; beside it
/// the SHA-256 of the same texts, which reads each byte once.
/// </summary>
internal static class SketchingCommand
{
    private const int Words = 370;

    public static Command Create()
    {
        var folder = new Argument<string>("FOLDER") { Description = "News files, such as tests/Evaluation reuters-to-text writes." };
        var rounds = new Option<int>("--rounds") { DefaultValueFactory = _ => 5 };
        var command = new Command("sketching", "Sketches a CPU-second on one core.") { folder, rounds };
        command.SetAction(parsed =>
        {
            var articles = NewsFolder.Read(parsed.GetValue(folder)!);
            var long370 = articles.Where(article => article.Body.Length > 0).Chunk(8).Select(OfLength).ToList();
            for (var round = 0; round < parsed.GetValue(rounds); round++)
            {
                Report("as they are", articles);
                Report($"of {Words} words", long370);
            }
        });
        return command;
    }

    private static void Report(string name, List<Article> articles)
    {
        var sketcher = new Sketcher(new DeduplicatorOptions());
        var keys = 0L;
        var sketching = Rate(articles, article => keys += sketcher.Of(article).KeyCount);
        var hashing = Rate(articles, article => keys += SHA256.HashData(Encoding.UTF8.GetBytes(article.Body))[0] & 1);
        var words = articles.Average(article => article.Body.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Length);
        Console.WriteLine(FormattableString.Invariant(
            $"{articles.Count} articles {name} ({words:0} words): {sketching:0} a CPU-second; SHA-256 of the text {hashing:0}, ratio {sketching / hashing:0.00}; {keys} keys"));
    }

    /// <summary>Processor time of this thread's work, collections included: there is one thread, and the collector works on it.</summary>
    private static double Rate(List<Article> articles, Action<Article> work)
    {
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        articles.ForEach(work);
        process.Refresh();
        return articles.Count / (process.TotalProcessorTime - before).TotalSeconds;
    }

    private static Article OfLength(Article[] articles)
    {
        var words = articles.SelectMany(article => article.Body.Split(' ')).Take(Words);
        return articles[0] with { Body = string.Join(' ', words) };
    }
}
