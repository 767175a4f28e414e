using System.CommandLine;
using Ingest.Parser;

namespace Ingest.Evaluation.Agency;

/// <summary>
/// <c>agency FOLDER</c>: files of news agencies. Each must be parsed with all words of its content, or be rejected with a reason,
/// which is listed to be judged by a person.
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
        long words = 0, found = 0;
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
                    var wanted = ContentWords.Of(await File.ReadAllTextAsync(file.FullName, cancellationToken));
                    var have = outcome.Articles.SelectMany(article => ContentWords.Split($"{article.Title} {article.Body} {article.Dateline} {string.Join(' ', article.Authors)}"));
                    var text = string.Join(' ', have);
                    var missing = wanted.Where(word => !text.Contains(word, StringComparison.Ordinal)).ToList();
                    (words, found) = (words + wanted.Count, found + wanted.Count - missing.Count);
                    whole += missing.Count == 0 ? 1 : 0;
                    if (missing.Count > 0)
                    {
                        Console.WriteLine($"miss {name}: {missing.Count} of {wanted.Count} words: {string.Join(' ', missing.Distinct().Take(25))}");
                    }

                    break;
            }
        }

        Console.WriteLine(FormattableString.Invariant($"{parsed} files parsed into {articles} articles, {whole} of them with every word of their content; {found} of {words} words ({(double)found / Math.Max(1, words):.0000}); {rejected} rejected"));
        return 0;
    }
}
