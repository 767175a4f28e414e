using System.Collections.Frozen;
using System.Globalization;

namespace Ingest.Parser.Dates;

/// <summary>Reads a clock time with its offset or zone, after a date.</summary>
internal static class TimeOfDay
{
    private static readonly string[] Introductions = ["at", "um", "à", "a las", "alle", "alle ore", "ore", "às", "om", "в", "T"];

    // Abbreviations that name one offset in news; "CST", "EST" and the like are read as North American.
    private static readonly FrozenDictionary<string, string> Zones = new Dictionary<string, string>
    {
        ["Z"] = "Z", ["UTC"] = "Z", ["GMT"] = "Z", ["WET"] = "+00:00", ["WEST"] = "+01:00", ["BST"] = "+01:00",
        ["CET"] = "+01:00", ["CEST"] = "+02:00", ["MEZ"] = "+01:00", ["MESZ"] = "+02:00", ["EET"] = "+02:00", ["EEST"] = "+03:00",
        ["MSK"] = "+03:00", ["МСК"] = "+03:00", ["TRT"] = "+03:00", ["IRST"] = "+03:30", ["PKT"] = "+05:00", ["SGT"] = "+08:00",
        ["HKT"] = "+08:00", ["AWST"] = "+08:00", ["JST"] = "+09:00", ["KST"] = "+09:00", ["AEST"] = "+10:00", ["AEDT"] = "+11:00",
        ["NZST"] = "+12:00", ["NZDT"] = "+13:00", ["SAST"] = "+02:00", ["EST"] = "-05:00", ["EDT"] = "-04:00", ["CST"] = "-06:00",
        ["CDT"] = "-05:00", ["MST"] = "-07:00", ["MDT"] = "-06:00", ["PST"] = "-08:00", ["PDT"] = "-07:00",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> UnclearZones =
        new[] { "ET", "CT", "MT", "PT", "IST", "AST" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>What was read: text to append to the date, whether it is in American style, a doubt.</summary>
    public readonly record struct Found(string Text, bool American, string? Doubt);

    /// <summary>Reads a time when one is next; else leaves the cursor where it was.</summary>
    public static Found Read(ref TextCursor cursor)
    {
        var start = cursor.At;
        cursor.SkipSpaces();
        if (cursor.Skip(",|") || cursor.Skip("-–—·•"))
        {
            cursor.SkipSpaces();
        }

        foreach (var introduction in Introductions)
        {
            if (cursor.Peek is not (>= '0' and <= '9') && cursor.SkipWord(introduction))
            {
                cursor.SkipSpaces();
            }
        }

        if (Clock(ref cursor) is { } found)
        {
            return found;
        }

        cursor.At = start;
        return new Found("", false, null);
    }

    private static Found? Clock(ref TextCursor cursor)
    {
        var (hour, digits) = cursor.Number();
        if (digits is 0 or > 2)
        {
            return null;
        }

        var separator = cursor.Peek;
        int minute = 0, second = -1;
        var fraction = "";
        var minuteDigits = 0;
        var eastAsian = separator is '时' or '時' or '点' or '點';
        if (eastAsian)
        {
            cursor.At++;
            (minute, minuteDigits) = cursor.Number();
            if (minuteDigits > 2 || (minuteDigits > 0 && !cursor.Skip("分")))
            {
                return null;
            }
        }
        else if (separator is ':' or '.' or 'h' or 'H')
        {
            cursor.At++;
            (minute, minuteDigits) = cursor.Number();
            if (minuteDigits is not 2 && !(minuteDigits == 0 && separator is 'h' or 'H'))
            {
                return null;
            }

            if (separator != '.' && cursor.Peek == ':' && cursor.Rest.Length > 2 && char.IsAsciiDigit(cursor.Rest[1]))
            {
                cursor.At++;
                (second, var secondDigits) = cursor.Number();
                if (secondDigits != 2)
                {
                    return null;
                }

                fraction = Fraction(ref cursor);
            }
        }

        var suffix = Suffix(ref cursor);
        if (suffix is 'a' or 'p')
        {
            if (hour is 0 or > 12)
            {
                return null;
            }

            hour = (hour % 12) + (suffix == 'p' ? 12 : 0);
        }

        var (zone, zoneFound, american, doubt) = Zone(ref cursor);
        // "10" alone is a number of the headline; "10.30" alone may be a price.
        var isTime = separator is ':' || eastAsian || (minuteDigits == 2 && separator is 'h' or 'H') || suffix != '\0' || (minuteDigits == 2 && (zoneFound || cursor.AtEnd));
        if (!isTime || hour > 23 || minute > 59 || second > 59 || char.IsLetterOrDigit(cursor.Peek))
        {
            return null;
        }

        var seconds = second < 0 ? "" : string.Create(CultureInfo.InvariantCulture, $":{second:00}{fraction}");
        return new Found(string.Create(CultureInfo.InvariantCulture, $"T{hour:00}:{minute:00}{seconds}{zone}"), american || suffix is 'a' or 'p', doubt);
    }

    private static string Fraction(ref TextCursor cursor)
    {
        if (cursor.Peek is not ('.' or ',') || cursor.Rest.Length < 2 || !char.IsAsciiDigit(cursor.Rest[1]))
        {
            return "";
        }

        cursor.At++;
        var digits = cursor.Rest;
        var (_, count) = cursor.Number();
        return string.Concat(".", digits[..Math.Min(count, 7)]);
    }

    /// <summary>'a' or 'p' for a.m. and p.m., 'u' for "Uhr" and the like, NUL for none.</summary>
    private static char Suffix(ref TextCursor cursor)
    {
        var start = cursor.At;
        cursor.SkipSpaces();
        foreach (var (word, suffix) in new ReadOnlySpan<(string, char)>([("a.m.", 'a'), ("p.m.", 'p'), ("am", 'a'), ("pm", 'p'), ("Uhr", 'u'), ("uur", 'u'), ("hrs", 'u')]))
        {
            if (cursor.SkipWord(word))
            {
                return suffix;
            }
        }

        cursor.At = start;
        return '\0';
    }

    private static (string Zone, bool Found, bool American, string? Doubt) Zone(ref TextCursor cursor)
    {
        var start = cursor.At;
        cursor.SkipSpaces();
        var spaced = cursor.At > start;
        var parenthesis = cursor.Skip("([");
        var word = cursor.Word();
        if (word.Length > 0 && !parenthesis && OpensHeadline(cursor.Rest, word))
        {
            cursor.At = start;
            return ("", false, false, null);
        }

        if (word.Length > 0 && Zones.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var offset))
        {
            var numeric = offset == "Z" && cursor.Peek is '+' or '-' ? Offset(ref cursor, spaced: false) : null;
            cursor.Skip(")]");
            return (numeric ?? offset, true, offset[0] == '-', null);
        }

        if (word.Length > 0 && UnclearZones.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word))
        {
            cursor.Skip(")]");
            return ("", true, word[^1] == 'T' && word.Length == 2, $"the zone {word} has no fixed offset, the time stands without one");
        }

        if (word.Length == 0 && Offset(ref cursor, spaced) is { } plain)
        {
            cursor.Skip(")]");
            return (plain, true, false, null);
        }

        cursor.At = start;
        return ("", false, false, null);
    }

