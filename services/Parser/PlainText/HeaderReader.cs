using Ingest.Parser.Dates;

namespace Ingest.Parser.PlainText;

/// <summary>Reads what stands above the body, in whatever order it comes: date, headline, byline, labelled fields.</summary>
internal static class HeaderReader
{
    private const int MostHeaderLines = 16;

    /// <summary>Reads the header of the lines from <paramref name="from"/> up to <paramref name="to"/> (exclusive).</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="lines">Its lines.</param>
    /// <param name="from">First line.</param>
    /// <param name="to">Behind the last line.</param>
    /// <param name="title">The headline, where it is known before the lines are read.</param>
    /// <param name="titleRule">What found it.</param>
    public static Header Read(string text, List<TextLine> lines, int from, int to, string? title = null, string titleRule = "")
    {
        var header = new Header { End = from, Title = title, TitleRule = titleRule };
        var first = title is null;
        var read = 0;
        for (var i = from; i < to && read < MostHeaderLines; i++)
        {
            var line = lines[i];
            if (line.IsBlank || Separator.Is(line.In(text)))
            {
                continue;
            }

            if (!TryLine(header, text, lines, i, to, first, out var used))
            {
                break;
            }

            first = false;
            read++;
            i += used - 1;
            header.End = i + 1;
            if (header.BodyStart >= 0)
            {
                header.End = i;
                break;
            }
        }

        return header;
    }

    private static bool TryLine(Header header, string text, List<TextLine> lines, int i, int to, bool first, out int used)
    {
        used = 1;
        var line = lines[i].In(text);
        var field = HeaderLabel.Read(line, out var value, out var marked);
        if (field != HeaderField.None && TryField(header, field, value, marked, first, lines[i]))
        {
            if (header.TitleRule == "header:date-line" && header.DateRule == "header:date-line" && first)
            {
                used += Headline.JoinWrapped(header, text, lines, i, to);
            }

            return true;
        }

        if (header.Date is null && TryBareDate(header, line, first))
        {
            return true;
        }

        if (header.Byline is null && Byline.Read(line) is { } byline && (!first || !Headline.IsLast(lines, i, to)))
        {
            header.Byline = byline;
            if (byline.Date is { } date && header.Date is null)
            {
                header.Date = date;
                header.DateRule = "byline:date";
            }

            return true;
        }

        if (header.Title is null && Headline.Is(text, lines, i, to, hasHeader: header.IsOpening))
        {
            header.Title = line.ToString();
            header.TitleRule = "headline";
            used += Headline.JoinWrapped(header, text, lines, i, to);
            return true;
        }

        return false;
    }

    private static bool TryField(Header header, HeaderField field, ReadOnlySpan<char> value, bool marked, bool first, TextLine line)
    {
        switch (field)
        {
            case HeaderField.Date when header.Date is null:
                return TryDateLine(header, value, marked);
            case HeaderField.Updated when DateReader.Read(value) is { } updated && value[updated.Length..].Trim().IsEmpty:
                header.Updated = updated;
                return true;
            case HeaderField.Title when header.Title is null && !value.IsEmpty:
                header.Title = value.ToString();
                header.TitleRule = "header:title";
                return true;
            case HeaderField.Byline when header.Byline is null && Byline.OfNames(value, strict: line.Length > 80) is { } byline:
                header.Byline = byline;
                return true;
            case HeaderField.Source when header.Source is null && value.Length is > 0 and <= 80:
                header.Source = value.ToString();
                return true;
            case HeaderField.Url when header.Url is null && (value.StartsWith("http", StringComparison.OrdinalIgnoreCase) || value.StartsWith("www.", StringComparison.OrdinalIgnoreCase)):
                header.Url = value.ToString();
                return true;
            case HeaderField.Section when header.Section is null && value.Length is > 0 and <= 60 && !first:
                header.Section = value.ToString();
                return true;
            case HeaderField.Language when header.Language is null && value.Length is > 1 and <= 20:
                header.Language = value.ToString();
                return true;
            case HeaderField.Dateline when header.Dateline is null && value.Length is > 0 and <= 80:
                header.Dateline = value.ToString();
                return true;
            case HeaderField.Agency when value.Length is > 0 and <= 80 && !first:
                header.Agencies.AddRange(value.ToString().Split([',', ';', '/'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                    .Select(name => Agencies.KnownAgencies.Find(name) ?? name));
                return true;
            case HeaderField.Body when !first && (value.IsEmpty || header.IsOpening):
                header.BodyStart = line.Start + line.Length - value.Length;
                return true;
            default:
                return false;
        }
    }

    /// <summary><c>date 2025-02-13 Headline</c>, or the date alone.</summary>
    private static bool TryDateLine(Header header, ReadOnlySpan<char> value, bool marked)
    {
        if (DateReader.Read(value) is not { } date)
        {
            if (ImpossibleDate.Length(value) is var length and > 0)
            {
                header.UnreadableDate ??= value[..length].ToString();
                SetTitle(header, Headline.AfterDate(value[length..]));
                return true;
            }

            // "Date: soon" states no date; a headline that happens to begin with the word has no colon and no digits.
            if (marked && value.Length is > 0 and <= 40 && value.IndexOfAnyInRange('0', '9') >= 0)
            {
                header.UnreadableDate ??= value.ToString();
                return true;
            }

            return false;
        }

        var rest = Headline.AfterDate(value[date.Length..]);
        if (!marked && (!date.IsDay || (!rest.IsEmpty && char.IsLower(rest[0]) && !IsIso(value))))
        {
            return false;
        }

        header.Date = date;
        header.DateRule = "header:date-line";
        SetTitle(header, rest);
        return true;
    }

    private static void SetTitle(Header header, ReadOnlySpan<char> behindDate)
    {
        if (!behindDate.IsEmpty && header.Title is null)
        {
            header.Title = behindDate.ToString();
            header.TitleRule = "header:date-line";
        }
    }

    /// <summary>Begins with a year in digits: prose writes "date 13 February 2025 was set", and files <c>date 2025-02-13 headline</c>.</summary>
    public static bool IsIso(ReadOnlySpan<char> value) => value.Length > 4 && value[..4].IndexOfAnyExceptInRange('0', '9') < 0;

    /// <summary>A line that is a date and nothing else; as the first line also an ISO date with the headline behind it.</summary>
    private static bool TryBareDate(Header header, ReadOnlySpan<char> line, bool first)
    {
        if (line.Length < 6 || DateReader.Read(line) is not { IsDay: true } date)
        {
            return false;
        }

        var rest = line[date.Length..].Trim();
        var headline = Headline.AfterDate(rest);
        var byline = !first && header.Byline is null ? Byline.Read(headline) : null;
        if (rest.IsEmpty || rest is "." || byline is not null)
        {
            header.Date = date;
            header.DateRule = "header:date";
            header.Byline ??= byline;
            return true;
        }

        var separated = headline.Length < rest.Length;
        if (!first || headline.IsEmpty || line.Length > 250 || !(separated || char.IsDigit(line[3])) || char.IsLower(headline[0]))
        {
            return false;
        }

        header.Date = date;
        header.DateRule = "header:leading-date";
        header.Title = headline.ToString();
        header.TitleRule = "header:leading-date";
        return true;
    }
}
