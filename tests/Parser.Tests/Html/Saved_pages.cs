using System.Buffers.Binary;
using System.Text;
using static Ingest.Parser.Tests.Html.Harbour;

namespace Ingest.Parser.Tests.Html;

public sealed class Saved_pages
{
    private const string Url = "https://courier.example/harbour";

    private static readonly string Text = string.Concat(Paragraphs.Select(paragraph => $"<p>{paragraph}</p>\n"));

    private static string Page(string head = "", string top = "") =>
        $"<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\">{head}<title>Harbour reopens | Lindholm Courier</title><meta property=\"article:published_time\" content=\"2025-03-04T09:30:00+01:00\"></head><body>{top}<nav><a href=\"/\">Home</a></nav><article><h1>Harbour reopens</h1>{Text}</article><footer>© 2025 Lindholm Courier</footer></body></html>";

    private static void AssertRead(Contracts.Article article, string? url = Url)
    {
        Assert.Equal(("Harbour reopens", Body, url), (article.Title, article.Body, article.Url));
    }

    private static string Archive(string header, string partHeader, string body) =>
        $"{header}\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type=\"text/html\"; boundary=\"b\"\r\n\r\n--b\r\n{partHeader}\r\n\r\n{body}\r\n--b\r\nContent-Type: text/html\r\nContent-Location: https://ads.example/f\r\n\r\n<html><body><p>Buy a boat now, the best boats in town are sold here for the lowest price ever.</p></body></html>\r\n--b\r\nContent-Type: image/gif\r\nContent-Transfer-Encoding: base64\r\n\r\nR0lGODlhAQABAAAAACw=\r\n--b--\r\n";

    [Fact]
    public void Of_Chrome_are_read_by_their_first_frame() =>
        AssertRead(Parsing.Article(Archive($"From: <Saved by Blink>\r\nSnapshot-Content-Location: {Url}\r\nSubject: Harbour reopens\r\nDate: Wed, 5 Mar 2025 10:00:00 +0100", $"Content-Type: text/html\r\nContent-ID: <frame-1@mhtml.blink>\r\nContent-Transfer-Encoding: base64\r\nContent-Location: {Url}", Convert.ToBase64String(Encoding.UTF8.GetBytes(Page()), Base64FormattingOptions.InsertLineBreaks))));

    [Fact]
    public void Of_the_old_Explorer_have_their_charset_in_the_part() =>
        AssertRead(Parsing.Article(Encoding.Latin1.GetBytes(Archive("From: \"Saved by Windows Internet Explorer 8\"\r\nSubject: Harbour reopens\r\nDate: Wed, 5 Mar 2025 10:00:00 +0100", $"Content-Type: text/html; charset=\"windows-1252\"\r\nContent-Transfer-Encoding: 8bit\r\nContent-Location: {Url}", Page().Replace("<meta charset=\"utf-8\">", "", StringComparison.Ordinal)))));

    [Fact]
    public void Of_Word_are_in_UTF16_though_they_stand_in_a_mail()
    {
        var page = $"<html xmlns:o=\"urn:schemas-microsoft-com:office:office\"><head><meta http-equiv=Content-Type content=\"text/html; charset=unicode\"><title>Harbour reopens</title></head><body lang=EN><div class=WordSection1><h1>Harbour reopens<o:p></o:p></h1>{string.Concat(Paragraphs.Select(paragraph => $"<p class=MsoNormal><span lang=EN>{paragraph}<o:p></o:p></span></p>"))}</div></body></html>";

        AssertRead(Parsing.Article($"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b\"\r\n\r\nThis document is a Single File Web Page.\r\n\r\n--b\r\nContent-Location: file:///C:/harbour.htm\r\nContent-Transfer-Encoding: base64\r\nContent-Type: text/html; charset=\"unicode\"\r\n\r\n{Convert.ToBase64String([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(page)], Base64FormattingOptions.InsertLineBreaks)}\r\n--b--\r\n"), null);
    }

    [Fact]
    public void Of_Safari_are_property_lists_with_the_page_in_them()
    {
        var article = Parsing.Article(PropertyList(("WebResourceData", Encoding.UTF8.GetBytes(Page())), ("WebResourceURL", Url), ("WebResourceTextEncodingName", "UTF-8")));

        AssertRead(article);
        Assert.Equal("webarchive", article.Origin["format"]);
        AssertRead(Parsing.Article($"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\" \"http://www.apple.com/DTDs/PropertyList-1.0.dtd\">\n<plist version=\"1.0\"><dict><key>WebMainResource</key><dict><key>WebResourceData</key><data>{Convert.ToBase64String(Encoding.UTF8.GetBytes(Page()))}</data><key>WebResourceURL</key><string>{Url}</string></dict></dict></plist>"));
    }

