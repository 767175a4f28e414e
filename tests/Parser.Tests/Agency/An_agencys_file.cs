using Ingest.Contracts;

namespace Ingest.Parser.Tests.Agency;

public sealed class An_agencys_file
{
    private const string Nitf = """
        <nitf><head><docdata management-status="usable"><doc-id id-string="n.1"/><date.issue norm="20250213T093000+0100"/></docdata><pubdata name="Town Courier" position.section="Local"/></head>
        <body><body.head><hedline><hl1>Bridge opens</hl1><hl2>After ten years</hl2></hedline><byline>By <person>Jane Doe</person> <byttl>Staff Writer</byttl></byline></body.head>
        <body.content><p>LONDON, Feb 13 (Reuters) - The bridge opened.</p><p>Many came.</p></body.content></body></nitf>
        """;

    [Fact]
    public void In_NITF_gives_headline_paragraphs_byline_and_date()
    {
        var article = Parsing.Article(Nitf);

        Assert.Equal("Bridge opens", article.Title);
        Assert.Equal("After ten years\n\nLONDON, Feb 13 (Reuters) - The bridge opened.\n\nMany came.", article.Body);
        Assert.Equal(["Jane Doe"], article.Authors);
        Assert.Equal(("n.1", "2025-02-13T09:30:00+01:00", "Town Courier", "Local", "nitf"), (article.Key, article.PublishedAt, article.Source, article.Section, article.Origin["format"]));
    }

    [Fact]
    public void In_NewsML_G2_takes_its_metadata_and_the_text_inside()
    {
        var article = Parsing.Article(G2("stat:usable"));

        Assert.Equal(("urn:n:1", "Bridge opens", "First.\n\nSecond."), (article.Key, article.Title, article.Body));
        Assert.Equal(("2025-02-13T09:30:00-05:00", "en", "economy"), (article.PublishedAt, article.Language, article.Section));
        Assert.Equal(["Jane Doe"], article.Authors);
        Assert.Equal(["AP"], article.Agencies);
        Assert.Equal("newsml-g2:headline", article.Origin["title"]);
    }

