using System.CommandLine;
using System.Diagnostics;
using Ingest.Parser;

namespace Ingest.Evaluation.Texts;

/// <summary><c>plain-text-rate FOLDER</c>: how many files of plain text a core parses in a second, files read into memory before.</summary>
internal static class PlainTextRate
{
    private const int Rounds = 6;

    public static Command Command()
    {
        var folder = new Argument<DirectoryInfo>("folder") { Description = "Holds text files, at any depth, such as reuters-to-text writes." };
        folder.AcceptExistingOnly();
        var command = new Command("plain-text-rate", "Measures stories a CPU-second on one core.") { folder };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(folder).FullName));
        return command;
    }

    private static int Run(string folder)
    {
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(path => (Path: Path.GetFileName(path), Bytes: File.ReadAllBytes(path))).ToList();
        var reader = new ArticleReader(new ParserOptions(), TimeProvider.System);
        using var process = Process.GetCurrentProcess();
        for (var round = 0; round < Rounds; round++)
        {
            int articles = 0, quotes = 0, days = 0;
            process.Refresh();
            var (before, clock) = (process.TotalProcessorTime, Stopwatch.StartNew());
            foreach (var (path, bytes) in files)
            {
                if (reader.Read(bytes, path, CancellationToken.None) is ParseOutcome.Parsed parsed)
                {
                    articles += parsed.Articles.Count;
                    quotes += parsed.Articles.Sum(article => article.Quotes.Count);
                    days += parsed.Articles.Sum(article => article.Days.Count);
                }
            }

            process.Refresh();
            var used = process.TotalProcessorTime - before;
            Console.WriteLine(FormattableString.Invariant(
                $"{files.Count} files, {articles} articles, {quotes} quotes, {days} days: {files.Count / used.TotalSeconds:0} stories a CPU-second ({used.TotalSeconds:0.00} s CPU, {clock.Elapsed.TotalSeconds:0.00} s)"));
        }

        return 0;
    }
}
