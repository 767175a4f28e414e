using System.Text;

namespace Ingest.Evaluation.Html;

/// <summary>Writes what was read and what was expected side by side, to look at faults with a diff.</summary>
internal static class PageDump
{
    public static void Write(string folder, IReadOnlyList<PageScore> scores)
    {
        var labels = new StringBuilder("quality\tpage\tfield\texpected\tread\n");
        foreach (var score in scores.OrderBy(score => score.Quality))
        {
            var (page, read) = (score.Page, score.Read);
            File.WriteAllText(Path.Combine(folder, page.Name + ".read.txt"), read.Body + "\n");
            File.WriteAllText(Path.Combine(folder, page.Name + ".html"), Encoding.UTF8.GetString(page.Bytes));
            if (page.Body is { } body)
            {
                File.WriteAllText(Path.Combine(folder, page.Name + ".true.txt"), body + "\n");
            }

            Line(labels, score, "title", score.TitleIsRight, page.Title, read.Title);
            Line(labels, score, "date", score.DayIsRight, page.Day, $"{read.Day} {read.DayRule}");
            Line(labels, score, "author", score.AuthorsAreRight, string.Join("; ", page.Authors), string.Join("; ", read.Authors));
            var text = string.Join(' ', read.Body.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            foreach (var snippet in page.With.Where(snippet => !text.Contains(snippet, StringComparison.Ordinal)))
            {
                Line(labels, score, "lost", false, snippet, "");
            }

            foreach (var snippet in page.Without.Where(snippet => text.Contains(snippet, StringComparison.Ordinal)))
            {
                Line(labels, score, "unwanted", false, "", snippet);
            }
        }

        File.WriteAllText(Path.Combine(folder, "labels.tsv"), labels.ToString());
    }

    private static void Line(StringBuilder labels, PageScore score, string field, bool? right, string? expected, string? read)
    {
        if (right == false)
        {
            labels.Append(System.Globalization.CultureInfo.InvariantCulture, $"{score.Quality:.00}\t{score.Page.Name}\t{field}\t{expected}\t{read?.ReplaceLineEndings(" ")}\n");
        }
    }
}
