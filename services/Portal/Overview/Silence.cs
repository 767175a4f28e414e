using Ingest.Queries;

namespace Ingest.Portal.Overview;

/// <summary>
/// Whether a source is strangely quiet: it came on most days, and has not come for longer than ever in the four weeks that are known. A
/// source that comes once a month, or came once with an archive, is not missed.
/// </summary>
internal static class Silence
{
    private const int DaysToKnow = 5;

    public static bool IsStrange(SourceActivity source)
    {
        var days = source.PerDay.Select((articles, day) => (articles, day)).Where(pair => pair.articles > 0).Select(pair => pair.day).ToList();
        if (days.Count < DaysToKnow)
        {
            return false;
        }

        var longestGap = days.Zip(days.Skip(1), (earlier, later) => later - earlier).Max();
        var silent = source.PerDay.Count - 1 - days[^1];
        return silent > Math.Max(1, longestGap);
    }
}
