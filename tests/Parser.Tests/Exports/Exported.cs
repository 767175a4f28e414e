using System.Text;

namespace Ingest.Parser.Tests.Exports;

/// <summary>Invented articles in the layouts of press databases.</summary>
internal static class Exported
{
    public static readonly string[] Titles = ["Harbour reopens after a long winter", "Ferry line gets a second ship", "Library stays open at night"];

    public static readonly string[] Paragraphs =
    [
        "The harbour of Lindholm reopened on Tuesday after seven weeks of repairs, and forty ships were waiting outside the mole when the first pilot boat went out shortly before dawn.",
        "\"We had counted on nine weeks,\" said harbour master Ada Quill, who thanked the crews that had worked through the storms of February without a single day of rest.",
        "The town council will vote on Thursday on a second berth, which would cost 12 million crowns and be ready in two years.",
    ];

    public static readonly string Body = string.Join("\n\n", Paragraphs);

    /// <summary>A paragraph broken before column 78, as the old exports do.</summary>
    public static string Wrapped(string paragraph)
    {
        var (lines, line) = (new StringBuilder(), "");
        foreach (var word in paragraph.Split(' '))
        {
            if (line.Length + word.Length > 76)
            {
                lines.Append(line).Append('\n');
                line = "";
            }

            line += (line.Length > 0 ? " " : "") + word;
        }

        return lines.Append(line).ToString();
    }

    /// <summary>A line in the middle of 78 columns.</summary>
    public static string Centred(string line) => new string(' ', (78 - line.Length) / 2) + line;

    /// <summary>The language that the export states: these texts are all English, so where it is another one the article has a warning instead.</summary>
    public static string? StatedLanguage(Contracts.Article article) =>
        article.Warnings.FirstOrDefault(warning => warning.StartsWith("language: ", StringComparison.Ordinal) && warning.Contains(" is stated", StringComparison.Ordinal))?["language: ".Length..].Split(' ')[0] ?? article.Language;

    /// <summary>Whether articles are these, in this order.</summary>
    public static void AssertAll(IReadOnlyList<Contracts.Article> articles, string day, string source = "Lindholm Courier")
    {
        Assert.Equal(Titles, articles.Select(article => article.Title));
        Assert.All(articles, article => Assert.Equal((Body, source), (article.Body, article.Source)));
        Assert.All(articles, article => Assert.StartsWith(day, article.PublishedAt, StringComparison.Ordinal));
    }
}
