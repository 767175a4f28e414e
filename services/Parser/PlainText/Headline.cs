namespace Ingest.Parser.PlainText;

/// <summary>Tells a headline from a first paragraph, and makes one where there is none.</summary>
internal static class Headline
{
    /// <summary>Longest headline that is derived from a text, in characters.</summary>
    public const int LongestDerived = 120;

    private const int Longest = 220;

    /// <summary>Whether line <paramref name="i"/> is a headline by its looks and by what follows.</summary>
    public static bool Is(string text, List<TextLine> lines, int i, int to, bool hasHeader)
    {
        var line = lines[i].In(text);
        if (line.Length > Longest || !HasLetters(line) || line[^1] is ',' or ';' or ':')
        {
            return false;
        }

        var last = IsLast(lines, i, to);
        if (Dateline.Read(line) is { } dateline && dateline.Text.Length + 12 < line.Length && !last)
        {
            return false;
        }

        var sentence = EndsSentence(line);
        if (last)
        {
            return hasHeader ? line.Length <= 160 : !sentence && line.Length <= LongestDerived;
        }

        var next = lines[i + 1];
        if (next.IsBlank || next.PageBreak || Separator.Is(next.In(text)))
        {
            return !sentence || (hasHeader && line.Length <= LongestDerived) || FollowedByHeader(text, lines, i + 1, to);
        }

        if (IsHeaderItem(next.In(text)) || Dateline.Read(next.In(text)) is not null)
        {
            return true;
        }

        // One line a paragraph, or an indented first paragraph; a wrapped paragraph goes on with a line of the same kind.
        return !sentence && (next.Indent >= lines[i].Indent + 2 || next.Length > line.Length * 3 / 2 || IsWrappedHeadline(text, lines, i, to));
    }

    /// <summary>Adds the second line of a headline that was too long for one; returns how many lines that were.</summary>
    public static int JoinWrapped(Header header, string text, List<TextLine> lines, int i, int to)
    {
        if (!IsWrappedHeadline(text, lines, i, to))
        {
            return 0;
        }

        header.Title += " " + lines[i + 1].In(text).ToString();
        return 1;
    }

    /// <summary>The headline behind a date on its line, without the separator between them.</summary>
    public static ReadOnlySpan<char> AfterDate(ReadOnlySpan<char> rest)
    {
        var trimmed = rest.Trim();
        while (trimmed is ['|' or ':' or ';' or ',' or '-' or '–' or '—' or '·' or '•' or '/', ..])
        {
            trimmed = trimmed[1..].TrimStart();
        }

        return trimmed;
    }

    /// <summary>A title from the first sentence, cut at a word.</summary>
    public static string Derive(string body)
    {
        var start = body.AsSpan();
        if (Dateline.Read(start) is not null && start.IndexOfAny("-–—") is var dash and >= 0 && start[dash..].TrimStart(" -–—") is { Length: > 20 } sentence)
        {
            start = sentence;
        }

        var line = FirstLineWithLetters(start);
        for (var i = 1; i < Math.Min(line.Length - 1, LongestDerived); i++)
        {
            if (line[i] is '.' or '!' or '?' && char.IsWhiteSpace(line[i + 1]) && i > 15 && !(char.IsUpper(line[i - 1]) && line[i] == '.'))
            {
                return line[..(line[i] == '.' ? i : i + 1)].ToString();
            }
        }

        if (line.Length <= LongestDerived)
        {
            return line.TrimEnd('.').ToString();
        }

        var space = line[..LongestDerived].LastIndexOf(' ');
        var cut = space > 40 ? space : LongestDerived - 1;
        // Half a character beyond the basic plane is no text, and would come back from every store as something else.
        cut -= char.IsHighSurrogate(line[cut - 1]) ? 1 : 0;
        return string.Concat(line[..cut].TrimEnd(" ,;:-–—"), "…");
    }

    /// <summary>The first line that says something; a text may open with marks or with a dateline that stands alone.</summary>
    private static ReadOnlySpan<char> FirstLineWithLetters(ReadOnlySpan<char> text)
    {
        foreach (var line in text.EnumerateLines())
        {
            if (HasLetters(line))
            {
                return line.Trim();
            }
        }

        return text.Trim();
    }

    /// <summary>Nothing but blank lines follows.</summary>
    public static bool IsLast(List<TextLine> lines, int i, int to)
    {
        for (var j = i + 1; j < to; j++)
        {
            if (!lines[j].IsBlank)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Ends as a sentence does; a headline has no full stop, though an abbreviation or an ellipsis may end it.</summary>
    public static bool EndsSentence(ReadOnlySpan<char> line)
    {
        var bare = line.TrimEnd("\"'”’»)");
        return bare is [.., var before, '.'] && !char.IsUpper(before) && before != '.' && bare.Length > 20;
    }

    private static bool IsHeaderItem(ReadOnlySpan<char> line) =>
        Byline.Read(line) is not null
        || (HeaderLabel.Read(line, out var value, out var marked) is var field and not HeaderField.None && (marked || (field == HeaderField.Date && Dates.DateReader.Read(value) is not null)))
        || (line.Length <= 60 && Dates.DateReader.Read(line) is { IsDay: true } date && line[date.Length..].Trim().IsEmpty);

    private static bool FollowedByHeader(string text, List<TextLine> lines, int from, int to)
    {
        for (var j = from; j < to; j++)
        {
            if (!lines[j].IsBlank)
            {
                return IsHeaderItem(lines[j].In(text));
            }
        }

        return false;
    }

    private static bool IsWrappedHeadline(string text, List<TextLine> lines, int i, int to)
    {
        if (i + 2 >= to || lines[i].Width is < 45 or > 120)
        {
            return false;
        }

        var next = lines[i + 1];
        return !next.IsBlank && next.Length <= 100 && next.Indent < 2 && lines[i + 2].IsBlank && !EndsSentence(lines[i].In(text)) &&
            lines[i].In(text)[^1] is not ('?' or '!' or ':') && !EndsSentence(next.In(text)) && !Separator.Is(next.In(text)) &&
            !IsHeaderItem(next.In(text)) && Dateline.Read(next.In(text)) is null && !IsLast(lines, i + 1, to);
    }

    private static bool HasLetters(ReadOnlySpan<char> line)
    {
        var letters = 0;
        foreach (var c in line)
        {
            letters += char.IsLetter(c) ? 1 : 0;
        }

        return letters >= 2;
    }
}
