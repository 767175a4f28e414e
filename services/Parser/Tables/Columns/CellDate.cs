using System.Buffers;
using System.Globalization;
using Ingest.Parser.Dates;

namespace Ingest.Parser.Tables.Columns;

/// <summary>
/// Reads the dates that stand in tables: whatever <see cref="MachineDate"/> reads, seconds or milliseconds since 1970, and the
/// fourteen digits of year to second in one.
/// </summary>
internal static class CellDate
{
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789.");
    private const long FirstSecond = 100_000_000;
    private const long LastSecond = 4_102_444_800;

    /// <param name="written">The cell.</param>
    /// <param name="monthFirst">Whether the month comes first in dates such as 2/13/2025; null when the column does not tell.</param>
    public static FoundDate? Read(ReadOnlySpan<char> written, bool? monthFirst)
    {
        var text = written.Trim().Trim('"');
        if (text.IsEmpty || text.Length > 100)
        {
            return null;
        }

        if (char.IsAsciiDigit(text[0]) && text.IndexOfAnyExcept(Digits) < 0 && Number(text) is { } number)
        {
            return number;
        }

        if (monthFirst is { } order && OrderedParts(text) is { } parts)
        {
            var (first, second, rest) = parts;
            text = string.Concat(order ? second : first, ".", order ? first : second, string.Concat(".", rest));
        }

        return MachineDate.Read(text.ToString());
    }

    /// <summary>Whether a numeric date must have its month first; null when it may have either.</summary>
    public static bool? OrderOf(ReadOnlySpan<char> text) =>
        OrderedParts(text) is { } parts && int.TryParse(parts.First, CultureInfo.InvariantCulture, out var first) && int.TryParse(parts.Second, CultureInfo.InvariantCulture, out var second)
            ? first > 12 ? false : second > 12 ? true : null
            : null;

    /// <summary>Of <c>2/13/2025 09:30</c> the first two numbers and the rest.</summary>
    private static (string First, string Second, string Tail)? OrderedParts(ReadOnlySpan<char> text)
    {
        var cursor = new TextCursor(text);
        var first = cursor.Number().Digits;
        if (first is not (1 or 2) || !cursor.Skip("/-"))
        {
            return null;
        }

        var start = cursor.At;
        if (cursor.Number().Digits is not (1 or 2) || cursor.Peek is not ('/' or '-'))
        {
            return null;
        }

        var second = text[start..cursor.At].ToString();
        cursor.At++;
        return cursor.Rest.Length >= 2 && char.IsAsciiDigit(cursor.Peek) ? (text[..first].ToString(), second, cursor.Rest.ToString()) : null;
    }

    private static FoundDate? Number(ReadOnlySpan<char> digits)
    {
        var dot = digits.IndexOf('.');
        var whole = dot >= 0 ? digits[..dot] : digits;
        if (dot > 0 && whole.Length < 9)
        {
            return null;
        }

        if (whole.Length is 12 or 14 && whole[..2] is "19" or "20" && Compact(whole) is { } compact)
        {
            return compact;
        }

        if (!long.TryParse(whole, CultureInfo.InvariantCulture, out var value))
        {
            return null;
        }

        var seconds = whole.Length switch { 9 or 10 => value, 12 or 13 => value / 1_000, 15 or 16 => value / 1_000_000, 18 or 19 => value / 1_000_000_000, _ => 0 };
        if (seconds is < FirstSecond or > LastSecond)
        {
            return null;
        }

        var instant = DateTimeOffset.FromUnixTimeSeconds(seconds);
        return new FoundDate { Year = instant.Year, Month = instant.Month, Day = instant.Day, Time = instant.ToString("'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), Length = digits.Length };
    }

    private static FoundDate? Compact(ReadOnlySpan<char> digits) =>
        MachineDate.Read(string.Concat(digits[..8], "T", digits[8..])) is { Month: > 0 } found ? found : null;
}
