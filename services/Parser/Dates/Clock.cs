using System.Globalization;

namespace Ingest.Parser.Dates;

/// <summary>Writes a time of day.</summary>
internal static class Clock
{
    /// <summary><c>T09:30</c> or <c>T09:30:12.5</c>; null of a time that no clock shows. A leap second is the second before it.</summary>
    public static string? Text(int hour, int minute, int second = -1, string fraction = "")
    {
        if (hour > 23 || minute > 59 || second > 60)
        {
            return null;
        }

        var digits = fraction.TrimEnd('0');
        return second < 0
            ? string.Create(CultureInfo.InvariantCulture, $"T{hour:00}:{minute:00}")
            : string.Create(CultureInfo.InvariantCulture, $"T{hour:00}:{minute:00}:{Math.Min(second, 59):00}{(digits.Length > 0 ? "." : "")}{digits}");
    }
}
