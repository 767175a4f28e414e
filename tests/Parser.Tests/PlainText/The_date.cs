namespace Ingest.Parser.Tests.PlainText;

public sealed class The_date
{
    private const string Text = "\n\nA Bridge Is Built\n\nThe council of the town met on Tuesday evening and decided to build a new bridge over the river.";

    [Theory]
    [InlineData("2025-02-13", "2025-02-13")]
    [InlineData("2025/02/13", "2025-02-13")]
    [InlineData("20250213", "2025-02-13")]
    [InlineData("2025-02", "2025-02")]
    [InlineData("2025-02-13T09:30:00Z", "2025-02-13T09:30:00Z")]
    [InlineData("2025-02-13 09:30", "2025-02-13T09:30")]
    [InlineData("2025-02-13T09:30:00+01:00", "2025-02-13T09:30:00+01:00")]
    [InlineData("13 February 2025", "2025-02-13")]
    [InlineData("February 13, 2025", "2025-02-13")]
    [InlineData("Feb. 13, 2025", "2025-02-13")]
    [InlineData("Thursday, 13 February 2025", "2025-02-13")]
    [InlineData("Thu, 13 Feb 2025 09:30:00 GMT", "2025-02-13T09:30:00Z")]
    [InlineData("13th of February 2025", "2025-02-13")]
    [InlineData("13. Februar 2025", "2025-02-13")]
    [InlineData("13 février 2025", "2025-02-13")]
    [InlineData("13 de febrero de 2025", "2025-02-13")]
    [InlineData("13 февраля 2025 г.", "2025-02-13")]
    [InlineData("13.02.2025", "2025-02-13")]
    [InlineData("13/02/2025", "2025-02-13")]
    [InlineData("2025年2月13日", "2025-02-13")]
    [InlineData("February 13, 2025 9:30 a.m. EST", "2025-02-13T09:30-05:00")]
    public void Is_read_as_precisely_as_it_is_written(string written, string expected)
    {
        var article = Parsing.Article($"Date: {written}{Text}");

        Assert.Equal(expected, article.PublishedAt);
        Assert.Empty(article.Warnings);
    }

    [Theory]
    [InlineData("03/04/2025", "2025-04-03", "ambiguous")]
    [InlineData("13.02.25", "2025-02-13", "two digits")]
    [InlineData("2031-02-13", "2031-02-13", "future")]
    [InlineData("1204-02-13", "1204-02-13", "implausible")]
    public void Carries_a_warning_when_it_is_doubtful(string written, string expected, string doubt)
    {
        var article = Parsing.Article($"Date: {written}{Text}");

        Assert.Equal(expected, article.PublishedAt);
        Assert.Contains(article.Warnings, warning => warning.StartsWith("publishedAt:", StringComparison.Ordinal) && warning.Contains(doubt, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2025-02-30")]
    [InlineData("31 April 2025")]
    [InlineData("2025-13-01")]
    public void That_is_in_no_calendar_is_no_date(string written) =>
        Assert.Null(Parsing.Article($"Date: {written}{Text}").PublishedAt);
}