    [Fact]
    public void Of_Safari_that_are_broken_end()
    {
        var whole = PropertyList(("WebResourceData", Encoding.UTF8.GetBytes(Page())), ("WebResourceURL", Url), ("WebResourceTextEncodingName", "UTF-8"));
        for (var i = 0; i < whole.Length; i += 97)
        {
            var bytes = (byte[])whole.Clone();
            bytes[^(1 + (i % 40))] ^= (byte)i;
            Assert.NotNull(Parsing.Outcome(bytes));
            Assert.NotNull(Parsing.Outcome(whole[..i]));
        }
    }

    [Fact]
    public void Of_SingleFile_have_their_address_in_a_comment_and_pictures_in_the_markup()
    {
        var picture = "data:image/png;base64," + new string('A', 200_000);

        AssertRead(Parsing.Article(Page($"<!--\n Page saved with SingleFile \n url: {Url} \n saved date: Wed Mar 05 2025 10:00:00 GMT+0100\n--><style>{string.Concat(Enumerable.Repeat(".a{b:c}", 20_000))}</style>", $"<img src=\"{picture}\"><div style=\"background:url({picture})\"></div>")));
    }

    [Fact]
    public void Of_a_browser_have_their_address_in_a_comment() =>
        AssertRead(Parsing.Article(Page().Replace("<html", $"\n<!-- saved from url=(0031){Url} -->\n<html", StringComparison.Ordinal)));

    [Theory]
    [InlineData("https://web.archive.org/web/20250305100000/")]
    [InlineData("https://web.archive.org/web/20250305100000id_/")]
    [InlineData("http://wayback.archive-it.org/123/20250305100000/")]
    public void Of_a_web_archive_have_their_own_address_and_no_toolbar(string archive) =>
        AssertRead(Parsing.Article(Page($"<script>__wm.init(\"https://web.archive.org/web\");</script><link rel=\"canonical\" href=\"{archive}{Url}\">", "<!-- BEGIN WAYBACK TOOLBAR INSERT --><div id=\"wm-ipp-base\"><div id=\"wm-ipp\"><p>12 captures 04 Mar 2025 - 10 Oct 2025</p><p>About this capture. Web crawl data from Common Crawl, and the collection of many other pages that were captured for this purpose.</p></div></div><!-- END WAYBACK TOOLBAR INSERT -->")));

    [Fact]
    public void With_the_article_in_a_shadow_root_show_it() =>
        AssertRead(Parsing.Article($"<!DOCTYPE html><html lang=en><head><title>Harbour reopens</title></head><body><news-article><template shadowrootmode=\"open\"><style>.a{{}}</style><h1>Harbour reopens</h1>{Text}</template></news-article></body></html>"), null);

    /// <summary>A binary property list: a dictionary with a main resource, which is a dictionary of bytes and texts.</summary>
    private static byte[] PropertyList(params (string Key, object Value)[] resource)
    {
        var objects = new List<byte[]>();
        static byte[] Counted(int kind, int count, byte[] rest) => count < 15 ? [(byte)((kind << 4) | count), .. rest] : [(byte)((kind << 4) | 15), 0x12, .. BitConverter.GetBytes(BinaryPrimitives.ReverseEndianness(count)), .. rest];
        static byte[] Word(string text) => Counted(5, text.Length, Encoding.ASCII.GetBytes(text));
        objects.Add(Counted(0xD, 1, [1, 2]));
        objects.Add(Word("WebMainResource"));
        objects.Add(Counted(0xD, resource.Length, [.. Enumerable.Range(0, resource.Length).Select(i => (byte)(3 + i)), .. Enumerable.Range(0, resource.Length).Select(i => (byte)(3 + resource.Length + i))]));
        objects.AddRange(resource.Select(entry => Word(entry.Key)));
        objects.AddRange(resource.Select(entry => entry.Value is byte[] data ? Counted(4, data.Length, data) : Word((string)entry.Value)));

        var bytes = new List<byte>("bplist00"u8.ToArray());
        var offsets = new List<int>();
        foreach (var item in objects)
        {
            offsets.Add(bytes.Count);
            bytes.AddRange(item);
        }

        var table = bytes.Count;
        bytes.AddRange(offsets.SelectMany(offset => BitConverter.GetBytes(BinaryPrimitives.ReverseEndianness(offset))));
        bytes.AddRange([0, 0, 0, 0, 0, 0, 4, 1, .. BitConverter.GetBytes(BinaryPrimitives.ReverseEndianness((long)objects.Count)), .. new byte[8], .. BitConverter.GetBytes(BinaryPrimitives.ReverseEndianness((long)table))]);
        return [.. bytes];
    }
}
