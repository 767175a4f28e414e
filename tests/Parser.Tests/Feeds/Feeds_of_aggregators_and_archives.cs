namespace Ingest.Parser.Tests.Feeds;

public sealed class Feeds_of_aggregators_and_archives
{
    private const string News = "The harbour of Lindholm reopened on Tuesday after seven weeks of repairs, and forty ships were waiting.";

    [Fact]
    public void Of_an_aggregator_have_the_source_beside_the_headline_and_no_text()
    {
        var article = Parsing.Article("""
            <?xml version="1.0"?><rss version="2.0"><channel><title>"harbour" - Google News</title><link>https://news.google.com/search?q=harbour</link>
            <item><title>Harbour reopens - Lindholm Courier</title><link>https://news.google.com/rss/articles/CBMi?oc=5</link><guid isPermaLink="false">CBMi</guid><pubDate>Tue, 04 Mar 2025 08:30:00 GMT</pubDate>
            <description>&lt;a href="https://news.google.com/rss/articles/CBMi?oc=5"&gt;Harbour reopens&lt;/a&gt;&amp;nbsp;&amp;nbsp;&lt;font color="#6f6f6f"&gt;Lindholm Courier&lt;/font&gt;</description><source url="https://courier.example">Lindholm Courier</source></item></channel></rss>
            """);

        Assert.Equal(("Harbour reopens", "Lindholm Courier", "", "CBMi"), (article.Title, article.Source, article.Body, article.Key));
        Assert.Contains("body: missing", article.Warnings);
    }

    [Fact]
    public void With_captions_of_media_keep_headline_and_text_of_the_item()
    {
        var article = Parsing.Article($"<rss version=\"2.0\" xmlns:media=\"http://search.yahoo.com/mrss/\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel><title>Courier</title><item><media:title>Ships outside the mole</media:title><media:content url=\"http://c.example/a.jpg\"><media:description>A caption.</media:description></media:content><title>Harbour reopens</title><description>Short.</description><content:encoded><![CDATA[<p>{News}</p>]]></content:encoded></item></channel></rss>");

        Assert.Equal(("Harbour reopens", News), (article.Title, article.Body));
    }

    [Fact]
    public void Of_WordPress_have_published_posts_with_authors_by_name()
    {
        var article = Parsing.Article($"""
            <?xml version="1.0" encoding="UTF-8" ?><!-- This is a WordPress eXtended RSS file -->
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Courier</title><link>http://c.example</link><wp:wxr_version>1.2</wp:wxr_version>
            <wp:author><wp:author_login>aquill</wp:author_login><wp:author_display_name><![CDATA[Ada Quill]]></wp:author_display_name></wp:author>
            <item><title>Harbour reopens</title><link>http://c.example/1</link><pubDate>Tue, 04 Mar 2025 08:30:00 +0000</pubDate><dc:creator><![CDATA[aquill]]></dc:creator><content:encoded><![CDATA[<!-- wp:paragraph -->
            <p>{News}</p>
            <!-- /wp:paragraph -->

            [caption id="a" width="300"]<img src="x.jpg"/> Ships outside the mole[/caption]
            The crews had [1] worked through the storms.

            A third paragraph without tags.]]></content:encoded><wp:status>publish</wp:status><wp:post_type>post</wp:post_type><category domain="post_tag" nicename="x"><![CDATA[ships]]></category><category domain="category" nicename="local"><![CDATA[Local]]></category></item>
            <item><title>photo</title><wp:status>inherit</wp:status><wp:post_type>attachment</wp:post_type></item>
            <item><title>Draft</title><content:encoded><![CDATA[Not published yet.]]></content:encoded><wp:status>draft</wp:status><wp:post_type>post</wp:post_type></item></channel></rss>
            """);

        Assert.Equal(("Harbour reopens", "Local", $"{News}\n\nThe crews had [1] worked through the storms.\n\nA third paragraph without tags."), (article.Title, article.Section, article.Body));
        Assert.Equal(["Ada Quill"], article.Authors);
        Assert.Contains(article.Warnings, warning => warning.Contains("2 items are pictures, pages or drafts", StringComparison.Ordinal));
    }

    [Fact]
    public void For_search_engines_list_headlines()
    {
        var article = Parsing.Article("""
            <?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
            <url><loc>http://c.example/1</loc><news:news><news:publication><news:name>Courier</news:name><news:language>en</news:language></news:publication><news:publication_date>2025-03-04T09:30:00+01:00</news:publication_date><news:title>Harbour reopens</news:title></news:news></url></urlset>
            """);

        Assert.Equal(("Harbour reopens", "2025-03-04T09:30:00+01:00", "Courier", "http://c.example/1", "en"), (article.Title, article.PublishedAt, article.Source, article.Url, article.Language));
    }

    [Theory]
    [InlineData("<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns=\"http://my.netscape.com/rdf/simple/0.9/\"><channel><title>Courier</title></channel><item><title>Harbour reopens</title><link>http://c.example/1</link></item></rdf:RDF>", "rss-0.90", "")]
    [InlineData("<!DOCTYPE rss PUBLIC \"-//Netscape Communications//DTD RSS 0.91//EN\" \"http://my.netscape.com/publish/formats/rss-0.91.dtd\"><rss version=\"0.91\"><channel><title>Courier</title><item><title>Harbour reopens</title><link>http://c.example/1</link><description>{0}</description></item></channel></rss>", "rss-0.91", News)]
    [InlineData("<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns=\"http://purl.org/rss/1.0/\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel rdf:about=\"http://c.example\"><title>Courier</title></channel><item rdf:about=\"http://c.example/1\"><title>Harbour reopens</title><link>http://c.example/1</link><description>short</description><content:encoded><![CDATA[<p>{0}</p>]]></content:encoded></item></rdf:RDF>", "rss-1.0", News)]
    [InlineData("<feed version=\"0.3\" xmlns=\"http://purl.org/atom/ns#\"><title>Courier</title><entry><title>Harbour reopens</title><link rel=\"alternate\" type=\"text/html\" href=\"http://c.example/1\"/><content type=\"text/html\" mode=\"escaped\">&lt;p&gt;{0}&lt;/p&gt;</content></entry></feed>", "atom-0.3", News)]
    [InlineData("<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Courier</title><entry><title type=\"html\">Harbour reopens</title><link href=\"http://c.example/1\"/><content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\"><p>{0}</p></div></content></entry></feed>", "atom-1.0", News)]
    public void Of_every_version_have_headline_address_and_text(string feed, string format, string body)
    {
        var article = Parsing.Article("<?xml version=\"1.0\"?>" + feed.Replace("{0}", News, StringComparison.Ordinal));

        Assert.Equal(("Harbour reopens", "http://c.example/1", "Courier", format, body), (article.Title, article.Url, article.Source, article.Origin["format"], article.Body));
    }
}
