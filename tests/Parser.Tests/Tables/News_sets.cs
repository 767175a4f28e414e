using System.Text.Json;

namespace Ingest.Parser.Tests.Tables;

/// <summary>Records with the names that public crawlers and news sets give them.</summary>
public sealed class News_sets
{
    private static readonly string[] Paragraphs = ["The harbour of Lindholm reopened on Tuesday after seven weeks of repairs, and forty ships were waiting.", "\"We had counted on nine weeks,\" said harbour master Ada Quill."];

    private static readonly string Text = string.Join("\n\n", Paragraphs);

    private static string Lines(object record) => JsonSerializer.Serialize(record) + "\n" + JsonSerializer.Serialize(record) + "\n";

    private static void AssertRead(Contracts.Article article, string day = "2025-03-04", string? source = null, string? url = "https://courier.example/1")
    {
        Assert.Equal(("Harbour reopens", Text, source, url), (article.Title, article.Body, article.Source, article.Url));
        Assert.StartsWith(day, article.PublishedAt, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_news_please_prefer_the_day_of_publication() =>
        Assert.All(Parsing.Articles(Lines(new { authors = new[] { "Ada Quill" }, date_download = "2025-03-06 10:00:00", date_modify = (string?)null, date_publish = "2025-03-04 09:30:00", description = "Short", language = "en", maintext = Text, source_domain = "courier.example", title = "Harbour reopens", title_page = (string?)null, url = "https://courier.example/1" })),
            article => AssertRead(article, source: "courier.example"));

    [Fact]
    public void Of_fundus_have_a_plain_text_beside_their_sections()
    {
        var article = Parsing.Article(JsonSerializer.Serialize(new[] { new { title = "Harbour reopens", body = new { summary = new[] { "Short." }, sections = new[] { new { headline = Array.Empty<string>(), paragraphs = Paragraphs } } }, authors = new[] { "Ada Quill" }, publishing_date = "2025-03-04 09:30:00+01:00", topics = new[] { "Harbours" }, free_access = true, plaintext = Text, lang = "en" } }));

        AssertRead(article, url: null);
        Assert.Equal(["Ada Quill"], article.Authors);
    }

    [Fact]
    public void Of_trafilatura_are_read_from_JSON_table_XML_and_TEI()
    {
        var json = Parsing.Article(JsonSerializer.Serialize(new Dictionary<string, string?> { ["title"] = "Harbour reopens", ["author"] = "Ada Quill; Bert Ness", ["hostname"] = "courier.example", ["date"] = "2025-03-04", ["fingerprint"] = "ab", ["id"] = null, ["comments"] = "", ["raw_text"] = string.Join(' ', Paragraphs), ["text"] = string.Join('\n', Paragraphs), ["language"] = "en", ["source"] = "https://courier.example/1", ["source-hostname"] = "Courier", ["excerpt"] = "Short" }));
        AssertRead(json, source: "courier.example");
        Assert.Equal(["Ada Quill", "Bert Ness"], json.Authors);

        var quoted = Text.Replace("\"", "\"\"", StringComparison.Ordinal);
        Assert.All(Parsing.Articles($"url\tid\tfingerprint\thostname\ttitle\timage\tdate\ttext\tcomments\n{string.Concat(Enumerable.Repeat($"https://courier.example/1\t\tab\tcourier.example\tHarbour reopens\t\t2025-03-04\t\"{quoted}\"\t\n", 2))}"), article => AssertRead(article, source: "courier.example"));

        var escaped = Paragraphs.Select(paragraph => $"<p>{paragraph.Replace("\"", "&quot;", StringComparison.Ordinal)}</p>");
        var xml = Parsing.Article($"<?xml version=\"1.0\"?>\n<doc sitename=\"Courier\" title=\"Harbour reopens\" author=\"Ada Quill\" date=\"2025-03-04\" source=\"https://courier.example/1\" hostname=\"courier.example\" categories=\"Local\" fingerprint=\"ab\"><main><head rend=\"h1\">Harbour reopens</head>{string.Concat(escaped)}</main><comments><p>A reader's comment.</p></comments></doc>");
        AssertRead(xml, source: "Courier");
        Assert.Equal("Local", xml.Section);

        var tei = Parsing.Article($"<?xml version=\"1.0\"?>\n<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><teiHeader><fileDesc><titleStmt><title type=\"main\">Harbour reopens</title><author>Ada Quill</author></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><bibl>Harbour reopens, Courier</bibl><biblFull><publicationStmt><publisher>Courier</publisher><ptr type=\"URL\" target=\"https://courier.example/1\"/><date>2025-03-04</date></publicationStmt></biblFull></sourceDesc></fileDesc></teiHeader><text><body><div type=\"entry\">{string.Concat(escaped)}</div><div type=\"comments\"><p>A reader's comment.</p></div></body></text></TEI>");
        AssertRead(tei, source: "Courier");
        Assert.Equal(["Ada Quill"], tei.Authors);
    }

    [Fact]
    public void Of_newspaper_have_lists_as_Python_writes_them()
    {
        var articles = Parsing.Articles($",url,source_url,title,authors,publish_date,text,summary\n{string.Concat(Enumerable.Range(0, 2).Select(i => $"{i},https://courier.example/{i},https://courier.example,Harbour reopens,\"['Ada Quill', 'Bert Ness']\",2025-03-04 09:30:00,\"{Text.Replace("\"", "\"\"", StringComparison.Ordinal)}\",\n"))}");

        AssertRead(articles[1]);
        Assert.Equal(["Ada Quill", "Bert Ness"], articles[0].Authors);
    }

    [Fact]
    public void Of_Common_Crawl_Media_Cloud_and_Signal_have_their_source_by_domain_or_name()
    {
        Assert.All(Parsing.Articles(Lines(new { title = "Harbour reopens", text = Text, domain = "courier.example", date = "2025-03-04 09:30:00", description = "Short", url = "https://courier.example/1", image_url = "http://x.example/a.jpg" })), article => AssertRead(article, source: "courier.example"));
        Assert.All(Parsing.Articles(Lines(new { id = 123, title = "Harbour reopens", url = "https://courier.example/1", publish_date = "2025-03-04", collect_date = "2025-03-05", media_name = "Lindholm Courier", media_url = "http://courier.example", language = "en", text = Text })), article => AssertRead(article, source: "Lindholm Courier"));
        Assert.All(Parsing.Articles(Lines(new Dictionary<string, string> { ["id"] = "f7ca", ["content"] = Text, ["title"] = "Harbour reopens", ["media-type"] = "News", ["source"] = "Lindholm Courier", ["published"] = "2025-03-04T09:30:00Z" })), article => AssertRead(article, source: "Lindholm Courier", url: null));
    }

    [Fact]
    public void Of_summaries_and_headlines_say_what_they_lack()
    {
        var category = Parsing.Articles(Lines(new { link = "https://courier.example/1", headline = "Harbour reopens", category = "WORLD NEWS", short_description = Paragraphs[0], authors = "Ada Quill and Bert Ness, AP", date = "2025-03-04" }))[0];
        Assert.Equal(("Harbour reopens", Paragraphs[0], "WORLD NEWS"), (category.Title, category.Body, category.Section));
        Assert.Equal(["AP"], category.Agencies);
        Assert.Contains("body: there is only a summary", category.Warnings);

        var summary = Parsing.Articles(Lines(new { article = Text, highlights = "Harbour reopened.", id = "abc" }))[0];
        Assert.Equal((Text, ""), (summary.Body, summary.Title));

        var seen = Parsing.Article("{\"articles\":[{\"url\":\"https://courier.example/1\",\"url_mobile\":\"\",\"title\":\"Harbour reopens\",\"seendate\":\"20250304T093000Z\",\"domain\":\"courier.example\",\"language\":\"English\",\"sourcecountry\":\"Sweden\"}]}");
        Assert.Equal(("Harbour reopens", "2025-03-04T09:30:00Z", "courier.example"), (seen.Title, seen.PublishedAt, seen.Source));
    }

    [Fact]
    public void Of_MIND_have_no_header()
    {
        var articles = Parsing.Articles("""
            N55528	lifestyle	lifestyleroyals	Harbour reopens after a long winter	The harbour of Lindholm reopened on Tuesday after seven weeks of repairs, and forty ships were waiting.	https://assets.example/AAGH0ET.html	[{"Label": "Lindholm harbour", "Type": "P", "WikidataId": "Q80976", "Confidence": 1.0, "OccurrenceOffsets": [48], "SurfaceForms": ["harbour"]}]	[]
            N19639	health	weightloss	Ferry line gets a second ship	The ferry line gets a second ship in May, said the council, which pays for it with a loan.	https://assets.example/AAB19MK.html	[]	[]
            N61837	news	newsworld	Library stays open at night	The library stays open at night from Monday on, as the students had asked for since the spring.	https://assets.example/AAJgNsz.html	[]	[]

            """);

        Assert.Equal(["Harbour reopens after a long winter", "Ferry line gets a second ship", "Library stays open at night"], articles.Select(article => article.Title));
        Assert.Equal(("The harbour of Lindholm reopened on Tuesday after seven weeks of repairs, and forty ships were waiting.", "https://assets.example/AAGH0ET.html"), (articles[0].Body, articles[0].Url));
        Assert.Contains(articles[0].Warnings, warning => warning.StartsWith("title: taken from the column", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("id,title,publication,author,date,year,month,url,content", "17283,Harbour reopens,Lindholm Courier,Ada Quill,2025-03-04,2025.0,3.0,https://courier.example/1,{0}")]
    [InlineData("date,year,month,day,author,title,article,url,section,publication", "2025-03-04 09:30:00,2025,3.0,4,Ada Quill,Harbour reopens,{0},https://courier.example/1,Local,Lindholm Courier")]
    [InlineData("id;titre;chapo;corps;date_publication;auteur;source;url", "1;Harbour reopens;Chapo.;{0};2025-03-04 09:30:00;Ada Quill;Lindholm Courier;https://courier.example/1")]
    public void As_tables_have_their_own_names(string header, string row)
    {
        var line = row.Replace("{0}", $"\"{Text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"", StringComparison.Ordinal);

        Assert.All(Parsing.Articles($"{header}\n{line}\n{line}\n"), article =>
        {
            AssertRead(article, source: "Lindholm Courier");
            Assert.Equal(["Ada Quill"], article.Authors);
        });
    }
}
