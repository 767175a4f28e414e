using Ingest.Contracts;

namespace Ingest.Parser.Tests.Documents;

public sealed class A_Word_document
{
    private const string Styles =
        "<w:styles " + Package.Namespaces + "><w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val=\"22\"/></w:rPr></w:rPrDefault></w:docDefaults>" +
        "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"a\"><w:name w:val=\"Normal\"/></w:style>" +
        "<w:style w:type=\"paragraph\" w:styleId=\"berschrift1\"><w:name w:val=\"heading 1\"/><w:basedOn w:val=\"a\"/><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr></w:style>" +
        "<w:style w:type=\"paragraph\" w:styleId=\"Zwischen\"><w:name w:val=\"Crosshead\"/><w:basedOn w:val=\"berschrift1\"/><w:pPr><w:outlineLvl w:val=\"2\"/></w:pPr></w:style>" +
        "<w:style w:type=\"paragraph\" w:styleId=\"Ring1\"><w:name w:val=\"Ring\"/><w:basedOn w:val=\"Ring2\"/></w:style><w:style w:type=\"paragraph\" w:styleId=\"Ring2\"><w:name w:val=\"Other Ring\"/><w:basedOn w:val=\"Ring1\"/></w:style>" +
        "<w:style w:type=\"character\" w:styleId=\"Geheim\"><w:name w:val=\"Secret\"/><w:rPr><w:vanish/></w:rPr></w:style></w:styles>";

    private static string Text => string.Concat(Bridge.Paragraphs.Select(paragraph => Package.P(paragraph)));

    private static Article Article(string body, params (string, string)[] parts) => Parsing.Article(Package.Word(body, [("word/styles.xml", Styles), .. parts]));

    [Fact]
    public void Has_the_title_of_its_first_heading_and_what_stands_under_it()
    {
        var article = Article(Package.P("The Eastmere Courier") + Package.P(Bridge.Title, "berschrift1") + Package.P("By Jane Doe") + Package.P("13 February 2025") + Text);

        Assert.Equal(Bridge.Title, article.Title);
        Assert.Equal("style:heading 1", article.Origin["title"]);
        Assert.Equal(["Jane Doe"], article.Authors);
        Assert.Equal("2025-02-13", article.PublishedAt);
        Assert.Equal(Bridge.Body, article.Body);
        Assert.Equal("docx", article.Origin["format"]);
    }

    [Fact]
    public void Without_headings_has_the_title_of_its_largest_letters() =>
        Assert.Equal(Bridge.Title, Article(Package.P("13 February 2025") + Package.P(Bridge.Title, run: "<w:sz w:val=\"40\"/>") + Text).Title);

    [Fact]
    public void Keeps_its_crossheads_in_the_text()
    {
        var article = Article(Package.P(Bridge.Title, "berschrift1") + Package.P(Bridge.Paragraphs[0]) + Package.P("A Referendum", "Zwischen") + Package.P(Bridge.Paragraphs[1], "Ring1"));

        Assert.Equal($"{Bridge.Paragraphs[0]}\n\nA Referendum\n\n{Bridge.Paragraphs[1]}", article.Body);
    }

    [Theory]
    [InlineData("<w:del w:id=\"1\"><w:r><w:delText>never </w:delText></w:r></w:del>")]
    [InlineData("<w:moveFrom><w:r><w:t>moved </w:t></w:r></w:moveFrom>")]
    [InlineData("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> HYPERLINK \"http://x.example\" </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>")]
    [InlineData("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:t>code</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>")]
    [InlineData("<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>")]
    [InlineData("<w:r><w:rPr><w:rStyle w:val=\"Geheim\"/></w:rPr><w:t>secret</w:t></w:r>")]
    [InlineData("<w:commentRangeStart w:id=\"0\"/><w:r><w:commentReference w:id=\"0\"/></w:r>")]
    [InlineData("<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>Click here</w:t></w:r></w:sdtContent></w:sdt>")]
    public void Leaves_out_what_its_reader_does_not_see(string unseen) =>
        Assert.Equal(
            Bridge.Body,
            Article(Package.P(Bridge.Title, "berschrift1") + $"<w:p>{unseen}<w:r><w:t>{Bridge.Paragraphs[0]}</w:t></w:r></w:p>" + string.Concat(Bridge.Paragraphs[1..].Select(paragraph => Package.P(paragraph)))).Body);

    [Fact]
    public void Keeps_inserted_text_links_and_the_results_of_fields()
    {
        const string Runs = "<w:r><w:t>The </w:t></w:r><w:ins><w:r><w:t>new </w:t></w:r></w:ins><w:hyperlink r:id=\"rId9\"><w:r><w:t>bridge</w:t></w:r></w:hyperlink><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>X</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t> of Eastmere</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r><w:r><w:t> is &amp; stays long.</w:t></w:r>";

        Assert.StartsWith("The new bridge of Eastmere is & stays long.", Article(Package.P(Bridge.Title, "berschrift1") + $"<w:p>{Runs}</w:p>" + Text).Body, StringComparison.Ordinal);
    }

