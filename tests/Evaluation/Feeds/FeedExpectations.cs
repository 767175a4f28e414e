using System.CommandLine;
using System.Text;
using System.Text.RegularExpressions;
using Ingest.Parser;
using Ingest.Parser.Feeds;
using Ingest.Parser.Text;
using Ingest.Parser.Xml;

namespace Ingest.Evaluation.Feeds;

/// <summary>
/// <c>feeds FOLDER</c>: feed files that state in a comment what a reader must find in them. Counts the statements about fields that
/// articles keep, and lists those that are not met.
/// </summary>
internal static partial class FeedExpectations
{
    public static Command Command()
    {
        var folder = new Argument<DirectoryInfo>("folder") { Description = "Folder with feed files, each with its expectation in a comment." };
        folder.AcceptExistingOnly();
        var command = new Command("feeds", "Scores the feed reader against files that state their expectation.") { folder };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetRequiredValue(folder), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(DirectoryInfo folder, CancellationToken cancellationToken)
    {
        int files = 0, feeds = 0, met = 0, missed = 0, excluded = 0, ignored = 0;
        foreach (var file in folder.GetFiles("*.xml", SearchOption.AllDirectories).OrderBy(file => file.FullName, StringComparer.Ordinal))
        {
            files++;
            var bytes = await File.ReadAllBytesAsync(file.FullName, cancellationToken);
            var text = (DeclaredEncoding.Decode(bytes) ?? TextDecoder.Decode(bytes))?.Text ?? Encoding.Latin1.GetString(bytes);
            var tree = XmlTree.Read(text, new Deadline(TimeSpan.FromSeconds(30), TimeProvider.System, cancellationToken));
            var feed = tree.Root is { } root ? XmlFeedReader.Read(root, new Deadline(TimeSpan.FromSeconds(30), TimeProvider.System, cancellationToken)) : null;
            feeds += feed is null ? 0 : 1;
            var expectations = Expectation.Read(text, out var others);
            ignored += others;
            var header = HttpHeader().Match(text) is { Success: true } match ? match.Groups[1].Value.Trim() : null;
            foreach (var expectation in expectations)
            {
                var verdict = FeedComparison.Of(expectation, feed);
                var name = $"{Path.GetRelativePath(folder.FullName, file.FullName)} {expectation.Field}: wanted {expectation.Literal}, found {verdict.Actual ?? "nothing"}";
                // What a file cannot know, whatever its reader does: said openly, and counted apart.
                var reason = verdict.NotKept ?? (verdict.Met == false && (header is not null || IsOfAddress(expectation)) ? header is null ? "relative to the address it was fetched from" : "stated by the HTTP header " + header : null);
                if (reason is not null)
                {
                    excluded++;
                    Console.WriteLine($"excluded {name}: {reason}");
                    continue;
                }

                met += verdict.Met == true ? 1 : 0;
                ignored += verdict.Met is null ? 1 : 0;
                if (verdict.Met == false)
                {
                    missed++;
                    Console.WriteLine($"miss {name}");
                }
            }
        }

        Console.WriteLine(FormattableString.Invariant($"{files} files, {feeds} read as feeds; expectations met {met} of {met + missed} ({(double)met / Math.Max(1, met + missed):.0000}); with the {excluded} excluded above {met} of {met + missed + excluded} ({(double)met / Math.Max(1, met + missed + excluded):.0000}); {ignored} about fields that are not kept"));
        return 0;
    }

    /// <summary>Feedparser's own tests serve their files from this address.</summary>
    private static bool IsOfAddress(Expectation expectation) => expectation.Literal.Contains("http://127.0.0.1:8097/", StringComparison.Ordinal);

    [GeneratedRegex(@"^Header:\s*(.+)$", RegexOptions.Multiline, 1000)]
    private static partial Regex HttpHeader();
}
