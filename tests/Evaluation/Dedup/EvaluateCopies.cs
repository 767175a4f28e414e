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

    /// <summary>Characters up to which a story goes whole into a column of news in brief.</summary>
    private const int MostOfColumn = 1500;

    private static readonly string[] Sets = ["edits", "scans", "papers", "web", "templates"];

    public static Command Command()
    {
        var folder = new Argument<DirectoryInfo>("folder") { Description = "Holds reut2-*.sgm." };
        folder.AcceptExistingOnly();
        var copies = new Option<int>("--copies") { Description = "Copies of each kind.", DefaultValueFactory = _ => 1000 };
        var fresh = new Option<int>("--fresh") { Description = "Articles that are nobody's copy.", DefaultValueFactory = _ => 10_000 };
        var words = new Option<int>("--words") { Description = "Fewest words of a story that copies are made of.", DefaultValueFactory = _ => 100 };
        var set = new Option<string>("--set") { Description = "edits, scans, papers, web or templates.", DefaultValueFactory = _ => Sets[0] };
        set.AcceptOnlyFromAmong(Sets);
        var kept = new Option<DirectoryInfo?>("--work") { Description = "Folder for the articles and stores, kept afterwards; a temporary one when it is left out." };
        var misses = new Option<int>("--misses") { Description = "List so many misses of each kind.", DefaultValueFactory = _ => 5 };
        var command = new Command("dedup-copies", "Scores copies with known edits, and counts false pairs.") { folder, copies, fresh, words, set, kept, misses };
        command.SetAction((parsed, cancellationToken) =>
            RunAsync(
                parsed.GetRequiredValue(folder), parsed.GetValue(kept), parsed.GetValue(set)!, parsed.GetValue(copies), parsed.GetValue(fresh), parsed.GetValue(words), parsed.GetValue(misses), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(DirectoryInfo folder, DirectoryInfo? kept, string set, int copies, int fresh, int words, int misses, CancellationToken cancellationToken)
    {
        var work = kept ?? Directory.CreateTempSubdirectory("ingest-copies-");
        try
        {
            var stories = new List<Story>();
            foreach (var file in folder.GetFiles("reut2-*.sgm").OrderBy(file => file.Name, StringComparer.Ordinal))
            {
                stories.AddRange(await SgmlReader.ReadAsync(file.FullName, cancellationToken));
            }

            var ample = stories.Where(story => story.Body.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Length >= words && story.Title.Length > 0).Select(Of).ToList();
            var archive = new CopyArchive(work.CreateSubdirectory("news"), ample, Seed);
            Write(archive, set, ample, copies, fresh);
            archive.WriteTruth(Path.Combine(work.FullName, "truth.tsv"));
            var clustered = await Clustered.ImportAsync(Path.Combine(work.FullName, "news"), Path.Combine(work.FullName, "data"), cancellationToken);
            archive.Score(clustered, misses);
            return 0;
        }
        finally
        {
            if (kept is null)
            {
                work.Delete(recursive: true);
            }
        }
    }

    private static void Write(CopyArchive archive, string set, List<News> news, int copies, int fresh)
    {
        var maker = new CopyMaker(news.Select(one => one.Body), Seed);
        var scans = new ScanMaker(news, Seed);
        var web = new WebCopyMaker(news, maker, Seed);
        if (set == "papers")
        {
            archive.WritePapers(copies, story => scans.InPapers(story, maker));
        }
        else
        {
            archive.WriteCopies(set switch { "edits" => maker.Kinds(), "scans" => scans.Kinds(maker), "web" => web.Kinds(), _ => [] }, copies);
        }

        archive.WriteOthers("fresh", fresh, maker.Fresh);
        if (set == "scans")
        {
            archive.WriteOthers("fresh, scanned", fresh, real => scans.Scan(maker.Fresh(real), 0.05));
        }

        if (set == "templates")
        {
            var templates = new TemplateMaker(news, Seed);
            archive.WriteOthers("by one pattern", fresh, real => templates.Pattern(real.Date!.Value));
            archive.WriteOthers("other names and numbers", fresh, templates.Renamed);
            archive.WriteOthers("other names and numbers, scanned", fresh, real => templates.Renamed(real) is { } renamed ? scans.Scan(renamed, 0.05) : null);
            var shortOnes = Enumerable.Range(0, news.Count).Where(story => news[story].Body.Length < MostOfColumn).ToList();
            archive.WriteColumns(copies, () => templates.RoundUp(shortOnes));
        }
    }

    private static News Of(Story story)
    {
        var text = StoryText.Of(story);
        return new News(story.Title, text[(text.IndexOf("\n\n", StringComparison.Ordinal) + 2)..], story.Date);
    }
}
