using System.Globalization;

namespace Ingest.Indexer.QueryLanguage;

/// <summary>Calendar days as numbers like 20250213, both inclusive. A month or a year stands for all its days.</summary>
internal readonly record struct DayRange(int From, int To)
{
    /// <summary><c>2025</c>, <c>2025-02</c>, <c>2025-02-13</c>, or two of them with <c>..</c> between; an end may be left out.</summary>
    public static DayRange? Parse(string text)
    {
        var dots = text.IndexOf("..", StringComparison.Ordinal);
        if (dots < 0)
        {
            return Between(text, text);
        }

        var (from, to) = (text[..dots], text[(dots + 2)..]);
        return from.Length + to.Length == 0 ? null : Between(from, to);
    }

    /// <summary>From the first day of one date to the last day of another; null or empty leaves the end open.</summary>
    public static DayRange? Between(string? from, string? to)
    {
        var first = string.IsNullOrEmpty(from) ? 0 : Number(from, "0101");
        var last = string.IsNullOrEmpty(to) ? 99991231 : Number(to, "1231");
        return first is { } start && last is { } end ? new DayRange(start, end) : null;
    }

    private static int? Number(string date, string rest)
    {
        var format = date.Length switch { 4 => "yyyy", 7 => "yyyy-MM", 10 => "yyyy-MM-dd", _ => null };
        if (format is null || !DateOnly.TryParseExact(date, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
        {
            return null;
        }

        // A month's last day is written as 31 whatever it is: these are numbers to compare, not dates.
        var digits = date.Replace("-", "", StringComparison.Ordinal);
        return int.Parse(digits + rest[(digits.Length - 4)..], CultureInfo.InvariantCulture);
    }
}
