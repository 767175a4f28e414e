using System.CommandLine;
using Ingest.Parser;
using Ingest.Parser.Text;

namespace Ingest.Evaluation.Agency;

/// <summary>
/// <c>agency FOLDER</c>: files of news agencies. Each must be parsed with every paragraph of its content, all its words whole and in
/// their order, or be rejected with a reason, which is listed to be judged by a person.
/// </summary>
internal static class AgencyTexts
{
    public static Command Command()
    {
        var folder = new Argument<DirectoryInfo>("folder") { Description = "Folder with NITF, NewsML, NewsML-G2 and ninjs files." };
        folder.AcceptExistingOnly();
        var command = new Command("agency", "Measures how much of the text of agency files comes out.") { folder };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetRequiredValue(folder), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(DirectoryInfo folder, CancellationToken cancellationToken)
    {
        int parsed = 0, whole = 0, rejected = 0, articles = 0;
        long paragraphs = 0, found = 0;
        var reader = new ArticleReader(new ParserOptions(), TimeProvider.System);
        foreach (var file in folder.GetFiles("*", SearchOption.AllDirectories).Where(file => file.Extension is ".xml" or ".json").OrderBy(file => file.FullName, StringComparer.Ordinal))
        {
            var name = Path.GetRelativePath(folder.FullName, file.FullName);
            switch (await reader.ReadFileAsync(file.FullName, cancellationToken))
            {
                case ParseOutcome.Rejected rejection:
                    rejected++;
                    Console.WriteLine($"rejected {name}: {rejection.Reason}: {rejection.Detail}");
                    break;
                case ParseOutcome.Parsed outcome:
                    parsed++;
                    articles += outcome.Articles.Count;
                    // Two samples came misread from their agency; what is compared is the text, and the parser mends it.
                    var wanted = ContentWords.Of(Mojibake.Repair(new DecodedText(await File.ReadAllTextAsync(file.FullName, cancellationToken), "utf-8")).Text);
                    var have = outcome.Articles.SelectMany(article => new[] { article.Title, article.Dateline, string.Join(", ", article.Authors) }.Concat(article.Body.Split("\n\n")))
                        .OfType<string>().Select(text => ' ' + string.Join(' ', ContentWords.Split(text)) + ' ').ToList();
                    // A paragraph may have been joined with its neighbour, as the cells of a row are, but never cut.
                    var all = string.Concat(outcome.Articles.Select(article => ' ' + string.Join(' ', ContentWords.Split($"{article.Title} {article.Body}")) + ' '));
                    var missing = wanted.Where(paragraph => $" {string.Join(' ', paragraph)} " is var line && !have.Exists(text => text.Contains(line, StringComparison.Ordinal)) && !all.Contains(line, StringComparison.Ordinal)).ToList();
                    (paragraphs, found) = (paragraphs + wanted.Count, found + wanted.Count - missing.Count);
                    whole += missing.Count == 0 ? 1 : 0;
                    if (missing.Count > 0)
                    {
                        Console.WriteLine($"miss {name}: {missing.Count} of {wanted.Count} paragraphs: {string.Join(" / ", missing.Take(4).Select(paragraph => string.Join(' ', paragraph.Take(14))))}");
                    }

                    break;
            }
        }

        Console.WriteLine(FormattableString.Invariant($"{parsed} files parsed into {articles} articles, {whole} of them with every paragraph of their content, whole and in order; {found} of {paragraphs} paragraphs ({(double)found / Math.Max(1, paragraphs):.0000}); {rejected} rejected"));
        return 0;
    }
}