    [Theory]
    [InlineData("stat:canceled", "cancellation")]
    [InlineData("stat:withheld", "withheld")]
    public void That_takes_a_story_back_is_rejected_as_that(string status, string said)
    {
        var rejection = Parsing.Rejection(G2(status));

        Assert.Equal(RejectionReasons.NoArticle, rejection.Reason);
        Assert.Contains(said, rejection.Detail, StringComparison.Ordinal);
        Assert.Contains("urn:n:1", rejection.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("knowledgeItem", "knowledge item")]
    [InlineData("packageItem", "package")]
    [InlineData("planningItem", "planning item")]
    public void That_brings_no_article_says_what_it_is(string root, string said) =>
        Assert.Contains(said, Parsing.Rejection($"<?xml version='1.0'?><{root} xmlns='http://iptc.org/std/nar/2006-10-01/' guid='urn:n:2'/>").Detail, StringComparison.Ordinal);

    [Fact]
    public void In_NewsML_1_keeps_the_key_of_a_story_over_its_revisions()
    {
        var first = Parsing.Article(NewsMl(1));
        var second = Parsing.Article(NewsMl(2));

        Assert.Equal("urn:newsml:news.example:20250213:77", first.Key);
        Assert.Equal(first.ArticleId, second.ArticleId);
        Assert.Equal(("Bridge opens", "First.\n\nSecond.", "LONDON", "2025-02-13T09:30:00+00:00"), (first.Title, first.Body, first.Dateline, first.PublishedAt));
    }

    [Theory]
    [InlineData("\"headline\": \"Bridge opens\", \"body_text\": \"First. Second.\", \"body_xhtml\": \"<p>First.</p><p>Second.</p>\", \"versioncreated\": \"2025-02-13T09:30:00Z\", \"byline\": \"Jane Doe\"")]
    [InlineData("\"headlines\": [{\"value\": \"Bridge opens\"}], \"bodies\": [{\"contenttype\": \"text/plain\", \"value\": \"First. Second.\"}, {\"contenttype\": \"text/html\", \"value\": \"<p>First.</p><p>Second.</p>\"}], \"versioncreated\": \"2025-02-13T09:30:00Z\", \"by\": \"Jane Doe\"")]
    [InlineData("\"headlines\": [{\"value\": \"Bridge opens\"}], \"bodies\": [{\"contentType\": \"text/html\", \"value\": \"<p>First.</p><p>Second.</p>\"}], \"versionCreated\": \"2025-02-13T09:30:00Z\", \"by\": \"Jane Doe\"")]
    public void In_ninjs_is_read_in_all_versions(string properties)
    {
        var article = Parsing.Article($"{{\"uri\": \"https://n.example/1\", \"type\": \"text\", {properties}}}");

        Assert.Equal(("Bridge opens", "First.\n\nSecond.", "2025-02-13T09:30:00Z", "https://n.example/1"), (article.Title, article.Body, article.PublishedAt, article.Url));
        Assert.Equal(["Jane Doe"], article.Authors);
    }

    [Fact]
    public void In_ninjs_that_takes_a_story_back_is_rejected_as_that() =>
        Assert.Contains("cancellation", Parsing.Rejection("{\"uri\": \"urn:1\", \"pubstatus\": \"canceled\", \"headline\": \"Bridge\"}").Detail, StringComparison.Ordinal);

    [Fact]
    public void Of_a_wire_by_IPTC_7901_is_parted_by_its_control_characters()
    {
        var article = Parsing.Article("\u0001REU0123 4 I 250 UK\r\n\u0002Bridge opens in London\r\n\r\nLONDON, Feb 13 (Reuters) - The bridge opened on Thursday after ten years.\r\n\r\nMany people came to see it.\r\n\u0003131410 Feb 25\r\n\u0004");

        Assert.Equal("Bridge opens in London", article.Title);
        Assert.EndsWith("Many people came to see it.", article.Body, StringComparison.Ordinal);
        Assert.Equal(("REU0123", "2025-02-13T14:10", "I", "iptc-7901"), (article.Key, article.PublishedAt, article.Section, article.Origin["format"]));
        Assert.Equal(["Reuters"], article.Agencies);
    }

    [Fact]
    public void Of_a_wire_by_ANPA_has_its_date_behind_the_text()
    {
        var article = Parsing.Article("\u0016\u0016\u0001a0123\r\nr i bc-bridge 02-13 0250\r\n\u0002Bridge opens in London\r\n\r\nLONDON (AP) - The bridge opened on Thursday after ten years.\r\n\u0003\r\nAP-NY-02-13-25 0930EST\r\n\u0004");

        Assert.Equal(("a0123", "2025-02-13T09:30-05:00", "i", "anpa-1312"), (article.Key, article.PublishedAt, article.Section, article.Origin["format"]));
        Assert.Equal(["AP"], article.Agencies);
    }

    private static string G2(string status) => $"""
        <?xml version="1.0"?>
        <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:n:1" version="2" xml:lang="en-US">
        <itemMeta><itemClass qcode="ninat:text"/><provider literal="AP"/><versionCreated>2025-02-13T09:30:00-05:00</versionCreated><pubStatus qcode="{status}"/></itemMeta>
        <contentMeta><by>By Jane Doe</by><subject><name>economy</name></subject><headline>Bridge opens</headline></contentMeta>
        <contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body><p>First.</p><p>Second.</p></body></html></inlineXML></contentSet>
        </newsItem>
        """;

    private static string NewsMl(int revision) => $"""
        <NewsML Version="1.2"><NewsItem><Identification><NewsIdentifier><ProviderId>news.example</ProviderId><DateId>20250213</DateId><NewsItemId>77</NewsItemId><RevisionId PreviousRevision="0" Update="N">{revision}</RevisionId><PublicIdentifier>urn:newsml:news.example:20250213:77:{revision}</PublicIdentifier></NewsIdentifier></Identification>
        <NewsManagement><NewsItemType FormalName="News"/><FirstCreated>20250213T093000+0000</FirstCreated><Status FormalName="Usable"/></NewsManagement>
        <NewsComponent><NewsLines><HeadLine>Bridge opens</HeadLine><DateLine>LONDON</DateLine></NewsLines><NewsComponent><Role FormalName="Main"/><ContentItem><MimeType FormalName="text/html"/><DataContent>&lt;p&gt;First.&lt;/p&gt;&lt;p&gt;Second.&lt;/p&gt;</DataContent></ContentItem></NewsComponent></NewsComponent>
        </NewsItem></NewsML>
        """;
}
