using System.Globalization;

namespace Ingest.Indexer.Query;

/// <summary>Days as numbers, 20250213, from dates of any precision.</summary>
internal static class DayRange
{
    /// <summary>First day of a date as written (<c>2025</c>, <c>2025-02</c>, <c>2025-02-13</c>, with or without a time); null when it is none.</summary>
    public static int? First(string? date) => Read(date) is { } parts ? Number(parts.Year, parts.Month ?? 1, parts.Day ?? 1) : null;

    /// <summary>Last day that a date as written may mean.</summary>
    public static int? Last(string? date) => Read(date) is { } parts
        ? Number(parts.Year, parts.Month ?? 12, parts.Day ?? DateTime.DaysInMonth(parts.Year, parts.Month ?? 12))
        : null;

    /// <summary><c>2025-02</c>, or <c>2025-02-13..2025-03</c> with either end left out.</summary>
    public static (int From, int To)? Parse(string text)
    {
        var dots = text.IndexOf("..", StringComparison.Ordinal);
        var (from, to) = dots < 0 ? (text, text) : (text[..dots], text[(dots + 2)..]);
        if (from.Length == 0 && to.Length == 0)
        {
            return null;
        }

        var first = from.Length == 0 ? 0 : First(from);
        var last = to.Length == 0 ? int.MaxValue : Last(to);
        return first is { } begin && last is { } end ? (begin, end) : null;
    }

    private static int Number(int year, int month, int day) => (year * 10_000) + (month * 100) + day;

    private static (int Year, int? Month, int? Day)? Read(string? date)
    {
        var text = date?.Length > 10 ? date[..10] : date;
        return text?.Length switch
        {
            4 when Try(text, "yyyy", out var year) => (year.Year, null, null),
            7 when Try(text, "yyyy-MM", out var month) => (month.Year, month.Month, null),
            10 when Try(text, "yyyy-MM-dd", out var day) => (day.Year, day.Month, day.Day),
            _ => null,
        };
    }

    private static bool Try(string text, string format, out DateOnly date) =>
        DateOnly.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out date);
}
