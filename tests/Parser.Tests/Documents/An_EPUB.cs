using Ingest.Contracts;

namespace Ingest.Parser.Tests.Documents;

public sealed class An_EPUB
{
    private const string Bar = "<div class=\"calibre_navbar\"><a href=\"x\">Next</a> | <a href=\"y\">Section menu</a> | <a href=\"z\">Main menu</a></div>";

    private static string Chapter(string title, IEnumerable<string> paragraphs) => $"{Bar}<h2>{title}</h2><p>By <b>Jane Doe</b></p><p>13 February 2025</p>{string.Concat(paragraphs.Select(paragraph => $"<p>{paragraph}</p>"))}<hr/>{Bar}";

    private static readonly string Contents = "<h1>Contents</h1><ul>" + string.Concat(Enumerable.Range(0, 40).Select(i => $"<li><a href=\"c{i}.xhtml\">Article number {i} of this issue</a></li>")) + "</ul>";

    [Fact]
    public void Of_a_newspaper_has_one_article_a_document_and_none_of_its_contents()
    {
        var articles = Parsing.Articles(Package.Book("The Eastmere Courier", ["<img src=\"cover.jpg\"/>", Contents, Chapter(Bridge.Title, Bridge.Paragraphs), Chapter("Six Rescued From Boat", Bridge.Rescue)]));

        Assert.Equal([Bridge.Title, "Six Rescued From Boat"], articles.Select(article => article.Title));
        Assert.Equal([Bridge.Body, string.Join("\n\n", Bridge.Rescue)], articles.Select(article => article.Body));
        Assert.Equal([0, 1], articles.Select(article => article.Ordinal));
        Assert.All(articles, article => Assert.Equal(("The Eastmere Courier", "2025-02-13", "epub"), (article.Source, article.PublishedAt, article.Origin["format"])));
        Assert.All(articles, article => Assert.Equal(["Jane Doe"], article.Authors));
    }

    [Fact]
    public void Has_the_books_date_where_a_document_has_none_and_says_so()
    {
        var article = Parsing.Article(Package.Book("The Eastmere Courier", [$"<h1>{Bridge.Title}</h1>" + string.Concat(Bridge.Paragraphs.Select(paragraph => $"<p>{paragraph}</p>"))]));

        Assert.Equal("2025-02-13T05:00:00+00:00", article.PublishedAt);
        Assert.Empty(article.Authors);
        Assert.Contains(article.Warnings, warning => warning.StartsWith("publishedAt:", StringComparison.Ordinal));
    }

    [Fact]
    public void With_encrypted_texts_is_encrypted_and_with_obfuscated_fonts_is_read()
    {
        static (string, string) Encrypts(string part) => ("META-INF/encryption.xml", $"<encryption><EncryptedData><CipherData><CipherReference URI=\"{part}\"/></CipherData></EncryptedData></encryption>");

        Assert.Equal(RejectionReasons.Encrypted, Parsing.Rejection(Package.Book("Courier", [Chapter(Bridge.Title, Bridge.Paragraphs)], Encrypts("OEBPS/text/c0.xhtml"))).Reason);
        Assert.Equal(Bridge.Body, Parsing.Article(Package.Book("Courier", [Chapter(Bridge.Title, Bridge.Paragraphs)], Encrypts("OEBPS/fonts/a.otf"))).Body);
    }

    [Fact]
    public void Without_its_package_file_is_read_in_the_files_order()
    {
        var bytes = Package.Of(("mimetype", "application/epub+zip"), ("a.xhtml", $"<html><body>{Chapter(Bridge.Title, Bridge.Paragraphs)}</body></html>"));

        Assert.Equal(Bridge.Body, Parsing.Article(bytes).Body);
    }

    [Fact]
    public void Whose_chapters_lie_elsewhere_names_none_of_the_machines_files()
    {
        var bytes = Package.Of(("mimetype", "application/epub+zip"), ("META-INF/container.xml", "<rootfile full-path=\"a.opf\"/>"), ("a.opf", "<package><manifest><item id=\"a\" href=\"../../../../etc/passwd\"/><item id=\"b\" href=\"file:///etc/passwd\"/></manifest><spine><itemref idref=\"a\"/><itemref idref=\"b\"/></spine></package>"));

        Assert.Equal(RejectionReasons.Damaged, Parsing.Rejection(bytes).Reason);
    }
}
