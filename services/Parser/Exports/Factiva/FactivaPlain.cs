using System.Buffers;
using Ingest.Parser.Agencies;
using Ingest.Parser.Articles;
using Ingest.Parser.Dates;
using Ingest.Parser.PlainText;

namespace Ingest.Parser.Exports.Factiva;

/// <summary>
/// Reads a document in Factiva's form without field labels: section, headline, author, number of words, date, time, source, its code, edition and
/// page, language, rights, text; each on a line of its own, in the language of the user interface.
/// </summary>
internal static class FactivaPlain
{
    private const int MostAbove = 6;
    private const int MostBelow = 12;

    private static readonly SearchValues<char> Number = SearchValues.Create("0123456789.,'’ \u00A0\u202F");
    private static readonly SearchValues<char> NotWord = SearchValues.Create("0123456789:/- ");
    private static readonly SearchValues<char> Code = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

    /// <summary>The fields, or null when the lines are not of this form.</summary>
    public static ArticleFields? Read(ExportText text, int from, int to, bool first)
    {
        var lines = new List<int>();
        for (var i = from; i < to; i++)
        {
            if (!text.Lines[i].IsBlank)
            {
                lines.Add(i);
            }
        }

        var words = 0;
        while (words + 1 < lines.Count && !(IsWordCount(text[lines[words]]) && ExportDate.OfLine(text[lines[words + 1]]) is not null))
        {
            words++;
        }

        if (words + 1 >= lines.Count)
        {
            return null;
        }

        var fields = new ArticleFields();
        ReadAbove(text, lines[Math.Max(0, words - MostAbove)..words], first, fields);
        var body = ReadBelow(text, lines, words + 1, fields, out var rights);
        ReadBody(text, lines, body, rights, fields);
        return fields;
    }

    /// <summary><c>1,144 words</c>, <c>936 Wörter</c>, <c>3498 字</c>: a number and one word that is no month.</summary>
    public static bool IsWordCount(ReadOnlySpan<char> line)
    {
        if (line.Length is < 3 or > 28 || !char.IsAsciiDigit(line[0]))
        {
            return false;
        }

        var end = line.IndexOfAnyExcept(Number);
        if (end < 1)
        {
            return false;
        }

        var word = line[end..];
        return word.Length <= 12 && MonthNames.Month(word) == 0 && !word.ContainsAny(NotWord) && char.IsLetter(word[0]) && word is not ("年" or "GMT");
    }

    private static void ReadAbove(ExportText text, List<int> above, bool first, ArticleFields fields)
    {
        var headline = above.FindLastIndex(line => text.Role(line) == LineRole.Headline);
        headline = headline >= 0 ? headline : above.FindLastIndex(line => text.Role(line) == LineRole.Strong);
        var author = above.FindLastIndex(line => text.Role(line) == LineRole.Author);
        if (headline < 0)
        {
            author = author >= 0 ? author : above.Count > 1 ? above.FindLastIndex(line => line > above[0] && IsAuthor(text[line])) : -1;
            headline = (author >= 0 ? author : above.Count) - 1;
        }
        else if (author < 0 && headline + 1 < above.Count && IsAuthor(text[above[headline + 1]]))
        {
            author = headline + 1;
        }

        if (headline >= 0)
        {
            var begin = headline;
            while (begin > 0 && text.Role(above[begin]) != LineRole.None && text.Role(above[begin - 1]) == text.Role(above[headline]) && above[begin - 1] == above[begin] - 1)
            {
                begin--;
            }

            fields.Set("title", text.Join(above[begin], above[headline] + 1), "factiva:headline");
            // What stands above the headline of the first document may be a list of all headlines.
            fields.Set("section", begin > 0 && !first && text[above[begin - 1]].Length < 80 ? SectionName.Of(text[above[begin - 1]].ToString()) : null, "factiva:section");
        }

        if (author >= 0)
        {
            ExportPeople.Set(fields, text[above[author]].ToString(), "factiva:author");
        }

        foreach (var line in above.Skip(Math.Max(headline, 0) + 1))
        {
            fields.Set("agencies", KnownAgencies.Find(text[line]) is { } agency ? [agency] : [], "factiva:credit");
        }
    }

