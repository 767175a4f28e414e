using Ingest.Contracts;
using Ingest.Parser.Dates;
using Ingest.Parser.Html.Tree;

namespace Ingest.Parser.Html.Metadata;

/// <summary>
/// The day that readers saw, where the page states a stamp in universal time that falls on another: late in the evening in the
/// Americas it is the next day already.
/// </summary>
internal static class LocalDay
{
    /// <summary>West of Greenwich the day before lasts until noon in universal time.</summary>
    private const int LastHourOfDayBefore = 11;

    /// <summary>East of it the next day has begun: hardly earlier for those who write in zones where most news is written. Earlier it is rather the day of an update.</summary>
    private const int FirstHourOfDayAfter = 21;

    /// <summary>The date to take instead of <paramref name="stamp"/>; null when the stamp is right.</summary>
    /// <param name="stamp">What is stated first.</param>
    /// <param name="metas">What other elements state; the same instant with the place's offset is best.</param>
    /// <param name="times">Dates in marked elements.</param>
    /// <param name="address">The day in the page's address.</param>
    /// <param name="shown">The day near the headline.</param>
    public static (FoundDate Date, string Rule)? Of(
        FoundDate stamp, IEnumerable<(FoundDate Date, string Rule)> metas, List<(PageNode Node, FoundDate Date)> times, FoundDate? address, FoundDate? shown)
    {
        if (stamp is not { Time.Length: > 0 } || !IsUniversal(stamp))
        {
            return null;
        }

        foreach (var other in metas)
        {
            if (other.Date.Time.Length > 6 && !IsUniversal(other.Date) && NewsDate.Start(other.Date.Value) is { } start && start == NewsDate.Start(stamp.Value))
            {
                return other;
            }
        }

        if (times.Find(other => other.Node.Name == "time" && !PageDate.InComments(other.Node)) is { Node: not null } time && IsNextTo(time.Date, stamp))
        {
            return (time.Date, "time");
        }

        if (address is { } day && IsNextTo(day, stamp))
        {
            return (day, "url");
        }

        return shown is { } seen && IsNextTo(seen, stamp) ? (seen, "text") : null;
    }

    private static bool IsUniversal(FoundDate date) => date.Time.EndsWith('Z') || date.Time.EndsWith("+00:00", StringComparison.Ordinal);

    /// <summary>Whether a date without universal time is the neighbouring day, and at that hour it can be.</summary>
    private static bool IsNextTo(FoundDate local, FoundDate stamp)
    {
        if (local.Time.EndsWith('Z') || !int.TryParse(stamp.Time.AsSpan(1, 2), out var hour))
        {
            return false;
        }

        var days = new DateOnly(local.Year, local.Month, local.Day).DayNumber - new DateOnly(stamp.Year, stamp.Month, stamp.Day).DayNumber;
        return (days == -1 && hour <= LastHourOfDayBefore) || (days == 1 && hour >= FirstHourOfDayAfter);
    }
}
