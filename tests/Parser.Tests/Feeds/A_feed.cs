using System.Text;
using Ingest.Contracts;

namespace Ingest.Parser.Tests.Feeds;

public sealed class A_feed
{
    private const string Rss = """
        <?xml version="1.0" encoding="UTF-8"?>
        <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
        <channel>
          <title>Town Courier</title><link>https://courier.example/</link><language>en-gb</language>
          <item>
            <title>Bridge &lt;b&gt;opens&lt;/b&gt; &amp;amp; closes</title>
            <link>/news/bridge</link>
            <guid isPermaLink="false">courier-1</guid>
            <pubDate>Thu, 13 Feb 2025 09:30:00 +0100</pubDate>
            <dc:creator>Jane Doe and John Roe</dc:creator>
            <category>Local</category>
            <description>A teaser.</description>
            <content:encoded><![CDATA[<p>The bridge opened.</p><p>It closed<br>again.</p><script>track()</script>]]></content:encoded>
          </item>
          <item><title>Second</title><description>Another text.</description><guid>courier-1</guid></item>
          <item><link>https://courier.example/empty</link></item>
        </channel></rss>
        """;

    [Fact]
    public void Of_RSS_gives_an_article_for_each_item_with_all_fields()
    {
        var article = Parsing.Articles(Rss)[0];

        Assert.Equal("Bridge opens & closes", article.Title);
        Assert.Equal("The bridge opened.\n\nIt closed\nagain.", article.Body);
        Assert.Equal("https://courier.example/news/bridge", article.Url);
        Assert.Equal("courier-1", article.Key);
        Assert.Equal("2025-02-13T09:30:00+01:00", article.PublishedAt);
        Assert.Equal(["Jane Doe", "John Roe"], article.Authors);
        Assert.Equal("Town Courier", article.Source);
        Assert.Equal("Local", article.Section);
        Assert.Equal("en", article.Language);
        Assert.Equal("rss-2.0", article.Origin["format"]);
        Assert.Equal("content:encoded", article.Origin["body"]);
        Assert.Equal("rss:pubDate", article.Origin["publishedAt"]);
    }

    [Fact]
    public void With_a_repeated_identifier_still_gives_each_article_its_own_key() =>
        Assert.Equal(["courier-1", "courier-1#2"], Parsing.Articles(Rss).Select(article => article.Key));

    [Fact]
    public void With_items_that_have_no_text_says_how_many_were_left_out() =>
        Assert.Contains("file: 1 of 3 items have neither title nor text and were left out", Parsing.Articles(Rss)[0].Warnings);

    [Fact]
    public void Of_Atom_takes_alternate_link_xhtml_content_and_the_feeds_author()
    {
        var article = Parsing.Article("""
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de" xml:base="https://blatt.example/a/">
              <title type="html">Das &lt;i&gt;Blatt&lt;/i&gt;</title><author><name>Erika Muster</name></author>
              <entry>
                <id>tag:blatt.example,2025:1</id><title>Die Brücke</title>
                <link rel="self" href="self.xml"/><link rel="alternate" type="text/html" href="bruecke.html"/>
                <updated>2025-02-14T10:00:00Z</updated><published>2025-02-13T09:30:00.5+01:00</published>
                <category term="lokal" label="Lokales"/>
                <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Erster Absatz.</p><ul><li>Punkt</li><li>Zweiter</li></ul></div></content>
              </entry>
            </feed>
            """);

        Assert.Equal("https://blatt.example/a/bruecke.html", article.Url);
        Assert.Equal("Erster Absatz.\n\nPunkt\n\nZweiter", article.Body);
        Assert.Equal("2025-02-13T09:30:00.5+01:00", article.PublishedAt);
        Assert.Equal(["Erika Muster"], article.Authors);
        Assert.Equal(("Das Blatt", "Lokales", "de", "atom-1.0"), (article.Source, article.Section, article.Language, article.Origin["format"]));
        Assert.Equal("feed/atom:author", article.Origin["authors"]);
    }

    [Fact]
    public void Of_RDF_has_its_items_beside_the_channel()
    {
        var article = Parsing.Article("""
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:d="http://purl.org/dc/elements/1.1/">
              <channel rdf:about="https://n.example/"><title>News</title></channel>
              <item rdf:about="https://n.example/1"><title>Bridge</title><d:date>2025-02-13</d:date><description>It is built.</description></item>
            </rdf:RDF>
            """);

        Assert.Equal(("https://n.example/1", "2025-02-13", "News", "rss-1.0", "dc:date"), (article.Key, article.PublishedAt, article.Source, article.Origin["format"], article.Origin["publishedAt"]));
    }

    [Theory]
    [InlineData("https://jsonfeed.org/version/1", "\"author\": {\"name\": \"Jane Doe\"}", "json-feed-1.0")]
    [InlineData("https://jsonfeed.org/version/1.1", "\"authors\": [{\"name\": \"Jane Doe\"}]", "json-feed-1.1")]
    public void Of_JSON_is_read_in_both_versions(string version, string author, string format)
    {
        var article = Parsing.Article($$"""
            {"version": "{{version}}", "title": "News", "home_page_url": "https://n.example/", "items": [
              {"id": "7", "url": "https://n.example/7", "title": "Bridge", "content_html": "<p>One.</p><p>Two.</p>", "date_published": "2025-02-13T09:30:00Z", "tags": ["Local"], {{author}}}]}
            """);

        Assert.Equal("One.\n\nTwo.", article.Body);
        Assert.Equal(("7", "2025-02-13T09:30:00Z", "Local", format), (article.Key, article.PublishedAt, article.Section, article.Origin["format"]));
        Assert.Equal(["Jane Doe"], article.Authors);
    }

    [Fact]
    public void Without_items_is_rejected_as_such()
    {
        var rejection = Parsing.Rejection("<rss version='2.0'><channel><title>News</title></channel></rss>");

        Assert.Equal(RejectionReasons.NoArticle, rejection.Reason);
        Assert.Contains("without items", rejection.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Warning: no cache in line 7\n")]
    [InlineData("<br /><b>Warning</b>: no cache\n")]
    [InlineData("<!-- cached -->\n")]
    public void Behind_what_a_program_complained_about_is_read(string before) =>
        Assert.Equal("Bridge", Parsing.Article(before + "<?xml version=\"1.0\"?><rss><channel><item><title>Bridge</title></item></channel></rss>").Title);

    [Fact]
    public void Whose_encoding_is_declared_is_decoded_by_it()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var bytes = Encoding.GetEncoding("koi8-r").GetBytes("<?xml version='1.0' encoding='koi8-r'?><rss><channel><item><title>Мост открыт</title></item></channel></rss>");

        Assert.Equal("Мост открыт", Parsing.Article(bytes).Title);
    }

    [Fact]
    public void Whose_declared_encoding_is_wrong_loses_no_text()
    {
        var bytes = Encoding.UTF8.GetBytes("<?xml version='1.0' encoding='iso-8859-1'?><rss><channel><item><title>Brücke eröffnet – für alle</title></item></channel></rss>");

        Assert.Equal("Brücke eröffnet – für alle", Parsing.Article(bytes).Title);
    }
}
