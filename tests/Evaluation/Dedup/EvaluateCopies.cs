using System.CommandLine;
using Ingest.Evaluation.Reuters;

namespace Ingest.Evaluation.Dedup;

/// <summary>
/// <c>dedup-copies FOLDER</c>: how many copies with known edits are found through the pipeline, among the real stories, and how many
/// articles stand with a story that is another.
/// </summary>
internal static class EvaluateCopies
{
    private const int Seed = 21578;

    public static Command Command()
    {
        var folder = new Argument<DirectoryInfo>("folder") { Description = "Holds reut2-*.sgm." };
        folder.AcceptExistingOnly();
        var copies = new Option<int>("--copies") { Description = "Copies of each kind.", DefaultValueFactory = _ => 1000 };
        var fresh = new Option<int>("--fresh") { Description = "Articles that are nobody's copy.", DefaultValueFactory = _ => 10_000 };
        var words = new Option<int>("--words") { Description = "Fewest words of a story that copies are made of.", DefaultValueFactory = _ => 100 };
        var command = new Command("dedup-copies", "Scores copies with known edits, and counts false pairs.") { folder, copies, fresh, words };
        command.SetAction((parsed, cancellationToken) =>
            RunAsync(parsed.GetRequiredValue(folder), parsed.GetValue(copies), parsed.GetValue(fresh), parsed.GetValue(words), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(DirectoryInfo folder, int copies, int fresh, int words, CancellationToken cancellationToken)
    {
        var work = Directory.CreateTempSubdirectory("ingest-copies-");
        try
        {
            var stories = new List<Story>();
            foreach (var file in folder.GetFiles("reut2-*.sgm").OrderBy(file => file.Name, StringComparer.Ordinal))
            {
                stories.AddRange(await SgmlReader.ReadAsync(file.FullName, cancellationToken));
            }

            var ample = stories.Where(story => story.Body.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Length >= words && story.Title.Length > 0).ToList();
            var archive = new CopyArchive(work.CreateSubdirectory("news"), ample, new CopyMaker(ample.Select(story => story.Body), Seed), Seed);
            archive.Write(copies, fresh);
            var clustered = await Clustered.ImportAsync(Path.Combine(work.FullName, "news"), Path.Combine(work.FullName, "data"), cancellationToken);
            archive.Score(clustered);
            return 0;
        }
        finally
        {
            work.Delete(recursive: true);
        }
    }
}
