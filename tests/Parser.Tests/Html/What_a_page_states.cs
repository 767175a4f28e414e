using System.Text;

namespace Ingest.Parser.Tests.Html;

public sealed class What_a_page_states
{
    private const string LinkedData =
        """
        <script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"Eastmere Courier"},
        {"@type":["NewsArticle"],"headline":"Bridge to Be Built","datePublished":"2025-02-13T09:30:00+01:00","author":[{"@type":"Person","name":"Jane Doe"},{"@id":"#roe"}],
        "articleSection":"Town","publisher":{"@type":"Organization","name":"Eastmere Courier"},"inLanguage":"en-GB"},{"@type":"Person","@id":"#roe","name":"John Roe"},]}</script>
        """;

    [Fact]
    public void In_linked_data_is_taken_first()
    {
        var article = Parsing.Article(Page.With(head: LinkedData + "<meta name=\"author\" content=\"admin\"><meta property=\"article:published_time\" content=\"2024-01-01\">"));

        Assert.Equal("2025-02-13T09:30:00+01:00", article.PublishedAt);
        Assert.Equal(["Jane Doe", "John Roe"], article.Authors);
        Assert.Equal("Town", article.Section);
        Assert.Equal("Eastmere Courier", article.Source);
        Assert.Equal("en", article.Language);
        Assert.Equal("jsonld:datePublished", article.Origin["publishedAt"]);
        Assert.Equal("jsonld:author", article.Origin["authors"]);
    }

    [Theory]
    [InlineData("{\"@type\":\"NewsArticle\",\"headline\":\"Bridge\",\"description\":\"Line\nbreak\",\"author\":\"Jane Doe\"}")]
    [InlineData("{\"@type\":\"NewsArticle\",\"headline\":\"The \"new\" bridge\",\"author\":\"Jane Doe\",}")]
    [InlineData("//<![CDATA[\n{\"@type\":\"NewsArticle\",\"author\":{\"name\":\"Jane Doe\"},\"headline\":\"Bridge\"}\n//]]>")]
    [InlineData("[[{\"@type\":\"http://schema.org/NewsArticle\",\"headline\":\"It\\'s a bridge\",\"author\":{\"name\":[\"Jane Doe\"]}}]];")]
    public void In_broken_linked_data_is_still_read(string json) =>
        Assert.Equal(["Jane Doe"], Parsing.Article(Page.With(head: $"<script type=\"application/ld+json\">{json}</script>")).Authors);

    [Theory]
    [InlineData("<meta property=\"article:published_time\" content=\"2025-02-13T09:30:00Z\">", "", "2025-02-13T09:30:00Z", "meta:article:published_time")]
    [InlineData("<meta name=\"DC.date.issued\" content=\"2025-02-13\">", "", "2025-02-13", "meta:dc.date.issued")]
    [InlineData("", "<time class=\"published\" datetime=\"2025-02-13\">yesterday</time>", "2025-02-13", "time:published")]
    [InlineData("<link rel=\"canonical\" href=\"https://courier.example/2025/02/13/bridge\">", "", "2025-02-13", "url")]
    [InlineData("", "<p>13. Februar 2025, 9:30 Uhr</p>", "2025-02-13T09:30", "text")]
    [InlineData("", "<p>Publié le 13 février 2025</p>", "2025-02-13", "text:label")]
    [InlineData("", "<p>Updated Feb. 13, 2025</p>", "2025-02-13", "text")]
    public void About_its_date_is_found_in_many_places(string head, string line, string date, string rule)
    {
        var article = Parsing.Article(Page.With(head, body: line + Page.Paragraphs));

        Assert.Equal(date, article.PublishedAt);
        Assert.Equal(rule, article.Origin["publishedAt"]);
        Assert.StartsWith("The council", article.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void About_its_last_update_is_doubtful() =>
        Assert.Contains(
            "publishedAt: taken from the date of the last update",
            Parsing.Article(Page.With("<meta property=\"article:modified_time\" content=\"2025-02-13\">")).Warnings);

    [Theory]
    [InlineData("<p class=\"byline\">By Jane Doe and John Roe</p>", "Jane Doe|John Roe")]
    [InlineData("<p>Von Jana Müller</p>", "Jana Müller")]
    [InlineData("<p>Ein Gastbeitrag von Jana Müller</p>", "Jana Müller")]
    [InlineData("<p><a rel=\"author\" href=\"/jane\">Jane Doe</a></p>", "Jane Doe")]
    [InlineData("<div itemprop=\"author\"><span itemprop=\"name\">Jane Doe</span></div>", "Jane Doe")]
    public void About_its_authors_may_be_visible_only(string line, string authors) =>
        Assert.Equal(authors.Split('|'), Parsing.Article(Page.With(body: line + Page.Paragraphs)).Authors);

    [Fact]
    public void As_its_author_may_be_an_agency() =>
        Assert.Equal(["Reuters"], Parsing.Article(Page.With("<meta name=\"author\" content=\"Jane Doe, Reuters\">")).Agencies);

    [Fact]
    public void In_its_dateline_is_the_place_and_the_agency()
    {
        var article = Parsing.Article(Page.With(body: Page.Paragraphs.Replace("<p>The council of", "<p>EASTMERE (Reuters) - The council of", StringComparison.Ordinal)));

        Assert.Equal("EASTMERE", article.Dateline);
        Assert.Equal(["Reuters"], article.Agencies);
    }

    [Theory]
    [InlineData("<title>Bridge to Be Built | The Eastmere Courier</title>", "")]
    [InlineData("<title>The Eastmere Courier - Bridge to Be Built</title><meta property=\"og:site_name\" content=\"The Eastmere Courier\">", "")]
    [InlineData("<meta property=\"og:title\" content=\"Bridge to Be Built - The Eastmere Courier\"><meta property=\"og:site_name\" content=\"The Eastmere Courier\">", "")]
    [InlineData("<title>Courier</title>", "Bridge to Be Built")]
    public void As_its_title_is_cleaned_of_the_sites_name(string head, string heading) =>
        Assert.Equal("Bridge to Be Built", Parsing.Article(Page.With(head, heading)).Title);

    [Fact]
    public void As_its_title_is_cleaned_of_the_sites_address() =>
        Assert.Equal("Bridge Built", Parsing.Article(Page.With("<title>Bridge Built | Courier.com</title>", "")).Title);

    [Fact]
    public void As_its_charset_wins_over_statistics()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var page = "<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=iso-8859-2\"><title>Zażółć gęślą jaźń</title></head><body><p>" +
            "Rada miasta postanowiła we wtorek zbudować most przez rzekę, powiedziała burmistrz.</p></body></html>";

        var article = Parsing.Article(Encoding.GetEncoding("iso-8859-2").GetBytes(page));

        Assert.Equal("Zażółć gęślą jaźń", article.Title);
        Assert.Equal("declared:iso-8859-2", article.Origin["encoding"]);
    }

    [Fact]
    public void As_its_charset_is_ignored_where_the_bytes_are_otherwise() =>
        Assert.Equal("Brücke", Parsing.Article(Page.With("<meta charset=\"windows-1252\"><title>Brücke</title>", "Brücke")).Title);

    [Fact]
    public void May_stand_in_xhtml() =>
        Assert.Equal("Bridge to Be Built", Parsing.Article(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\" \"x\">\n<html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>Bridge to Be Built</title></head><body>" + Page.Paragraphs + "</body></html>").Title);
}
