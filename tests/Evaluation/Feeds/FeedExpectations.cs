using System.CommandLine;
using System.Text;
using Ingest.Parser;
using Ingest.Parser.Feeds;
using Ingest.Parser.Text;
using Ingest.Parser.Xml;

namespace Ingest.Evaluation.Feeds;

/// <summary>
/// <c>feeds FOLDER</c>: feed files that state in a comment what a reader must find in them. Counts the statements about fields that
/// articles keep, and lists those that are not met.
/// </summary>
internal static class FeedExpectations
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
        int files = 0, feeds = 0, met = 0, missed = 0, unstated = 0, ignored = 0;
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
            foreach (var expectation in expectations)
            {
                var verdict = FeedComparison.Of(expectation, feed);
                met += verdict.Met == true ? 1 : 0;
                ignored += verdict.Met is null ? 1 : 0;
                if (verdict.Met == false)
                {
                    missed++;
                    var http = Path.GetFileName(file.Name).StartsWith("http_", StringComparison.Ordinal);
                    unstated += http ? 1 : 0;
                    var header = http ? " (stated by the HTTP response or its address, which a file has not)" : "";
                    Console.WriteLine($"miss {Path.GetRelativePath(folder.FullName, file.FullName)} {expectation.Field}: wanted {expectation.Literal}, found {verdict.Actual ?? "nothing"}{header}");
                }
            }
        }

        Console.WriteLine(FormattableString.Invariant($"{files} files, {feeds} read as feeds; expectations met {met} of {met + missed} ({(double)met / Math.Max(1, met + missed):.0000}), of those that the file itself states {met} of {met + missed - unstated} ({(double)met / Math.Max(1, met + missed - unstated):.0000}); {ignored} about fields that are not kept"));
        return 0;
    }
}
