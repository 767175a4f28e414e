using Ingest.Parser.Articles;
using Ingest.Parser.PlainText;

namespace Ingest.Parser.Exports.Europresse;

/// <summary>Reads a document of Europresse: publication, section with date and page, kicker, headline, author, text, rights, number.</summary>
internal static class EuropresseDocument
{
    private const int LongestAuthor = 80;
    private const int MostKickers = 4;

    public static ArticleFields Read(ExportText text, EuropresseHeader header, int from, int to)
    {
        var fields = new ArticleFields();
        var publication = EuropresseHeader.Above(text, header.Line, from);
        fields.Set("source", publication >= 0 && text[publication].Length < 100 ? text[publication].ToString() : null, "europresse:publication");
        fields.Set(header.Date, "europresse:date");
        fields.Set("section", SectionName.Of(header.Section), "europresse:section");

        var lines = new List<int>();
        for (var i = header.Line + 1; i < to && !Rights.Is(text[i]) && !IsAside(text[i]); i++)
        {
            if (!text.Lines[i].IsBlank)
            {
                lines.Add(i);
            }
        }

        if (lines.Count == 0)
        {
            return fields;
        }

        // A kicker may stand above the headline.
        var headline = lines.FindIndex(line => text.Role(line) == LineRole.Headline);
        headline = headline >= 0 ? headline : Math.Max(0, lines.FindIndex(0, Math.Min(MostKickers, lines.Count), line => text.Role(line) == LineRole.Strong));

        fields.Set("title", text[lines[headline]].ToString(), "europresse:headline");
        var body = lines.FindIndex(headline + 1, line => text.Role(line) == LineRole.Body);
        var begin = body >= 0 ? body : headline + 1;
        for (var i = headline + 1; i < lines.Count && (body >= 0 ? i < body : i == headline + 1); i++)
        {
            if (text[lines[i]].Length <= LongestAuthor && (body >= 0 || Byline.OfNames(text[lines[i]], strict: true) is { Authors.Count: > 0, Source: null } || Byline.Read(text[lines[i]]) is not null))
            {
                ExportPeople.Set(fields, text[lines[i]].ToString(), "europresse:author");
                begin = Math.Max(begin, i + 1);
            }
        }

        var last = body >= 0 ? lines.FindLastIndex(line => text.Role(line) == LineRole.Body) : lines.Count - 1;
        fields.Set("body", begin <= last ? text.Body(lines[begin], lines[last] + 1) : "", "europresse:text");
        return fields;
    }

    /// <summary>Captions and notes stand under the text.</summary>
    private static bool IsAside(ReadOnlySpan<char> line) =>
        line.Length < 40 && line.TrimEnd(": \u00A0") is "Illustration(s)" or "Note(s)" or "Illustrations" or "Encadré(s)";
}
