using Ingest.Parser.Dates;

namespace Ingest.Parser.Exports;

/// <summary>Dates as databases write them: in the language of the user interface, with weekday, edition and time behind them.</summary>
internal static class ExportDate
{
    private const int LongestLine = 110;

    private static readonly string[] Editions = ["edition", "ausgabe", "auflage", "édition", "edición", "edizione", "editie", "edição", "final"];

    /// <summary>The day that a line states and says nothing else beside; null of any other line.</summary>
    public static FoundDate? OfLine(ReadOnlySpan<char> line)
    {
        if (line.Length is < 6 or > LongestLine || !(char.IsLetterOrDigit(line[0])))
        {
            return null;
        }

        var text = Spaced(line);
        if (DateReader.Read(text) is not { IsDay: true } date)
        {
            return null;
        }

        var rest = text.AsSpan(date.Length).Trim(" ,;.\u00A0");
        if (rest.IsEmpty)
        {
            return date;
        }

        var word = new TextCursor(rest).Word();
        if (MonthNames.IsWeekday(word))
        {
            // "March 4, 2025 Tuesday 9:50 PM GMT": the time stands behind the day's name.
            var time = rest[word.Length..].Trim(" ,;.\u00A0");
            return DateReader.Read($"{text.AsSpan(0, date.Length)} {time}") is { IsDay: true } timed && timed.Time.Length > 0 && date.Time.Length == 0 ? timed : date;
        }

        return IsEdition(rest) || rest.IndexOf(' ') < 0 && rest.Length <= 14 || rest[0] is '(' or '[' || char.IsDigit(rest[0]) && rest.Length < 30 ? date : null;
    }

    /// <summary>The month that a line states and says nothing else beside, as magazines do.</summary>
    public static FoundDate? MonthOfLine(ReadOnlySpan<char> line)
    {
        if (line.Length is < 6 or > 40 || !char.IsLetter(line[0]))
        {
            return null;
        }

        var text = Spaced(line);
        return DateReader.Read(text) is { Year: > 0, Month: > 0, Day: 0 } date && (text.Length == date.Length || IsEdition(text.AsSpan(date.Length))) ? date : null;
    }

    /// <summary>A date with its time in another field; the day alone when the time is none.</summary>
    public static FoundDate? Of(string? date, string? time)
    {
        if (string.IsNullOrWhiteSpace(date))
        {
            return null;
        }

        var day = Spaced(date);
        return (string.IsNullOrWhiteSpace(time) ? null : DateReader.Read($"{day.Trim()} {time.Trim()}") is { Time.Length: > 0 } timed ? timed : (FoundDate?)null) ?? DateReader.Read(day);
    }

    /// <summary>Whether it names an edition of a newspaper.</summary>
    public static bool IsEdition(ReadOnlySpan<char> text)
    {
        foreach (var word in Editions)
        {
            if (text.Length <= 60 && text.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary><c>2018 年 9 月 30 日</c> without its spaces, and Korean dates in the characters they stand for.</summary>
    private static string Spaced(ReadOnlySpan<char> line)
    {
        var text = line.ToString().Replace('\u00A0', ' ');
        return text.AsSpan().IndexOfAny("年년") < 0
            ? text
            : text.Replace('년', '年').Replace('월', '月').Replace('일', '日').Replace(" ", "", StringComparison.Ordinal);
    }
}