    /// <summary>Date to rights; the line where the text begins.</summary>
    private static int ReadBelow(ExportText text, List<int> lines, int at, ArticleFields fields, out string rights)
    {
        var date = text[lines[at++]].ToString();
        var time = at < lines.Count && IsTime(text[lines[at]]) ? text[lines[at++]].ToString() : null;
        fields.Set(ExportDate.Of(date, time), "factiva:date");
        fields.Set("source", at < lines.Count ? text[lines[at++]].ToString() : null, "factiva:source");
        var body = at;
        rights = "";
        for (var i = at; i < lines.Count && i < at + MostBelow; i++)
        {
            var line = text[lines[i]];
            if (Rights.Is(line))
            {
                // The notice may go on over the lines of its paragraph.
                rights = line.ToString();
                body = i + 1;
                while (body < lines.Count && lines[body] == lines[body - 1] + 1 && HasBlankLines(text, lines))
                {
                    body++;
                }

                break;
            }

            if (text.Role(lines[i]) == LineRole.Body || line.Length > 120)
            {
                break;
            }

            if (IsSourceCode(line) && body == i || fields.Set("language", ExportLanguage.Of(line.ToString()), "factiva:language"))
            {
                body = i + 1;
            }
        }

        return body;
    }

    private static void ReadBody(ExportText text, List<int> lines, int body, string rights, ArticleFields fields)
    {
        var marked = lines.FindIndex(line => text.Role(line) == LineRole.Body);
        var (from, to) = marked < 0
            ? (body, IsPublisher(text, lines, body, fields.Get("source") ?? "", rights) ? lines.Count - 1 : lines.Count)
            : (Math.Max(marked, 0), lines.FindLastIndex(line => text.Role(line) == LineRole.Body) + 1);
        var paragraphs = from < to ? text.Body(lines[from], lines[to - 1] + 1) : "";
        fields.Set("body", paragraphs, "factiva:text");
        if (Dateline.Read(paragraphs) is { } dateline)
        {
            fields.Set("dateline", dateline.Text, "first-paragraph");
            fields.Set("agencies", dateline.Agencies, "dateline");
        }
    }

    /// <summary>The publisher's name stands under the text, alone, without a full stop, and in the notice of rights or the source's name as well.</summary>
    private static bool IsPublisher(ExportText text, List<int> lines, int body, string source, string rights)
    {
        if (lines.Count - 1 <= body || text[lines[^1]] is not { Length: <= 80 } last)
        {
            return false;
        }

        var name = last.ToString().Split('(')[0].TrimEnd('.', ' ');
        name = CompanyForm.Without(name);
        return name.Length >= 3 && (rights.Contains(name, StringComparison.OrdinalIgnoreCase) || name.Contains(source, StringComparison.OrdinalIgnoreCase) && source.Length > 3 || source.Contains(name, StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsAuthor(ReadOnlySpan<char> line) =>
        Byline.Read(line) is not null || (line.Length <= 48 && line.Count(' ') is >= 1 and <= 4 && Byline.OfNames(line, strict: true) is { Authors.Count: > 0, Source: null });

    private static bool IsTime(ReadOnlySpan<char> line)
    {
        var cursor = new TextCursor(line);
        return line.Length <= 24 && cursor.Number() is { Digits: 1 or 2, Value: < 25 } && cursor.Peek is ':' or '.' or 'h' or '時' or '时' && cursor.Rest.Length > 2 && char.IsAsciiDigit(cursor.Rest[1]);
    }

    private static bool IsSourceCode(ReadOnlySpan<char> line) => line.Length is >= 2 and <= 8 && !line.ContainsAnyExcept(Code);

    /// <summary>Paragraphs are parted by blank lines, so lines that follow each other are one.</summary>
    private static bool HasBlankLines(ExportText text, List<int> lines) => lines.Count > 1 && text.Lines.Count - lines[0] > 0 && lines[^1] - lines[0] + 1 > lines.Count * 3 / 2;
}
