using Ingest.Parser.Dates;

namespace Ingest.Parser.PlainText;

/// <summary>
/// Finds where articles begin in a file that holds several: at a <c>date …</c> line that opens a paragraph, or at a divider or
/// a wide gap when every part behind one opens like an article.
/// </summary>
internal static class ArticleSplitter
{
    /// <summary>Blank lines in a row that no text has between its paragraphs.</summary>
    private const int LeastGap = 3;

    /// <summary>First lines of the articles, ascending; always at least one.</summary>
    public static List<int> Starts(string text, List<TextLine> lines)
    {
        var starts = AtDateLines(text, lines);
        return starts.Count > 1 ? starts : AtDividers(text, lines) ?? AtGaps(text, lines) ?? [0];
    }

    private static List<int> AtDateLines(string text, List<TextLine> lines)
    {
        var starts = new List<int>(1);
        var pattern = Opening.None;
        var seen = false;
        var previous = -1;
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            if (line.IsBlank)
            {
                continue;
            }

            var atFirst = !seen;
            seen = true;
            var opening = OpeningOf(line.In(text));
            if (atFirst)
            {
                pattern = opening;
                starts.Add(0);
            }
            else if (opening != Opening.None && Begins(opening, pattern, text, lines, i, previous))
            {
                starts.Add(i);
            }

            previous = i;
        }

        if (starts.Count == 0)
        {
            starts.Add(0);
        }

        return starts;
    }

    private static bool Begins(Opening opening, Opening pattern, string text, List<TextLine> lines, int i, int previous)
    {
        var afterBreak = lines[i - 1].IsBlank || lines[i].PageBreak || Separator.Is(lines[previous].In(text));
        return opening switch
        {
            // A headline may itself be followed by "Date: …": alone on its line it opens an article only where the file's first did so.
            Opening.DateAlone => pattern == Opening.DateAlone && afterBreak && i + 1 < lines.Count && !Headline.IsLast(lines, i, lines.Count),
            _ => afterBreak || (pattern == Opening.DateAndHeadline && lines[previous].In(text)[^1] is '.' or '"' or '”' or ')' or '?' or '!'),
        };
    }

    private static Opening OpeningOf(ReadOnlySpan<char> line)
    {
        if (line[0] is not ('d' or 'D' or 'p' or 'P' or 'f' or 'F' or 'v' or 'V' or 'г' or 'д' or 'Д') ||
            HeaderLabel.Read(line, out var value, out var marked) != HeaderField.Date ||
            LengthOfDay(value) is not (> 0 and var length))
        {
            return Opening.None;
        }

        var rest = Headline.AfterDate(value[length..]);
        if (rest.IsEmpty)
        {
            return Opening.DateAlone;
        }

        // "Date 13 February 2025 was set by …" is prose.
        return rest.Length <= 400 && (!char.IsLower(rest[0]) || ((marked || HeaderReader.IsIso(value)) && rest.Length < 150)) ? Opening.DateAndHeadline : Opening.None;
    }

    /// <summary>An impossible day opens an article as well: a program wrote it in the place of one.</summary>
    private static int LengthOfDay(ReadOnlySpan<char> value) =>
        DateReader.Read(value) is { } date ? date.IsDay ? date.Length : 0 : ImpossibleDate.Length(value);

    private static List<int>? AtDividers(string text, List<TextLine> lines)
    {
        List<int>? starts = null;
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].PageBreak || (!lines[i].IsBlank && Separator.Is(lines[i].In(text))))
            {
                (starts ??= [0]).Add(i);
            }
        }

        if (starts is null)
        {
            return null;
        }

        // By index: a file of form feeds has a million starts.
        var kept = new List<int>();
        for (var i = 0; i < starts.Count; i++)
        {
            var repeats = i > 0 && starts[i - 1] == starts[i];
            if (!repeats && !IsEmpty(text, lines, starts[i], i + 1 < starts.Count ? starts[i + 1] : lines.Count))
            {
                kept.Add(starts[i]);
            }
        }

        return kept.Count > 1 && AllOpen(text, lines, kept) ? kept : null;
    }

    /// <summary>Behind several blank lines, where all that stands so opens like an article.</summary>
    private static List<int>? AtGaps(string text, List<TextLine> lines)
    {
        var starts = new List<int> { 0 };
        var blank = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            if (!lines[i].IsBlank && blank >= LeastGap && i > blank)
            {
                starts.Add(i);
            }

            blank = lines[i].IsBlank ? blank + 1 : 0;
        }

        return starts.Count > 1 && AllOpen(text, lines, starts) ? starts : null;
    }

    private static bool AllOpen(string text, List<TextLine> lines, List<int> starts)
    {
        for (var i = 0; i < starts.Count; i++)
        {
            if (!HeaderReader.Read(text, lines, starts[i], i + 1 < starts.Count ? starts[i + 1] : lines.Count).IsOpening)
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsEmpty(string text, List<TextLine> lines, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (!lines[i].IsBlank && !Separator.Is(lines[i].In(text)))
            {
                return false;
            }
        }

        return true;
    }

    private enum Opening
    {
        None, DateAlone, DateAndHeadline,
    }
}
