using Ingest.Contracts;

namespace Ingest.Parser.Tests.Documents;

public sealed class An_OpenDocument
{
    private const string Automatic =
        "<style:style style:name=\"P1\" style:family=\"paragraph\" style:parent-style-name=\"Text_20_body\"><style:text-properties fo:font-size=\"22pt\" fo:font-weight=\"bold\"/></style:style>" +
        "<style:style style:name=\"T1\" style:family=\"text\"><style:text-properties text:display=\"none\"/></style:style>";

    private static string P(string text) => $"<text:p text:style-name=\"Text_20_body\">{text}</text:p>";

    private static string Text => string.Concat(Bridge.Paragraphs.Select(P));

    private static string Title => $"<text:h text:style-name=\"Heading_20_1\" text:outline-level=\"1\">{Bridge.Title}</text:h>";

    [Fact]
    public void Has_the_title_of_its_heading_and_what_stands_under_it()
    {
        var article = Parsing.Article(Package.Open(Title + P("By Jane Doe") + P("13 February 2025") + Text));

        Assert.Equal((Bridge.Title, Bridge.Body, "2025-02-13"), (article.Title, article.Body, article.PublishedAt));
        Assert.Equal(["Jane Doe"], article.Authors);
        Assert.Equal("odt", article.Origin["format"]);
    }

    [Fact]
    public void Without_headings_has_the_title_of_its_largest_letters() =>
        Assert.Equal(Bridge.Title, Parsing.Article(Package.Open(P("13 February 2025") + $"<text:p text:style-name=\"P1\">{Bridge.Title}</text:p>" + Text, Automatic)).Title);

    [Theory]
    [InlineData("<text:tracked-changes><text:changed-region><text:deletion><text:p>An old version</text:p></text:deletion></text:changed-region></text:tracked-changes>")]
    [InlineData("<text:table-of-content><text:index-body><text:p>Contents</text:p></text:index-body></text:table-of-content>")]
    [InlineData("<text:p><text:span text:style-name=\"T1\">hidden</text:span></text:p>")]
    [InlineData("<text:p><office:annotation><dc:creator>Editor</dc:creator><text:p>Check this</text:p></office:annotation></text:p>")]
    public void Leaves_out_what_its_reader_does_not_see(string unseen) => Assert.Equal(Bridge.Body, Parsing.Article(Package.Open(unseen + Title + Text, Automatic)).Body);

    [Fact]
    public void Has_its_notes_behind_the_text_and_its_spaces_as_they_are_set()
    {
        var note = "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>The estimate is from 2023.</text:p></text:note-body></text:note>";
        var article = Parsing.Article(Package.Open(Title + P($"The bridge<text:s/>will\n   be{note} long<text:line-break/>and <text:span>wide</text:span>.") + Text));

        Assert.Equal($"The bridge will be long\nand wide.\n\n{Bridge.Body}\n\nThe estimate is from 2023.", article.Body);
    }

    [Fact]
    public void Has_the_rows_of_its_tables_on_lines_and_the_items_of_its_lists()
    {
        var table = $"<table:table><table:table-row><table:table-cell>{P("North")}</table:table-cell><table:table-cell>{P("12")}</table:table-cell></table:table-row></table:table>";
        var article = Parsing.Article(Package.Open(Title + Text + $"<text:list><text:list-item>{P("A first point")}</text:list-item></text:list>" + table));

        Assert.Equal(Bridge.Body + "\n\nA first point\n\nNorth\t12", article.Body);
    }

    [Fact]
    public void Behind_a_password_is_encrypted() =>
        Assert.Equal(
            RejectionReasons.Encrypted,
            Parsing.Rejection(Package.Of(("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "\u0001\u0002"), ("META-INF/manifest.xml", "<m:manifest><m:file-entry m:full-path=\"content.xml\"><m:encryption-data/></m:file-entry></m:manifest>"))).Reason);

    [Theory]
    [InlineData("mimetype", "application/vnd.oasis.opendocument.spreadsheet")]
    [InlineData("ppt/presentation.xml", "<p/>")]
    public void Of_another_kind_is_named(string name, string text) =>
        Assert.Equal(RejectionReasons.UnsupportedFormat, Parsing.Rejection(Package.Of((name, text), ("[Content_Types].xml", "<Types/>"), ("content.xml", "<x/>"))).Reason);
}