    [Fact]
    public void Has_its_notes_behind_the_text_and_no_headers()
    {
        var article = Article(
            Package.P(Bridge.Title, "berschrift1") + Text,
            ("word/footnotes.xml", $"<w:footnotes {Package.Namespaces}><w:footnote w:type=\"separator\" w:id=\"0\"><w:p><w:r><w:t>----</w:t></w:r></w:p></w:footnote><w:footnote w:id=\"1\">{Package.P("The estimate is from 2023.")}</w:footnote></w:footnotes>"),
            ("word/header1.xml", $"<w:hdr {Package.Namespaces}>{Package.P("Confidential")}</w:hdr>"));

        Assert.Equal(Bridge.Body + "\n\nThe estimate is from 2023.", article.Body);
    }

    [Fact]
    public void Has_the_text_of_its_boxes_once_and_behind_the_paragraph_they_hang_on()
    {
        var box = $"<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx><w:txbxContent>{Package.P("Forty minutes by lorry.")}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>{Package.P("Forty minutes by lorry.")}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>";
        var article = Article(Package.P(Bridge.Title, "berschrift1") + $"<w:p>{box}<w:r><w:t>{Bridge.Paragraphs[0]}</w:t></w:r></w:p>" + Package.P(Bridge.Paragraphs[1]));

        Assert.Equal($"{Bridge.Paragraphs[0]}\n\nForty minutes by lorry.\n\n{Bridge.Paragraphs[1]}", article.Body);
    }

    [Fact]
    public void Has_the_rows_of_its_tables_on_lines()
    {
        static string Row(string one, string other) => $"<w:tr><w:tc>{Package.P(one)}</w:tc><w:tc>{Package.P(other)}</w:tc></w:tr>";
        var article = Article(Package.P(Bridge.Title, "berschrift1") + Text + $"<w:tbl>{Row("North", "12")}{Row("South", "17")}</w:tbl>");

        Assert.Equal(Bridge.Body + "\n\nNorth\t12\nSouth\t17", article.Body);
    }

    [Fact]
    public void Is_several_articles_where_each_opens_with_its_date_line()
    {
        var articles = Parsing.Articles(Package.Word(
            Package.P("date 2025-02-13 First Bridge Is Built") + Text + Package.P("date 2025-02-14 Six Rescued From Boat") + string.Concat(Bridge.Rescue.Select(paragraph => Package.P(paragraph)))));

        Assert.Equal(["First Bridge Is Built", "Six Rescued From Boat"], articles.Select(article => article.Title));
        Assert.Equal(Bridge.Body, articles[0].Body);
        Assert.All(articles, article => Assert.Equal("docx", article.Origin["format"]));
    }

    [Fact]
    public void Gives_its_properties_where_the_text_says_nothing_and_says_so()
    {
        var article = Article(
            Package.P(Bridge.Title, "berschrift1") + Text,
            ("docProps/core.xml", "<cp:coreProperties xmlns:cp=\"x\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\"><dc:creator>Jane Doe;admin</dc:creator><dcterms:created>2025-02-13T08:00:00Z</dcterms:created></cp:coreProperties>"));

        Assert.Equal(["Jane Doe"], article.Authors);
        Assert.Equal("2025-02-13T08:00:00Z", article.PublishedAt);
        Assert.Equal(2, article.Warnings.Count);
    }

    [Fact]
    public void That_is_cut_off_is_read_as_far_as_it_goes_and_says_so()
    {
        var long_ = string.Concat(Enumerable.Range(0, 400).Select(i => Package.P($"Paragraph {i}: {Guid.NewGuid()} was {Bridge.Paragraphs[i % 4]}")));
        var bytes = Package.Word(Package.P(Bridge.Title, "berschrift1") + long_);

        var article = Parsing.Article(bytes[..(bytes.Length * 2 / 3)]);

        Assert.Equal(Bridge.Title, article.Title);
        Assert.Contains("Paragraph 20:", article.Body, StringComparison.Ordinal);
        Assert.Contains(article.Warnings, warning => warning.Contains("cut off", StringComparison.Ordinal));
    }

    [Fact]
    public void That_grows_too_much_is_a_bomb()
    {
        var bomb = Package.Word($"<w:p><w:r><w:t>{new string('x', 60_000_000)}</w:t></w:r></w:p>");

        Assert.Equal(RejectionReasons.ExpansionRatio, Parsing.Rejection(bomb).Reason);
        Assert.Equal(RejectionReasons.TooLarge, Parsing.Rejection(Package.Word(Package.P(Noise(3_000_000))), new ParserOptions { MaxDocumentBytes = 1 << 20 }).Reason);
    }

    [Fact]
    public void With_paragraphs_in_paragraphs_takes_no_longer()
    {
        var outcome = Parsing.Outcome(Package.Word(Package.P(Bridge.Title, "berschrift1") + string.Concat(Enumerable.Repeat("<w:p><w:r>", 100_000)) + "<w:t>A sentence that stands deep.</w:t>"));

        Assert.Contains("stands deep", Assert.Single(Assert.IsType<ParseOutcome.Parsed>(outcome).Articles).Body, StringComparison.Ordinal);
    }

    private static string Noise(int length)
    {
        var random = new Random(5);
        return string.Create(length, random, (span, source) =>
        {
            foreach (ref var c in span)
            {
                c = (char)('a' + source.Next(26));
            }
        });
    }
}
