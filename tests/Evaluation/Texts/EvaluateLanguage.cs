using System.CommandLine;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Ingest.Contracts;
using Ingest.Parser;
using Ingest.Parser.Language;
using Lingua;

namespace Ingest.Evaluation.Texts;

/// <summary>
/// <c>language FOLDER</c>: the detected language of pages' texts against the one that the pages state by their <c>lang</c>, with the time
/// a text takes; Lingua's beside it. What pages state is not always true, so disagreements of both are listed.
/// </summary>
internal static partial class EvaluateLanguage
{
    public static Command Command()
    {
        var folder = new Argument<DirectoryInfo>("folder") { Description = "Holds HTML pages, at any depth." };
        folder.AcceptExistingOnly();
        var compare = new Option<bool>("--compare") { Description = "Also run Lingua, whose models take a while to load." };
        var command = new Command("language", "Scores language detection on pages that state their language.") { folder, compare };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(folder).FullName, parsed.GetValue(compare)));
        return command;
    }

    private static int Run(string folder, bool compare)
    {
        var texts = Load(folder);
        if (texts.Count == 0)
        {
            Console.Error.WriteLine($"There are no pages with a stated language in {folder}.");
            return 2;
        }

        Console.WriteLine(FormattableString.Invariant($"{texts.Count} texts of {texts.Select(text => text.Stated).Distinct().Count()} languages, {texts.Average(text => text.Body.Length):0} characters on average"));
        Score("Ingest", texts, text => Ingest.Parser.Language.LanguageDetector.Detect(text), list: true);
        var contradicted = texts.Where(text => Ingest.Parser.Language.LanguageDetector.Contradict(text.Stated, text.Body) is not null).ToList();
        Console.WriteLine(FormattableString.Invariant($"{contradicted.Count} pages state a language that their text contradicts"));
        contradicted.ForEach(text => Console.WriteLine($"  {text.File}: states {text.Stated}, is {Ingest.Parser.Language.LanguageDetector.Contradict(text.Stated, text.Body)}: {text.Body[..Math.Min(text.Body.Length, 70)].ReplaceLineEndings(" ")}"));
        if (compare)
        {
            var detector = LanguageDetectorBuilder.FromAllLanguages().WithPreloadedLanguageModels().Build();
            Score("Lingua", texts, text => detector.DetectLanguageOf(text) is var found && found == Lingua.Language.Unknown ? null : found.IsoCode6391().ToString().ToLowerInvariant(), list: false);
            Console.WriteLine(FormattableString.Invariant($"memory with Lingua's models: {GC.GetTotalMemory(true) >> 20} MiB"));
        }

        return 0;
    }

    private static List<(string File, string Stated, string Body)> Load(string folder)
    {
        var reader = new ArticleReader(new ParserOptions(), TimeProvider.System);
        var texts = new List<(string, string, string)>();
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(path => path.Contains(".htm", StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal))
        {
            var bytes = Path.GetExtension(path) == ".gz" ? Unpacked(path) : File.ReadAllBytes(path);
            if (Stated().Match(System.Text.Encoding.Latin1.GetString(bytes, 0, Math.Min(bytes.Length, 8_192))) is { Success: true } match && LanguageCode.Of(match.Groups[1].Value) is { } stated &&
                reader.Read(bytes, path, CancellationToken.None) is ParseOutcome.Parsed { Articles: [{ Body.Length: >= 60 } article, ..] })
            {
                texts.Add((Path.GetFileName(path), stated == "nb" ? "no" : stated, article.Body));
            }
        }

        return texts;
    }

    private static byte[] Unpacked(string path)
    {
        using var packed = new System.IO.Compression.GZipStream(File.OpenRead(path), System.IO.Compression.CompressionMode.Decompress);
        using var memory = new MemoryStream();
        packed.CopyTo(memory);
        return memory.ToArray();
    }

    private static void Score(string name, List<(string File, string Stated, string Body)> texts, Func<string, string?> detect, bool list)
    {
        foreach (var text in texts.Take(50))
        {
            detect(text.Body);
        }

        int right = 0, none = 0;
        var times = new List<double>(texts.Count);
        foreach (var (file, stated, body) in texts)
        {
            var start = Stopwatch.GetTimestamp();
            var found = detect(body);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            found = found is "nb" or "nn" ? "no" : found;
            right += found == stated ? 1 : 0;
            none += found is null ? 1 : 0;
            if (list && found != stated)
            {
                Console.WriteLine($"  {file}: states {stated}, read as {found ?? "unknown"}: {body[..Math.Min(body.Length, 70)].Replace('\n', ' ')}");
            }
        }

        times.Sort();
        Console.WriteLine(FormattableString.Invariant(
            $"{name}: {right} of {texts.Count} as stated ({(double)right / texts.Count:0.000}), {none} unknown; median {times[times.Count / 2]:0.000} ms, 99th percentile {times[times.Count * 99 / 100]:0.000} ms"));
    }

    [GeneratedRegex(@"<html[^>]{0,500}?\slang\s*=\s*[""']?([A-Za-z-]{2,12})", RegexOptions.IgnoreCase)]
    private static partial Regex Stated();
}
