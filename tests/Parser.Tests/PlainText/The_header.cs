namespace Ingest.Parser.Tests.PlainText;

public sealed class The_header
{
    private const string Body = "The council of the town met on Tuesday evening and decided to build a new bridge over the river.";

    [Theory]
    [InlineData(" date 2025-02-13 Bridge to Be Built")]
    [InlineData("date 2025-02-13 Bridge to Be Built")]
    [InlineData("Date: 2025-02-13 Bridge to Be Built")]
    [InlineData("DATE - 2025-02-13 - Bridge to Be Built")]
    [InlineData("date\t2025-02-13\tBridge to Be Built")]
    [InlineData("date = 2025-02-13 | Bridge to Be Built")]
    [InlineData("Published: 13 February 2025 Bridge to Be Built")]
    [InlineData("date February 13, 2025: Bridge to Be Built")]
    [InlineData("2025-02-13 Bridge to Be Built")]
    public void Has_date_and_headline_on_one_line(string line)
    {
        var article = Parsing.Article($"{line}\n\nBy Jane Doe\n\n{Body}");

        Assert.Equal("Bridge to Be Built", article.Title);
        Assert.Equal("2025-02-13", article.PublishedAt);
        Assert.Equal(["Jane Doe"], article.Authors);
        Assert.Equal(Body, article.Body);
        Assert.Empty(article.Warnings);
    }

    [Theory]
    [InlineData("Bridge to Be Built\nDate: 2025-02-13\nBy Jane Doe")]
    [InlineData("Date: 2025-02-13\nTitle: Bridge to Be Built\nAuthor: Jane Doe")]
    [InlineData("Title: Bridge to Be Built\n\nBy Jane Doe\n13 February 2025")]
    [InlineData("Bridge to Be Built\n\nBy Jane Doe\n\nFebruary 13, 2025")]
    [InlineData("Headline: Bridge to Be Built\nByline: Jane Doe\nPublished: 2025-02-13")]
    [InlineData("Bridge to Be Built\nBy Jane Doe | Feb. 13, 2025")]
    public void May_come_in_any_order(string header)
    {
        var article = Parsing.Article($"{header}\n\n{Body}");

        Assert.Equal("Bridge to Be Built", article.Title);
        Assert.Equal("2025-02-13", article.PublishedAt);
        Assert.Equal(["Jane Doe"], article.Authors);
        Assert.Equal(Body, article.Body);
    }

    [Fact]
    public void May_stand_below_blank_lines_and_a_byte_order_mark()
    {
        var article = Parsing.Article($"\uFEFF\n  \n\t\n   date 2025-02-13 Bridge to Be Built\n\n{Body}");

        Assert.Equal("Bridge to Be Built", article.Title);
        Assert.Equal("2025-02-13", article.PublishedAt);
    }

    [Fact]
    public void Without_a_date_gives_a_warning_and_no_date()
    {
        var article = Parsing.Article($"Bridge to Be Built\n\nBy Jane Doe\n\n{Body}");

        Assert.Equal("Bridge to Be Built", article.Title);
        Assert.Null(article.PublishedAt);
        Assert.Contains("publishedAt: missing", article.Warnings);
        Assert.DoesNotContain("publishedAt", article.Origin.Keys);
    }

    [Fact]
    public void With_a_date_that_cannot_be_read_says_what_stood_there()
    {
        var article = Parsing.Article($"Date: 31.02.2025\nTitle: Bridge to Be Built\n\n{Body}");

        Assert.Null(article.PublishedAt);
        Assert.Contains("publishedAt: not understood: 31.02.2025", article.Warnings);
    }

    [Fact]
    public void States_source_url_section_and_language()
    {
        var article = Parsing.Article(
            $"Title: Bridge to Be Built\nDate: 2025-02-13\nSource: The Daily Post\nURL: https://news.example/bridge\nSection: Local\nLanguage: en\n\n{Body}");

        Assert.Equal("The Daily Post", article.Source);
        Assert.Equal("https://news.example/bridge", article.Url);
        Assert.Equal("Local", article.Section);
        Assert.Equal("en", article.Language);
        Assert.Equal("header:url", article.Origin["url"]);
        Assert.Equal("header:language", article.Origin["language"]);
    }

    [Fact]
    public void With_a_headline_and_no_text_is_an_article_with_a_warning()
    {
        var article = Parsing.Article(" date 1987-03-18 10:12 LTV GETS 500 MLN DLR CONTRACT\n");

        Assert.Equal("LTV GETS 500 MLN DLR CONTRACT", article.Title);
        Assert.Equal("1987-03-18T10:12", article.PublishedAt);
        Assert.Equal("", article.Body);
        Assert.Contains("body: missing", article.Warnings);
    }

    [Theory]
    [InlineData("date 2025-02-13 10:34 bank of england buys bonds", "bank of england buys bonds", "2025-02-13T10:34")]
    [InlineData("date 2025-02-13 10:34 WEST GERMAN BANKS BUY BONDS", "WEST GERMAN BANKS BUY BONDS", "2025-02-13T10:34")]
    [InlineData("date 2025-02-13 10:34 AST RESEARCH BUYS BONDS", "AST RESEARCH BUYS BONDS", "2025-02-13T10:34")]
    [InlineData("date 2025-02-13 10:34 GMT BANKS BUY BONDS", "BANKS BUY BONDS", "2025-02-13T10:34Z")]
    [InlineData("date 2025-02-13 10 Banks Buy Bonds", "10 Banks Buy Bonds", "2025-02-13")]
    public void Keeps_every_word_of_the_headline_behind_the_time(string line, string title, string publishedAt)
    {
        var article = Parsing.Article($"{line}\n\n{Body}");

        Assert.Equal(title, article.Title);
        Assert.Equal(publishedAt, article.PublishedAt);
    }

    [Fact]
    public void Missing_altogether_gives_a_derived_title_with_a_warning()
    {
        var article = Parsing.Article($"{Body} It will open in the spring.\n\nThe mayor was pleased with it, and so were most of the citizens who had come.");

        Assert.Equal(Body.TrimEnd('.'), article.Title);
        Assert.Equal("derived:first-sentence", article.Origin["title"]);
        Assert.Contains("title: derived", article.Warnings);
        Assert.StartsWith(Body, article.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void With_initials_does_not_change_the_language() =>
        Assert.Null(Parsing.Article("date 1987-03-18 S/P DOWNGRADES 1.68 BILLION U.S. DLRS OF DEBT, U.S. TREASURY SAYS").Language);

    [Fact]
    public void Of_one_line_is_an_article()
    {
        Assert.Equal("Council decides to build a new bridge over the river", Parsing.Article("Council decides to build a new bridge over the river").Title);
        Assert.Equal(Body, Parsing.Article(Body).Body);
    }

    [Fact]
    public void Wrapped_over_two_lines_is_one_headline()
    {
        var article = Parsing.Article(
            $"date 2025-02-13 Council of the Small Town by the River Decides to Build\na New Bridge After Years of Debate\n\n{Body}");

        Assert.Equal("Council of the Small Town by the River Decides to Build a New Bridge After Years of Debate", article.Title);
        Assert.Equal(Body, article.Body);
    }
}
