namespace Ingest.Parser.Tests.Html;

public sealed class Which_date_of_a_page_is_taken
{
    [Theory]
    [InlineData("<div class=\"sidebar\"><p>Letzte Änderung: 31.10.2023 - 14:49:39<br>Erschienen am: 01.11.2023<br>Lesungen: 61</p></div>", "2023-11-01")]
    [InlineData("<p>Bridge/Start (last edited 2019-11-10 13:28:18 by JaneDoe)</p>", "2019-11-10T13:28:18")]
    [InlineData("<p>Published:</p><p>3 May 2024</p>", "2024-05-03")]
    [InlineData("<p>公開日：2024年5月3日</p>", "2024-05-03")]
    public void A_day_that_has_a_label_is_read_line_by_line(string lines, string date)
    {
        // Far from the headline, where a day without a label would not count.
        var article = Parsing.Article(Page.With(body: string.Concat(Enumerable.Repeat(Page.Paragraphs, 6)) + lines));

        Assert.Equal(date, article.PublishedAt);
        Assert.Equal("text:label", article.Origin["publishedAt"]);
    }

    [Fact]
    public void A_sentence_that_says_when_a_book_was_published_is_not_about_the_page() =>
        Assert.Null(Parsing.Article(Page.With(body: Page.Paragraphs + "<p>The plan for the bridge was first published on 12 March 1998 by the engineer's widow.</p>")).PublishedAt);

    [Fact]
    public void The_title_of_an_abbreviation_counts_as_microformats_have_it() =>
        Assert.Equal("2017-09-09T10:52:00+02:00", Parsing.Article(Page.With(body: Page.Paragraphs + "<abbr class=\"published\" title=\"2017-09-09T10:52:00+02:00\">10:52</abbr>")).PublishedAt);

    [Fact]
    public void The_only_marked_day_of_publication_counts_in_a_margin_too()
    {
        const string margin = "<div class=\"sidebar related\"><time itemprop=\"datePublished\" datetime=\"2022-01-27\">27.01.2022</time></div>";

        Assert.Equal("2022-01-27", Parsing.Article(Page.With("<meta name=\"date\" content=\"2022-01-21\">", around: margin)).PublishedAt);
    }

    [Fact]
    public void Marked_days_that_differ_are_those_of_other_articles()
    {
        const string margin = "<div class=\"sidebar related\"><time itemprop=\"datePublished\" datetime=\"2022-01-27\">27.01.2022</time> <time itemprop=\"datePublished\" datetime=\"2022-01-28\">28.01.2022</time></div>";

        Assert.Equal("2022-01-21", Parsing.Article(Page.With("<meta name=\"date\" content=\"2022-01-21\">", around: margin)).PublishedAt);
    }

    [Fact]
    public void A_stamp_with_a_colon_before_its_fraction_is_read() =>
        Assert.Equal("2022-01-10T22:06:08.684Z", Parsing.Article(Page.With("<meta property=\"article:published_time\" content=\"2022-01-10T22:06:08:684Z\">")).PublishedAt);

    [Theory]
    [InlineData("2025-02-13T03:30:00Z", "<time datetime=\"2025-02-12T22:30\">Feb. 12, 2025</time>", "2025-02-12T22:30", "time")]
    [InlineData("2025-02-13T03:30:00Z", "<p>Feb. 12, 2025</p>", "2025-02-12", "text")]
    [InlineData("2025-02-12T22:30:00Z", "<p>13 February 2025</p>", "2025-02-13", "text")]
    [InlineData("2025-02-13T15:30:00Z", "<p>Feb. 12, 2025</p>", "2025-02-13T15:30:00Z", "meta:article:published_time")]
    [InlineData("2025-02-13T03:30:00Z", "<p>Feb. 10, 2025</p>", "2025-02-13T03:30:00Z", "meta:article:published_time")]
    public void The_day_that_readers_saw_goes_before_the_neighbouring_one_in_universal_time(string stamp, string line, string date, string rule)
    {
        var article = Parsing.Article(Page.With($"<meta property=\"article:published_time\" content=\"{stamp}\">", body: line + Page.Paragraphs));

        Assert.Equal(date, article.PublishedAt);
        Assert.Equal(rule, article.Origin["publishedAt"]);
    }

    [Fact]
    public void The_same_instant_with_the_places_offset_is_best() =>
        Assert.Equal("2025-02-12T22:30:00-05:00", Parsing.Article(Page.With(
            "<meta property=\"article:published_time\" content=\"2025-02-13T03:30:00Z\"><meta name=\"parsely-pub-date\" content=\"2025-02-12T22:30:00-05:00\">")).PublishedAt);
}
