namespace Ingest.Parser.Dates;

/// <summary>
/// Reads the dates that programs write: W3CDTF and ISO 8601, RFC 822 and its relatives (RFC 850, asctime, two-digit years, odd
/// zones), and whatever else <see cref="DateReader"/> knows.
/// </summary>
internal static class MachineDate
{
    /// <summary>The date; null when it is none.</summary>
    public static FoundDate? Read(string? written)
    {
        var text = (written ?? "").AsSpan().Trim();
        if (text.IsEmpty || text.Length > 100)
        {
            return null;
        }

        return Iso(text) ?? InternetDate.Read(text) ?? Any(text);
    }

    private static FoundDate? Any(ReadOnlySpan<char> text) => DateReader.Read(text) is { } found && text[found.Length..].Length < 20 ? found : null;

    private static FoundDate? Iso(ReadOnlySpan<char> text)
    {
        var cursor = new TextCursor(text);
        var (year, digits) = cursor.Number();
        int month = 0, day = 0;
        if (digits == 8)
        {
            (year, month, day) = (year / 10_000, year / 100 % 100, year % 100);
        }
        else if (digits != 4)
        {
            return null;
        }
        else if (cursor.Skip("-/."))
        {
            (month, digits) = cursor.Number();
            if (digits == 3)
            {
                // A day of the year.
                return year is >= 1000 and <= 2999 && month is > 0 and < 366 ? OfDay(year, month) : null;
            }

            day = cursor.Skip("-/.") ? cursor.Number().Value : 0;
        }

        if (year is < 1000 or > 2999 || month > 12 || (month == 0 && day != 0) || (day != 0 && day > DateTime.DaysInMonth(year, month)))
        {
            return null;
        }

        var time = day == 0 ? "" : Time(ref cursor);
        return time is null || !cursor.AtEnd ? null : new FoundDate { Year = year, Month = month, Day = day, Time = time, Length = text.Length };
    }

    private static FoundDate OfDay(int year, int day)
    {
        var date = new DateOnly(year, 1, 1).AddDays(day - 1);
        return new FoundDate { Year = date.Year, Month = date.Month, Day = date.Day, Time = "" };
    }

    private static string? Time(ref TextCursor cursor)
    {
        cursor.SkipSpaces();
        cursor.Skip("Tt");
        cursor.SkipSpaces();
        if (cursor.AtEnd)
        {
            return "";
        }

        var (hour, digits) = cursor.Number();
        int minute = 0, second = -1;
        if (digits is 4 or 6)
        {
            second = digits == 6 ? hour % 100 : -1;
            hour = digits == 6 ? hour / 100 : hour;
            (hour, minute) = (hour / 100, hour % 100);
        }
        else if (digits is 1 or 2 && cursor.Skip(":"))
        {
            minute = cursor.Number().Value;
            second = cursor.Skip(":") ? cursor.Number().Value : -1;
        }
        else if (digits is not (1 or 2))
        {
            return null;
        }

        // Some programs put a colon before the fraction too.
        var fraction = cursor.Skip(".,") || (second >= 0 && cursor.Skip(":")) ? Digits(ref cursor) : "";
        cursor.SkipSpaces();
        return Clock.Text(hour, minute, second, fraction) is { } clock && Zone(ref cursor) is { } zone ? clock + zone : null;
    }

    private static string Digits(ref TextCursor cursor)
    {
        var rest = cursor.Rest;
        var (_, count) = cursor.Number();
        return rest[..Math.Min(count, 7)].ToString();
    }

    private static string? Zone(ref TextCursor cursor)
    {
        var zone = cursor.Rest.ToString();
        cursor.At += zone.Length;
        return ZoneOffset.Of(zone);
    }
}
