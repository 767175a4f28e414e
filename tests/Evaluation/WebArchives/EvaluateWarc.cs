using System.CommandLine;
using Ingest.Parser;
using Ingest.Parser.Containers;
using Ingest.Parser.Containers.Streams;
using Ingest.Parser.WebArchives;
using GzipStream = Ingest.Parser.Containers.Compressed.GzipStream;

namespace Ingest.Evaluation.WebArchives;

/// <summary><c>warc FOLDER</c>: for each web archive, how many of the responses that can be read the parser reads, and what articles come out.</summary>
internal static class EvaluateWarc
{
    public static Command Command()
    {
        var folder = new Argument<DirectoryInfo>("folder") { Description = "Folder with WARC and ARC files." };
        folder.AcceptExistingOnly();
        var command = new Command("warc", "Counts the responses in web archives that are read.") { folder };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetRequiredValue(folder), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(DirectoryInfo folder, CancellationToken cancellationToken)
    {
        int readable = 0, read = 0;
        var reader = new ArticleReader(new ParserOptions(), TimeProvider.System);
        foreach (var file in folder.GetFiles().Where(file => file.Name.Contains("arc", StringComparison.Ordinal)).OrderBy(file => file.Name, StringComparer.Ordinal))
        {
            var bytes = await File.ReadAllBytesAsync(file.FullName, cancellationToken);
            var (there, (responses, broken)) = (ReadableResponses.Count(bytes), Read(bytes));
            (readable, read) = (readable + there, read + Math.Min(there, responses));
            Console.WriteLine($"{(responses >= there ? "ok  " : "MISS")} {file.Name}: {responses} of {there} responses, {broken} broken places; {Outcome(reader.Read(bytes, file.Name, cancellationToken))}");
        }

        Console.WriteLine(FormattableString.Invariant($"{read} of {readable} readable responses are read ({(double)read / Math.Max(1, readable):.0000}); bar 1.0000"));
        return read == readable ? 0 : 1;
    }

    /// <summary>Responses whose body comes out of all its codings, and places that were reported as broken.</summary>
    private static (int Responses, int Broken) Read(byte[] bytes)
    {
        var options = new ParserOptions();
        var limits = new WalkLimits(options, new Expansion(bytes.Length, options), new Deadline(TimeSpan.FromMinutes(1), TimeProvider.System, default));
        int responses = 0, broken = 0;
        Stream content = new MemoryStream(bytes);
        using var records = new WebRecords(new PeekStream(bytes is [0x1F, 0x8B, ..] ? new GzipStream(content) : content));
        for (var more = true; more;)
        {
            try
            {
                var record = records.Next();
                more = record is not null;
                responses += record is { IsResponse: true } && HasBody(records, limits) ? 1 : 0;
            }
            catch (Exception fault) when (Damage.Is(fault))
            {
                broken++;
            }
        }

        return (responses, broken);
    }

    private static bool HasBody(WebRecords records, WalkLimits limits)
    {
        var block = records.Take(int.MaxValue);
        return HttpMessage.Read(block) is { } message && HttpBody.Decode(message, block.AsMemory(message.HeadLength), limits).Bytes.Length > 0;
    }

    private static string Outcome(ParseOutcome outcome) => outcome switch
    {
        ParseOutcome.Parsed parsed => $"{parsed.Articles.Count} articles",
        ParseOutcome.Rejected rejected => $"rejected {rejected.Reason}: {rejected.Detail}",
        _ => "",
    };
}
