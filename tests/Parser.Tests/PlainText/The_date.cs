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
    [InlineData("2025年2月13日 9時30分", "2025-02-13T09:30")]
    [InlineData("2025년 2월 13일", "2025-02-13")]
    [InlineData("2025. 2. 13. 09:30", "2025-02-13T09:30")]
    [InlineData("13 Φεβρουαρίου 2025", "2025-02-13")]
    [InlineData("13 فبراير 2025", "2025-02-13")]
    [InlineData("13 בפברואר 2025", "2025-02-13")]
    [InlineData("13. února 2025", "2025-02-13")]
    [InlineData("13 desember 2024", "2024-12-13")]
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

    [Theory]
    [InlineData("2025-02-31")]
    [InlineData("0000-00-00")]
    [InlineData("9999-12-31")]
    [InlineData("31/02/2025")]
    public void That_is_none_is_not_part_of_the_headline_and_is_named(string written)
    {
        var article = Parsing.Article($" date {written} A Bridge Is Built\nBy Jane Doe\n\nThe council of the town met on Tuesday evening and decided to build a new bridge over the river.");

        Assert.Equal(("A Bridge Is Built", null), (article.Title, article.PublishedAt));
        Assert.Equal(["Jane Doe"], article.Authors);
        Assert.Equal([$"publishedAt: not understood: {written}"], article.Warnings);
    }

    [Theory]
    [InlineData("13 February 2025 By Jane Doe")]
    [InlineData("13 February 2025 | By Jane Doe")]
    public void May_share_its_line_with_the_byline(string line)
    {
        var article = Parsing.Article($"A Bridge Is Built\n{line}\n\nThe council of the town met on Tuesday evening and decided to build a new bridge over the river.");

        Assert.Equal(("A Bridge Is Built", "2025-02-13"), (article.Title, article.PublishedAt));
        Assert.Equal(["Jane Doe"], article.Authors);
    }
}
