using System.Globalization;

namespace Ingest.Contracts;

/// <summary>Reads <see cref="Article.PublishedAt"/>: ISO 8601 at the source's own precision.</summary>
public static class NewsDate
{
    private static readonly string[] Formats =
    [
        "yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM", "yyyy",
    ];

    /// <summary>
    /// The instant a date begins; where the source gives no offset, UTC is taken. Null when there is no date or it is malformed.
    /// </summary>
    public static DateTimeOffset? Start(string? publishedAt) =>
        DateTimeOffset.TryParseExact(
            publishedAt, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? instant
            : null;

    /// <summary>The calendar day as written (<c>2025-02-13</c>), or what there is of it.</summary>
    public static string? Day(string? publishedAt) =>
        publishedAt is null ? null : publishedAt.Length > 10 ? publishedAt[..10] : publishedAt;
}
