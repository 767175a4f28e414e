using Ingest.Contracts;

namespace Ingest.Deduplicator.Text;

/// <summary>
/// When an article was published, in microseconds since 1970. A day or a minute is a point, the day at its beginning; a month or
/// a year is the span it leaves open. Without a date both are null.
/// </summary>
/// <param name="Starts">Earliest.</param>
/// <param name="Ends">Latest.</param>
internal readonly record struct Publication(long? Starts, long? Ends)
{
    /// <summary>Microseconds of an hour.</summary>
    public const long Hour = 3_600_000_000;

    private const int YearLength = 4;
    private const int MonthLength = 7;
    private const int DayLength = 10;

    /// <summary>Reads <see cref="Article.PublishedAt"/>; what is malformed counts as no date.</summary>
    public static Publication Of(string? publishedAt)
    {
        if (NewsDate.Start(publishedAt) is not { } start)
        {
            return default;
        }

        var end = publishedAt!.Length switch
        {
            YearLength when start.Year < 9999 => start.AddYears(1).AddTicks(-10),
            MonthLength when start.Year < 9999 => start.AddMonths(1).AddTicks(-10),
            _ => start,
        };
        return new Publication(Microseconds(start), Microseconds(end));
    }

    /// <summary>Whether a time of day is known.</summary>
    public static bool IsTimed(string? publishedAt) => publishedAt is { Length: > DayLength };

    /// <summary>Hours between two publications, 0 where their spans meet; null where a date is missing.</summary>
    public static double? HoursApart(Publication first, Publication second) =>
        first is { Starts: { } start1, Ends: { } end1 } && second is { Starts: { } start2, Ends: { } end2 }
            ? Math.Max(0, Math.Max(start1, start2) - Math.Min(end1, end2)) / (double)Hour
            : null;

    private static long Microseconds(DateTimeOffset time) => (time - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
}
