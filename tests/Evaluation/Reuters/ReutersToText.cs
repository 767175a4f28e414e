using System.CommandLine;

namespace Ingest.Evaluation.Reuters;

/// <summary>
/// <c>reuters-to-text FOLDER OUTPUT</c>: one plain-text file a story of Reuters-21578, in a subfolder a source file, named by NEWID.
/// </summary>
internal static class ReutersToText
{
    public static Command Command()
    {
        var source = new Argument<DirectoryInfo>("sgml-folder") { Description = "Folder with reut2-*.sgm." };
        source.AcceptExistingOnly();
        var output = new Argument<DirectoryInfo>("output-folder") { Description = "Made when it is missing; same input, same files." };
        var limit = new Option<int>("--limit") { Description = "Stop after so many stories; 0 takes all." };
        var command = new Command("reuters-to-text", "Turns Reuters-21578 into one plain-text file a story.") { source, output, limit };
        command.SetAction((parsed, cancellationToken) =>
            RunAsync(parsed.GetRequiredValue(source), parsed.GetRequiredValue(output), parsed.GetValue(limit), cancellationToken));
        return command;
    }

    /// <summary>Writes at most <paramref name="limit"/> stories (0: all); returns how many.</summary>
    public static async Task<int> WriteAsync(DirectoryInfo source, DirectoryInfo output, int limit, CancellationToken cancellationToken)
    {
        var written = 0;
        var files = source.GetFiles("reut2-*.sgm").OrderBy(file => file.Name, StringComparer.Ordinal);
        foreach (var file in files)
        {
            var folder = output.CreateSubdirectory(Path.GetFileNameWithoutExtension(file.Name));
            foreach (var story in await SgmlReader.ReadAsync(file.FullName, cancellationToken))
            {
                var path = Path.Combine(folder.FullName, FormattableString.Invariant($"{story.NewId:00000}.txt"));
                await File.WriteAllTextAsync(path, StoryText.Of(story), cancellationToken);
                if (++written == limit)
                {
                    return written;
                }
            }
        }

        return written;
    }

    private static async Task<int> RunAsync(DirectoryInfo source, DirectoryInfo output, int limit, CancellationToken cancellationToken)
    {
        var written = await WriteAsync(source, output, limit, cancellationToken);
        if (written == 0)
        {
            await Console.Error.WriteLineAsync($"There is no reut2-*.sgm in {source.FullName}; give the folder of Reuters-21578's SGML files.");
            return 2;
        }

        Console.WriteLine(FormattableString.Invariant($"{written} stories in {output.FullName}"));
        return 0;
    }
}
