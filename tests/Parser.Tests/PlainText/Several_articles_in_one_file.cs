using Ingest.Contracts;

namespace Ingest.Parser.Tests.PlainText;

public sealed class Several_articles_in_one_file
{
    private const string Three =
        """
         date 2025-02-13 First Bridge Is Built

        By Jane Doe

        The council of the town met on Tuesday evening and decided to build a bridge.

         date 2025-02-14 Second Bridge Is Built

        By John Roe

        The council of another town met on Wednesday evening and decided the same.

         date 2025-02-15 Third Bridge Is Planned

        A third town is still thinking about it, its mayor said on Thursday.
        """;

    [Fact]
    public void Open_each_with_their_own_date_line()
    {
        var articles = Parsing.Articles(Three);

        Assert.Equal(["First Bridge Is Built", "Second Bridge Is Built", "Third Bridge Is Planned"], articles.Select(article => article.Title));
        Assert.Equal(["2025-02-13", "2025-02-14", "2025-02-15"], articles.Select(article => article.PublishedAt));
        Assert.Equal(["Jane Doe"], articles[0].Authors);
        Assert.Equal(["John Roe"], articles[1].Authors);
        Assert.Empty(articles[2].Authors);
        Assert.Equal("The council of the town met on Tuesday evening and decided to build a bridge.", articles[0].Body);
    }

    [Fact]
    public void Have_keys_and_identifiers_of_their_own_by_their_position()
    {
        var articles = Parsing.Articles(Three);

        Assert.Equal([0, 1, 2], articles.Select(article => article.Ordinal));
        Assert.Equal(["0", "1", "2"], articles.Select(article => article.Key));
        Assert.Equal(articles.Select(article => Identifiers.Article(article.FileId, article.Key)), articles.Select(article => article.ArticleId));
    }

    [Fact]
    public void May_be_parted_by_dividers() =>
        Assert.Equal(
            ["First Bridge", "Second Bridge"],
            Parsing.Articles(
                "Title: First Bridge\nDate: 2025-02-13\n\nThe town built a bridge.\n\n==========\n\nTitle: Second Bridge\nDate: 2025-02-14\n\nAnother town built one too.\n")
                .Select(article => article.Title));

    [Fact]
    public void Are_not_seen_where_prose_speaks_of_a_date()
    {
        var article = Parsing.Article(
            "date 2025-02-13 Bridge to Be Built\n\nThe council met on Tuesday evening and talked.\n\nDate 13 February 2025 was set by the council for the opening of the bridge.\n");

        Assert.Contains("was set by the council", article.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void May_be_thousands()
    {
        var text = string.Concat(Enumerable.Range(0, 5_000).Select(i => $" date 2025-02-13 Bridge {i} Is Built\n\nThe council of town {i} met and decided it.\n\n"));

        Assert.Equal(5_000, Parsing.Articles(text).Count);
    }

    [Fact]
    public async Task May_stand_between_a_million_page_breaks()
    {
        var outcome = await Parsing.EndOf(
            "Title: First Bridge\nDate: 2025-02-13\n\nThe town built a bridge.\n" + new string('\f', 1_000_000) + "Title: Second Bridge\nDate: 2025-02-14\n\nAnother town built one too.\n");

        Assert.Equal(["First Bridge", "Second Bridge"], Assert.IsType<ParseOutcome.Parsed>(outcome).Articles.Select(article => article.Title));
    }

    [Fact]
    public void Are_told_apart_where_one_has_an_impossible_date()
    {
        var articles = Parsing.Articles(Three.Replace("2025-02-14", "2025-02-31", StringComparison.Ordinal));

        Assert.Equal(["First Bridge Is Built", "Second Bridge Is Built", "Third Bridge Is Planned"], articles.Select(article => article.Title));
        Assert.Equal(["2025-02-13", null, "2025-02-15"], articles.Select(article => article.PublishedAt));
    }

    [Fact]
    public void Are_parted_by_several_blank_lines_where_each_opens_like_one()
    {
        static string Story(int i) => $"Bridge {i} Is Built\nBy Jane Doe\nFebruary {i}, 2025\n\nThe council of the town met on Tuesday evening and decided to build a bridge.\n\nIt will be open in {i} years.\n";

        Assert.Equal(["Bridge 1 Is Built", "Bridge 2 Is Built"], Parsing.Articles(Story(1) + "\n\n\n" + Story(2)).Select(article => article.Title));
        Assert.Single(Parsing.Articles(Story(1) + "\n\n\nThe river is wide there, and people have waited for a bridge since the war, an engineer said.\n"));
    }
}
