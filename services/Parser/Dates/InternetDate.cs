namespace Ingest.Parser.Dates;

/// <summary>
/// Reads RFC 822 dates and their relatives by their words, in whatever order: <c>Thu, 13 Feb 25 09:30 EST</c>,
/// <c>Thursday, 13-Feb-2025 09:30:00 GMT</c>, <c>Thu Feb 13 09:30:00 2025</c>.
/// </summary>
internal static class InternetDate
{
    private const string Separators = " ,\t\r\n";

    public static FoundDate? Read(ReadOnlySpan<char> text)
    {
        int year = 0, month = 0, day = 0;
        var (time, zone, doubt) = ("", "", (string?)null);
        var rest = text;
        while (Word(ref rest) is { IsEmpty: false } word)
        {
            if (word.Contains(':') && char.IsAsciiDigit(word[0]))
            {
                // What follows a time is its zone, but asctime has the year there.
                var tail = rest.Trim();
                if (tail.Length >= 4 && int.TryParse(tail[^4..], System.Globalization.CultureInfo.InvariantCulture, out var last) && year == 0 && last is >= 1000 and <= 2999 && !"+-".Contains(tail.Length > 4 ? tail[^5] : ' '))
                {
                    year = last;
                    tail = tail[..^4].TrimEnd();
                }

                if (Time(word, tail, out time, out zone) is false)
                {
                    return null;
                }

                break;
            }

            if (!Part(word, ref year, ref month, ref day, ref doubt))
            {
                return null;
            }
        }

        return year is < 1000 or > 2999 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)
            ? null
            : new FoundDate { Year = year, Month = month, Day = day, Time = time + zone, Length = text.Length, Doubt = doubt };
    }

    /// <summary>Cuts off the next word; in <c>13-Feb-2025</c> each part is one.</summary>
    private static ReadOnlySpan<char> Word(ref ReadOnlySpan<char> rest)
    {
        rest = rest.TrimStart(Separators).TrimStart('-');
        var end = rest.IndexOfAny(Separators);
        var word = end < 0 ? rest : rest[..end];
        if (!word.Contains(':') && word.IndexOf('-') is var dash and > 0)
        {
            word = word[..dash];
        }

        rest = rest[word.Length..];
        return word;
    }

    private static bool Part(ReadOnlySpan<char> word, ref int year, ref int month, ref int day, ref string? doubt)
    {
        if (char.IsAsciiDigit(word[0]))
        {
            var cursor = new TextCursor(word);
            var (value, digits) = cursor.Number();
            if (!cursor.AtEnd && !cursor.Rest.SequenceEqual(".") && !(cursor.Rest.Length == 2 && day == 0))
            {
                return false;
            }

            if (digits <= 2 && day == 0)
            {
                day = value;
            }
            else if (digits is 2 or 4 && year == 0)
            {
                year = digits == 4 ? value : value + (value < 70 ? 2000 : 1900);
                doubt ??= digits == 4 ? null : "the year has two digits";
            }
            else
            {
                return false;
            }

            return true;
        }

        word = word.TrimEnd('.');
        if (month == 0 && MonthNames.Month(word) is var named and > 0 && (day != 0 || !MonthNames.IsWeekday(word)))
        {
            month = named;
            return true;
        }

        // The name of the day says nothing that the date does not, in whatever language it is.
        return day == 0 && month == 0 && word.Length <= 14;
    }

    private static bool Time(ReadOnlySpan<char> word, ReadOnlySpan<char> tail, out string time, out string zone)
    {
        (time, zone) = ("", "");
        var cursor = new TextCursor(word);
        var hour = cursor.Number().Value;
        cursor.Skip(":");
        var minute = cursor.Number().Value;
        var second = cursor.Skip(":") ? cursor.Number().Value : -1;
        if (cursor.Skip("."))
        {
            cursor.Number();
        }

        if (tail.StartsWith("pm", StringComparison.OrdinalIgnoreCase) || tail.StartsWith("am", StringComparison.OrdinalIgnoreCase))
        {
            hour = hour > 12 ? hour : (hour % 12) + (tail[0] is 'p' or 'P' ? 12 : 0);
            tail = tail[2..].TrimStart();
        }

        // A zone may stand against the time: "09:30:00Z".
        if (Clock.Text(hour, minute, second) is not { } clock || ZoneOffset.Of(cursor.AtEnd ? tail : cursor.Rest) is not { } offset)
        {
            return false;
        }

        (time, zone) = (clock, offset);
        return true;
    }
}
