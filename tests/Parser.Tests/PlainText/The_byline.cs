namespace Ingest.Parser.Tests.PlainText;

public sealed class The_byline
{
    [Theory]
    [InlineData("By Jane Doe", "Jane Doe", "")]
    [InlineData("BY JANE DOE", "JANE DOE", "")]
    [InlineData("By: Jane Doe", "Jane Doe", "")]
    [InlineData("By Jane Doe and John Roe", "Jane Doe|John Roe", "")]
    [InlineData("By Jane Doe, John Roe and Max van der Berg", "Jane Doe|John Roe|Max van der Berg", "")]
    [InlineData("By Jane Doe, Reuters", "Jane Doe", "Reuters")]
    [InlineData("By Jane Doe and Reuters", "Jane Doe", "Reuters")]
    [InlineData("By Jane Doe of The Associated Press", "Jane Doe", "AP")]
    [InlineData("By Jane Doe (AFP)", "Jane Doe", "AFP")]
    [InlineData("By The Associated Press", "", "AP")]
    [InlineData("By Staff, Agencies", "Staff|Agencies", "")]
    [InlineData("By John Q. Public Jr.", "John Q. Public Jr.", "")]
    [InlineData("By Ahmed al-Masri", "Ahmed al-Masri", "")]
    [InlineData("Von Jana Müller und Max Roth", "Jana Müller|Max Roth", "")]
    [InlineData("Par Jeanne Dupont et Luc Roux", "Jeanne Dupont|Luc Roux", "")]
    public void Names_persons_desks_and_agencies(string line, string authors, string agencies)
    {
        var article = Parsing.Article($"date 2025-02-13 Bridge to Be Built\n\n{line}\n\nThe council of the town met on Tuesday evening and decided to build it.");

        Assert.Equal(authors.Split('|', StringSplitOptions.RemoveEmptyEntries), article.Authors);
        Assert.Equal(agencies.Split('|', StringSplitOptions.RemoveEmptyEntries), article.Agencies);
        Assert.DoesNotContain(line, article.Body, StringComparison.Ordinal);
        Assert.Equal("byline", article.Origin[authors.Length > 0 ? "authors" : "agencies"]);
    }

    [Theory]
    [InlineData("By the end of the week the council will have decided on the bridge.")]
    [InlineData("By Tuesday the council will have decided on the bridge, said the mayor.")]
    [InlineData("By 2030 there will be a bridge over the river.")]
    public void Is_not_a_paragraph_that_begins_with_the_word(string paragraph)
    {
        var article = Parsing.Article($"date 2025-02-13 Bridge to Be Built\n\n{paragraph}\n\nIt will be long and wide, and nobody will have to take the ferry any more.");

        Assert.Empty(article.Authors);
        Assert.StartsWith(paragraph, article.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void May_be_missing()
    {
        var article = Parsing.Article("date 2025-02-13 Bridge to Be Built\n\nThe council of the town met on Tuesday evening and decided to build it.");

        Assert.Empty(article.Authors);
        Assert.DoesNotContain("authors", article.Origin.Keys);
        Assert.Empty(article.Warnings);
    }
}
