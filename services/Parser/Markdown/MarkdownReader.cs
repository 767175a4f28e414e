using Ingest.Parser.Articles;
using Ingest.Parser.Dates;
using Ingest.Parser.PlainText;

namespace Ingest.Parser.Markdown;

/// <summary>
/// Reads a Markdown file as one article: its front matter, its first heading, its text; or as several, when each heading of the first
/// level has a byline or a day below it.
/// </summary>
internal static class MarkdownReader
{
    /// <summary>Longer texts are read as plain text, in characters: Markdown's parser takes its time on some.</summary>
    private const int Longest = 2_000_000;

    private const string None = "The file is Markdown with neither a headline nor text.";

    /// <summary>The outcome; null when the text is no Markdown.</summary>
    public static ParseOutcome? Read(string text, Func<ArticleList> list, Deadline deadline)
    {
        if (text.Length > Longest)
        {
            return null;
        }

        var front = FrontMatter.Read(text);
        if (front is null && !MarkdownStructure.Is(text))
        {
            return null;
        }

        if (front is null && Several(text, deadline) is { Count: > 0 } several)
        {
            var all = list();
            several.ForEach(article => all.Add(article, null, "markdown"));
            return all.Finish(None);
        }

        var fields = new ArticleFields();
        if (front is { } found)
        {
            FrontMatterFields.Set(fields, found.Matter);
        }

        if (!SetText(fields, text[(front?.BodyStart ?? 0)..], deadline))
        {
            return null;
        }

        if (fields.Get("body") is null && front?.Matter.Find("description", "summary", "excerpt", "abstract") is { } summary)
        {
            fields.Set("body", string.Join("\n\n", summary.Values), "front-matter:" + summary.Key);
        }

        var key = front?.Matter.Find("guid", "id", "uid", "uuid")?.Values[0];
        var articles = list();
        articles.Add(fields, key, "markdown");
        return articles.Finish(None);
    }

    /// <summary>The articles of a file of several; none when it is one, whose text has more than one heading of the first level.</summary>
    private static List<ArticleFields> Several(string text, Deadline deadline)
    {
        var articles = new List<ArticleFields>();
        foreach (var section in MarkdownSections.Of(text))
        {
            var fields = new ArticleFields();
            if (!SetText(fields, section, deadline) || (fields.Get("publishedAt") is null && fields.List("authors").Count == 0))
            {
                return [];
            }

            articles.Add(fields);
        }

        return articles;
    }

    private static bool SetText(ArticleFields fields, string text, Deadline deadline)
    {
        var body = new MarkdownBody(deadline);
        if (!body.Read(text))
        {
            return false;
        }

        fields.Set("title", body.Title, "markdown:heading");
        SetBody(fields, [.. body.Paragraphs]);
        return true;
    }

    private static void SetBody(ArticleFields fields, List<string> paragraphs)
    {
        if (paragraphs.Count > 0 && fields.Get("title") is { } title && paragraphs[0] == title)
        {
            paragraphs.RemoveAt(0);
        }

        if (paragraphs.Count > 0 && Byline.Read(paragraphs[0]) is { } byline)
        {
            fields.Set("authors", byline.Authors, "byline");
            fields.Set("agencies", byline.Agencies, "byline");
            if (byline.Date is { IsDay: true } dated)
            {
                fields.Set(dated, "byline:date");
            }

            paragraphs.RemoveAt(0);
        }

        if (paragraphs.Count > 1 && DateReader.Read(paragraphs[0]) is { IsDay: true } date && date.Length == paragraphs[0].Length)
        {
            fields.Set(date, "markdown:date-line");
            paragraphs.RemoveAt(0);
        }

        if (paragraphs.Count > 0 && Dateline.Read(paragraphs[0]) is { } dateline)
        {
            fields.Set("dateline", dateline.Text, "first-paragraph");
            fields.Set("agencies", dateline.Agencies, "dateline");
            if (dateline.Date is { Year: > 0 } filed)
            {
                fields.Set(filed, "dateline");
            }
        }

        fields.Set("body", string.Join("\n\n", paragraphs), "markdown");
        if (fields.Get("title") is null && paragraphs.Count > 0)
        {
            fields.Set("title", Headline.Derive(fields.Get("body")!), "derived:first-sentence");
            fields.Warn("title", "derived");
        }
    }
}
