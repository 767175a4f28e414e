namespace Ingest.Parser.Tests.PlainText;

public sealed class The_dateline
{
    [Theory]
    [InlineData("LONDON, March 9 (Reuters) - ", "LONDON, March 9", "Reuters")]
    [InlineData("LONDON (Reuters) - ", "LONDON", "Reuters")]
    [InlineData("LONDON (AP) — ", "LONDON", "AP")]
    [InlineData("NEW YORK, March 9 - ", "NEW YORK, March 9", "")]
    [InlineData("Berlin (dpa) - ", "Berlin", "dpa")]
    [InlineData("PARIS, 9 mars (AFP) - ", "PARIS, 9 mars", "AFP")]
    [InlineData("MOSCOW, March 9 /TASS/. — ", "MOSCOW, March 9", "TASS")]
    public void Is_kept_as_written_and_names_the_agency(string opening, string dateline, string agency)
    {
        var paragraph = opening + "The council of the town met on Tuesday evening and decided to build a new bridge.";
        var article = Parsing.Article($"date 2025-03-09 Bridge to Be Built\n\n{paragraph}");

        Assert.Equal(dateline, article.Dateline);
        Assert.Equal(agency.Length == 0 ? [] : [agency], article.Agencies);
        Assert.Equal(paragraph, article.Body);
        Assert.Equal("first-paragraph", article.Origin["dateline"]);
    }

    [Fact]
    public void Gives_the_date_when_it_has_a_year_and_nothing_else_does()
    {
        var article = Parsing.Article("Bridge to Be Built\n\nLONDON, March 9, 2025 (Reuters) - The council met on Tuesday evening and decided to build a bridge.");

        Assert.Equal("2025-03-09", article.PublishedAt);
        Assert.Equal("dateline", article.Origin["publishedAt"]);
    }

    [Fact]
    public void Without_a_year_gives_no_date_but_says_the_day()
    {
        var article = Parsing.Article("Bridge to Be Built\n\nLONDON, March 9 (Reuters) - The council met on Tuesday evening and decided to build a bridge.");

        Assert.Null(article.PublishedAt);
        Assert.Contains(article.Warnings, warning => warning.Contains("March 9", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("The mayor - who had slept badly - said on Tuesday that a new bridge would be built.")]
    [InlineData("NATO is to build a bridge, its secretary-general said on Tuesday evening in the town.")]
    public void Is_not_any_sentence_with_a_dash_or_capitals(string paragraph) =>
        Assert.Null(Parsing.Article($"date 2025-03-09 Bridge to Be Built\n\n{paragraph}").Dateline);
}