    /// <summary>
    /// Whether the word is more likely the first of a headline: "10:34 WEST GERMAN BANKS", "10:34 AST RESEARCH INC". Only zones
    /// that are no words and no usual names are believed with a headline right behind them.
    /// </summary>
    private static bool OpensHeadline(ReadOnlySpan<char> rest, ReadOnlySpan<char> word) =>
        rest is [' ', var next, ..] && (char.IsLetterOrDigit(next) || next is '<' or '"' or '\'' or '“' or '‘') &&
        word is not ("UTC" or "GMT" or "Z" or "CET" or "CEST" or "MEZ" or "MESZ" or "EDT" or "EST" or "PDT" or "PST" or "CDT" or "CST" or "MDT" or "MST" or "BST" or "MSK" or "МСК" or "JST" or "ET");

    private static string? Offset(ref TextCursor cursor, bool spaced)
    {
        var sign = cursor.Peek;
        if (!cursor.Skip("+-−"))
        {
            return null;
        }

        var (hours, digits) = cursor.Number();
        var minutes = 0;
        if (digits == 4)
        {
            (hours, minutes) = (hours / 100, hours % 100);
        }
        else if (digits <= 2 && cursor.Peek == ':')
        {
            cursor.At++;
            (minutes, _) = cursor.Number();
        }
        else if (digits is 0 or > 2 || (spaced && sign != '+'))
        {
            return null;
        }

        return hours > 14 || minutes > 59
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"{(sign == '+' ? '+' : '-')}{hours:00}:{minutes:00}");
    }
}
