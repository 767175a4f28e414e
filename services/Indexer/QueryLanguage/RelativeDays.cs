using System.Globalization;

namespace Ingest.Indexer.QueryLanguage;

/// <summary>
/// Days named from today: <c>today</c>, <c>yesterday</c>, <c>7d</c>, <c>2w</c>, <c>3m</c>, <c>1y</c> (the last so many days, weeks, months or years with
/// today; a minus before it changes nothing), <c>thisweek</c>, <c>lastweek</c>, and so on with month and year. Weeks begin on Monday.
/// </summary>
internal static class RelativeDays
{
    public static (DateOnly From, DateOnly To)? Parse(string text, DateOnly today)
    {
        var word = text.Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();
        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        var month = new DateOnly(today.Year, today.Month, 1);
        var year = new DateOnly(today.Year, 1, 1);
        return word switch
        {
            "today" => (today, today),
            "yesterday" => (today.AddDays(-1), today.AddDays(-1)),
            "thisweek" => (monday, today),
            "lastweek" => (monday.AddDays(-7), monday.AddDays(-1)),
            "thismonth" => (month, today),
            "lastmonth" => (month.AddMonths(-1), month.AddDays(-1)),
            "thisyear" => (year, today),
            "lastyear" => (year.AddYears(-1), year.AddDays(-1)),
            _ => Last(word, today),
        };
    }

    private static (DateOnly From, DateOnly To)? Last(string word, DateOnly today)
    {
        if (word.Length is < 2 or > 5 || !int.TryParse(word.AsSpan(0, word.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            || count == 0)
        {
            return null;
        }

        var months = word[^1] switch { 'm' => count, 'y' => count * 12, _ => 0 };
        var days = word[^1] switch { 'd' => count - 1, 'w' => (count * 7) - 1, _ => 0 };
        if (word[^1] is not ('d' or 'w' or 'm' or 'y'))
        {
            return null;
        }

        // Before the first year there is no news; the range simply begins there.
        var first = months >= (today.Year - 1) * 12 || days >= today.DayNumber ? DateOnly.MinValue : today.AddMonths(-months).AddDays(-days);
        return (first, today);
    }
}
