using System.Globalization;
using Ingest.Parser.Articles;
using Ingest.Parser.Dates;
using Ingest.Parser.Tables.Columns;

namespace Ingest.Parser.Tables.Records;

/// <summary>When a record was published: by the surest column that has a date, and by that of the last change only in its absence.</summary>
internal static class RecordDate
{
    public static void Set(ArticleFields fields, IRecord record, ColumnMap map, string? format)
    {
        string? unread = null;
        foreach (var choice in map[ColumnRole.PublishedAt])
        {
            if (Take(fields, record, map, choice, format, ref unread))
            {
                return;
            }
        }

        foreach (var choice in map[ColumnRole.UpdatedAt])
        {
            if (Take(fields, record, map, choice, format, ref unread))
            {
                fields.Warn("publishedAt", "taken from the date of the last update");
                return;
            }
        }

        if (unread is not null)
        {
            fields.Warn("publishedAt", "not understood: " + (unread.Length > 60 ? unread[..60] + "…" : unread));
        }
    }

    private static bool Take(ArticleFields fields, IRecord record, ColumnMap map, ColumnChoice choice, string? format, ref string? unread)
    {
        if (record.Values(choice.Column) is not [var written, ..])
        {
            return false;
        }

        if (fields.Set(ByFormat(written, format) ?? CellDate.Read(written, map.MonthFirst(choice.Column)), choice.Rule))
        {
            if (choice.Doubt is { } doubt)
            {
                fields.Warn("publishedAt", doubt);
            }

            return true;
        }

        unread ??= written.Trim();
        return false;
    }

    /// <summary>As somebody said that the dates are written, in .NET's letters: <c>dd.MM.yyyy HH:mm</c>.</summary>
    private static FoundDate? ByFormat(string written, string? format)
    {
        if (format is null || !DateTimeOffset.TryParseExact(written.Trim(), format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var found))
        {
            return null;
        }

        var (hours, seconds) = (format.Contains('H', StringComparison.Ordinal) || format.Contains('h', StringComparison.Ordinal), format.Contains('s', StringComparison.Ordinal));
        var offset = format.Contains('z', StringComparison.Ordinal) || format.Contains('K', StringComparison.Ordinal);
        var day = format.Contains('d', StringComparison.Ordinal);
        return new FoundDate
        {
            Year = found.Year,
            Month = day || format.Contains('M', StringComparison.Ordinal) ? found.Month : 0,
            Day = day ? found.Day : 0,
            Time = hours ? found.ToString((seconds ? "'T'HH:mm:ss" : "'T'HH:mm") + (offset ? "zzz" : ""), CultureInfo.InvariantCulture) : "",
            Length = written.Length,
        };
    }
}
