using System.Globalization;
using System.Text;

namespace Ingest.Evaluation.Reuters;

/// <summary>
/// A story in the form of the sample article: <c> date 1987-02-26 15:01 HEADLINE</c>, byline, then paragraphs joined out of their
/// wrapped lines, with a blank line between them and no newline at the end. The hour stays: resends within a day differ by it.
/// </summary>
internal static class StoryText
{
    public static string Of(Story story)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $" date {story.Date:yyyy-MM-dd HH:mm} {story.Title}");
        var paragraphs = Paragraphs(story.Body);
        if (story.Author.Length > 0)
        {
            paragraphs.Insert(0, story.Author.StartsWith("by ", StringComparison.OrdinalIgnoreCase) ? "By " + story.Author[3..].Trim() : "By " + story.Author);
        }

        if (story.Dateline.Length > 0 && paragraphs.Count > (story.Author.Length > 0 ? 1 : 0))
        {
            var first = story.Author.Length > 0 ? 1 : 0;
            paragraphs[first] = $"{story.Dateline} {paragraphs[first]}";
        }

        for (var i = 0; i < paragraphs.Count; i++)
        {
            // As in the sample: two lines below the headline, one blank line between paragraphs.
            text.Append("\n\n").Append(paragraphs[i]);
        }

        return text.ToString();
    }

    private static List<string> Paragraphs(string body)
    {
        var paragraphs = new List<string>();
        var joins = false;
        foreach (var line in body.Split('\n'))
        {
            var words = line.Trim();
            if (words.Length == 0)
            {
                joins = false;
                continue;
            }

            // " Reuter" / " REUTER" signs the story off; one blank before it, so it would run on into the last paragraph.
            var starts = line.StartsWith("    ", StringComparison.Ordinal) || words.Equals("reuter", StringComparison.OrdinalIgnoreCase);
            if (joins && !starts)
            {
                paragraphs[^1] += " " + words;
            }
            else
            {
                paragraphs.Add(words);
            }

            joins = true;
        }

        return paragraphs;
    }
}
