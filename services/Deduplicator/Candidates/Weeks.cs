using Ingest.Deduplicator.Text;

namespace Ingest.Deduplicator.Candidates;

/// <summary>
/// The parts of the index by time: texts meet those of their own week, of the weeks around it, and those without a certain day. A
/// function of the article, so it does not matter when it came.
/// </summary>
internal static class Weeks
{
    /// <summary>Of articles without a date, or with a month or a year only: they meet all others.</summary>
    public const int Undated = 0;

    /// <summary>Hours of a week.</summary>
    private const int Hours = 7 * 24;

    /// <summary>Makes every week from year 1 on a positive number.</summary>
    private const int Offset = 200_000;

    /// <summary>The week of a publication.</summary>
    public static int Of(Publication published) => published is { Starts: { } start, Ends: { } end } && start == end
        ? Offset + (int)Math.Floor((double)start / (Hours * Publication.Hour))
        : Undated;

    /// <summary>How many weeks on either side of its own hold what may lie so many hours from a text.</summary>
    public static int Reach(int hours) => (hours + Hours - 1) / Hours;
}
