using Ingest.Indexer.QueryLanguage;

namespace Ingest.Indexer.Tests.QueryLanguage;

public sealed class Reading_days
{
    private static readonly DateOnly Thursday = new(2025, 2, 13);

    [Theory]
    [InlineData("2025", "2025-01-01..2025-12-31")]
    [InlineData("2025-02", "2025-02-01..2025-02-28")]
    [InlineData("2025-02-13", "2025-02-13")]
    [InlineData("2025-02..2025-03", "2025-02-01..2025-03-31")]
    [InlineData("..2025-02", "..2025-02-28")]
    [InlineData("2025-02..", "2025-02-01..")]
    [InlineData(">=2025-02-13", "2025-02-13..")]
    [InlineData("<=2024", "..2024-12-31")]
    [InlineData("today", "2025-02-13")]
    [InlineData("Yesterday", "2025-02-12")]
    [InlineData("1d", "2025-02-13")]
    [InlineData("7d", "2025-02-07..2025-02-13")]
    [InlineData("-7d", "2025-02-07..2025-02-13")]
    [InlineData("2w", "2025-01-31..2025-02-13")]
    [InlineData("1m", "2025-01-13..2025-02-13")]
    [InlineData("1y", "2024-02-13..2025-02-13")]
    [InlineData("7d..yesterday", "2025-02-07..2025-02-12")]
    [InlineData("7d..", "2025-02-07..")]
    [InlineData("thisweek", "2025-02-10..2025-02-13")]
    [InlineData("last-week", "2025-02-03..2025-02-09")]
    [InlineData("lastmonth", "2025-01-01..2025-01-31")]
    [InlineData("thisyear", "2025-01-01..2025-02-13")]
    [InlineData("lastyear", "2024-01-01..2024-12-31")]
    [InlineData("9999y", "0001-01-01..2025-02-13")]
    public void Days_and_ranges_are_read(string text, string expected) => Assert.Equal(expected, DayRange.Parse(text, Thursday)?.ToString());

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("2025-13")]
    [InlineData("2025-02-30")]
    [InlineData("0d")]
    [InlineData("d")]
    [InlineData("99999d")]
    [InlineData("soon")]
    [InlineData("<>2025")]
    [InlineData(">")]
    [InlineData("13.02.2025")]
    public void Anything_else_is_no_day(string text) => Assert.Null(DayRange.Parse(text, Thursday));
}
