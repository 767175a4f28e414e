using System.Globalization;
using Ingest.Queries;

namespace Ingest.Indexer.Facets;

/// <summary>Gathers days as written (<c>2025-02-13</c>, <c>2025-02</c>, <c>2025</c>) into bars.</summary>
internal static class Histogram
{
    private const int MostBars = 100;

    public static DateHistogram Of(IReadOnlyList<(string Value, long Count)> days, long undated)
    {
        if (days.Count == 0)
        {
            return new DateHistogram("day", [], undated);
        }

        // ISO dates sort as text; a month or a year counts as its first day, as in searches by date.
        var dated = days.Select(day => (Day: FirstDay(day.Value), day.Count)).ToList();
        var (first, last) = (dated.Min(day => day.Day), dated.Max(day => day.Day));
        var (unit, format) = last.DayNumber - first.DayNumber < MostBars ? ("day", "yyyy-MM-dd")
            : ((last.Year - first.Year) * 12) + last.Month - first.Month < MostBars ? ("month", "yyyy-MM")
            : ("year", "yyyy");
        var bars = dated.GroupBy(day => day.Day.ToString(format, CultureInfo.InvariantCulture))
            .Select(period => new DateBar(period.Key, period.Sum(day => day.Count)))
            .OrderBy(bar => bar.Period, StringComparer.Ordinal);
        return new DateHistogram(unit, [.. bars], undated);
    }

    private static DateOnly FirstDay(string day) => DateOnly.ParseExact(
        day.Length switch { 4 => day + "-01-01", 7 => day + "-01", _ => day }, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
