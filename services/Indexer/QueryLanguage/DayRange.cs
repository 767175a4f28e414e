using System.Globalization;

namespace Ingest.Indexer.QueryLanguage;

/// <summary>Calendar days as numbers like 20250213, both inclusive. A month or a year stands for all its days.</summary>
internal readonly record struct DayRange(int From, int To)
{
    private const int Earliest = 0;
    private const int Latest = 9999_12_31;

    /// <summary>
    /// <c>2025</c>, <c>2025-02</c>, <c>2025-02-13</c>, <c>today</c>, <c>7d</c> (see <see cref="RelativeDays"/>), or two of them with <c>..</c> between; an
    /// end may be left out. <c>&gt;2025-02-13</c> and <c>&lt;=2025</c> are understood too.
    /// </summary>
    public static DayRange? Parse(string text, DateOnly today)
    {
        var dots = text.IndexOf("..", StringComparison.Ordinal);
        if (dots >= 0)
        {
            var (from, to) = (text[..dots], text[(dots + 2)..]);
            return from.Length + to.Length == 0 ? null : Between(from, to, today);
        }

        var sign = text.AsSpan().IndexOfAnyExcept("<>=");
        if (sign <= 0)
        {
            return Day(text, today);
        }

        var day = Day(text[sign..], today);
        return text[..sign] switch
        {
            ">" => day is { } after ? new DayRange(after.To + 1, Latest) : null,
            ">=" => day is { } since ? new DayRange(since.From, Latest) : null,
            "<" => day is { } before ? new DayRange(Earliest, before.From - 1) : null,
            "<=" => day is { } until ? new DayRange(Earliest, until.To) : null,
            "=" => day,
            _ => null,
        };
    }

    /// <summary>From the first day of one date to the last day of another; null or empty leaves the end open.</summary>
    public static DayRange? Between(string? from, string? to, DateOnly today)
    {
        var first = string.IsNullOrEmpty(from) ? new DayRange(Earliest, Earliest) : Day(from, today);
        var last = string.IsNullOrEmpty(to) ? new DayRange(Latest, Latest) : Day(to, today);
        return first is { } start && last is { } end ? new DayRange(start.From, end.To) : null;
    }

    /// <summary>As <c>date:</c> takes it.</summary>
    public override string ToString() =>
        From == Earliest ? $"..{Text(To)}" : To == Latest ? $"{Text(From)}.." : From == To ? Text(From) : $"{Text(From)}..{Text(To)}";

    private static DayRange? Day(string text, DateOnly today)
    {
        if (RelativeDays.Parse(text, today) is { } relative)
        {
            return new DayRange(Number(relative.From), Number(relative.To));
        }

        var format = text.Length switch { 4 => "yyyy", 7 => "yyyy-MM", 10 => "yyyy-MM-dd", _ => null };
        if (format is null || !DateOnly.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var first))
        {
            return null;
        }

        var number = Number(first);
        return text.Length switch { 4 => new DayRange(number, number + 1130), 7 => new DayRange(number, number + 30), _ => new DayRange(number, number) };
    }

    // A month's last day is written as 31 whatever it is: these are numbers to compare, not dates.
    private static int Number(DateOnly day) => (day.Year * 10000) + (day.Month * 100) + day.Day;

    private static string Text(int number)
    {
        var (year, month) = (number / 10000, Math.Clamp(number / 100 % 100, 1, 12));
        var day = Math.Clamp(number % 100, 1, year is > 0 and < 10000 ? DateTime.DaysInMonth(year, month) : 31);
        return string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}-{day:00}");
    }
}
