namespace Ingest.Parser.Tests.Html;

public sealed class Which_date_of_a_page_is_taken
{
    [Theory]
    [InlineData("<div class=\"sidebar\"><p>Letzte Änderung: 31.10.2023 - 14:49:39<br>Erschienen am: 01.11.2023<br>Lesungen: 61</p></div>", "2023-11-01")]
    [InlineData("<p>Bridge/Start (last edited 2019-11-10 13:28:18 by JaneDoe)</p>", "2019-11-10T13:28:18")]
    [InlineData("<p>Published:</p><p>3 May 2024</p>", "2024-05-03")]
    [InlineData("<div class=\"sidebar\"><h4>Published</h4><div>3 May 2024</div></div>", "2024-05-03")]
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

    [Theory]
    [InlineData("<meta name=\"published\" content=\"July 17, 2025\">")]
    [InlineData("<meta name=\"published-date\" content=\"2025-07-17\">")]
    [InlineData("<meta name=\"script:ld+json\" content=\"{&quot;@context&quot;:&quot;https://schema.org&quot;,&quot;@type&quot;:&quot;Article&quot;,&quot;headline&quot;:&quot;Bridge&quot;,&quot;datePublished&quot;:&quot;2025-07-17&quot;}\">")]
    public void A_day_that_a_meta_element_states_is_read(string head) =>
        Assert.Equal("2025-07-17", Parsing.Article(Page.With(head)).PublishedAt);

    [Fact]
    public void The_first_of_days_that_an_element_holds_counts() =>
        Assert.Equal("2022-12-22", Parsing.Article(Page.With(
            body: "<div class=\"dateline-line\"><a href=\"/health\">Health</a><span class=\"dateline\">DECEMBER 22, 2022</span><span class=\"dateline updated\">Updated: JANUARY 02, 2026</span></div>" + Page.Paragraphs)).PublishedAt);

    [Fact]
    public void An_element_that_is_as_wide_as_the_sidebar_is_no_sidebar() =>
        Assert.Equal("2025-10-21", Parsing.Article(Page.With(
            body: "<div class=\"mr-[--sidebar-width]\"><p>Published on Oct 21, 2025</p></div>" + Page.Paragraphs, around: "<div><p>Published on Mar 11, 2026</p></div>")).PublishedAt);

    [Fact]
    public void A_day_beside_the_headline_goes_before_those_of_cards() =>
        Assert.Equal("2026-02-06", Parsing.Article(
            "<html><head><title>Bridge to Be Built</title></head><body><article><p>5 min read</p><p>February 6, 2026</p><h1>Bridge to Be Built</h1>" + Page.Paragraphs +
            "</article><div><div class=\"item-date\">Mar 3, 2026</div></div></body></html>").PublishedAt);

    [Theory]
    [InlineData("2025-11-20T16:02:46Z", "2025-05-14")]
    [InlineData("2025-12-20T16:02:46Z", "2025-11-20T16:02:46Z")]
    public void A_day_beside_the_headline_goes_before_that_of_the_sites_last_building(string modified, string date) =>
        Assert.Equal(date, Parsing.Article(Page.With(
            $"<script type=\"application/ld+json\">{{\"@type\":\"Article\",\"headline\":\"Bridge\",\"datePublished\":\"2025-11-20T16:02:46Z\",\"dateModified\":\"{modified}\"}}</script>",
            body: "<div class=\"post-date\">May 14, 2025</div>" + Page.Paragraphs)).PublishedAt);
}
