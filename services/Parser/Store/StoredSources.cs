using System.Data.Common;
using System.Globalization;
using Dapper;
using Ingest.Contracts;
using Ingest.Queries;
using Ingest.Storage;

namespace Ingest.Parser.Store;

/// <summary>Which source was heard of on which day.</summary>
internal static class StoredSources
{
    private const int Days = 28;
    private const string DayFormat = "yyyy-MM-dd";

    /// <summary>Counts articles that arrive; one row for each source and day, however many articles.</summary>
    public static async Task CountAsync(
        DbConnection connection, DbTransaction transaction, IEnumerable<(Article? Article, FileResult File)> articles, CancellationToken cancellationToken)
    {
        var heard = articles
            .Where(pair => !string.IsNullOrWhiteSpace(pair.Article?.Source))
            .GroupBy(pair => (Source: pair.Article!.Source!, Day: pair.File.DiscoveredAt.UtcDateTime.ToString(DayFormat, CultureInfo.InvariantCulture)))
            .ToList();
        if (heard.Count == 0)
        {
            return;
        }

        await using var save = new RepeatedStatement(
            connection,
            transaction,
            """
            INSERT INTO source_days (source, day, articles, last_at, last_article) VALUES (@source, @day, @articles, @last, @article)
            ON CONFLICT (source, day) DO UPDATE SET articles = articles + excluded.articles,
                last_article = CASE WHEN excluded.last_at >= last_at THEN excluded.last_article ELSE last_article END,
                last_at = MAX(last_at, excluded.last_at)
            """,
            "@source", "@day", "@articles", "@last", "@article");
        foreach (var source in heard)
        {
            var last = source.MaxBy(pair => pair.File.DiscoveredAt);
            await save.ExecuteAsync(
                cancellationToken, source.Key.Source, source.Key.Day, (long)source.Count(), last.File.DiscoveredAt.ToMicroseconds(), last.Article!.ArticleId);
        }
    }

    /// <summary>The sources of the last year, those with the latest news first.</summary>
    public static async Task<SourceList> ListAsync(DbConnection connection, int limit, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var sources = (await connection.QueryAsync<(string Source, long LastAt, string Article)>(new CommandDefinition(
            """
            SELECT source, MAX(last_at), last_article FROM source_days WHERE day > @year GROUP BY source ORDER BY MAX(last_at) DESC LIMIT @limit
            """,
            new { year = Text(today.AddYears(-1)), limit },
            cancellationToken: cancellationToken))).AsList();
        var days = (await connection.QueryAsync<(string Source, string Day, long Articles)>(new CommandDefinition(
                "SELECT source, day, articles FROM source_days WHERE day > @first", new { first = Text(today.AddDays(-Days)) }, cancellationToken: cancellationToken)))
            .ToLookup(row => row.Source, StringComparer.Ordinal);
        return new SourceList([.. sources.Select(row => new SourceActivity(
            row.Source, StoreTime.FromMicroseconds(row.LastAt), row.Article, PerDay(days[row.Source], today)))]);
    }

    private static long[] PerDay(IEnumerable<(string Source, string Day, long Articles)> rows, DateOnly today)
    {
        var counts = new long[Days];
        foreach (var (_, day, articles) in rows)
        {
            var back = today.DayNumber - DateOnly.ParseExact(day, DayFormat, CultureInfo.InvariantCulture).DayNumber;
            if (back is >= 0 and < Days)
            {
                counts[Days - 1 - back] += articles;
            }
        }

        return counts;
    }

    private static string Text(DateOnly day) => day.ToString(DayFormat, CultureInfo.InvariantCulture);
}
