using System.Text;
using Ingest.Contracts;

namespace Ingest.Parser.Tests.Documents;

public sealed class An_RTF_document
{
    private static string Text => string.Concat(Bridge.Paragraphs.Select(paragraph => $"\\pard\\plain {paragraph}\\par\r\n"));

    private static byte[] Bytes(string rtf) => Encoding.Latin1.GetBytes(rtf);

    private static Article Article(string content) => Parsing.Article(Bytes("{\\rtf1\\ansi\\ansicpg1252\\deff0" + content + "}"));

    /// <summary>The first paragraph of the body of a document with this in it.</summary>
    private static string First(string content, string tables = "") => Article($"{tables}{{\\b\\fs48 {Bridge.Title}\\par}}\\pard\\plain {content} The council met and decided it on Tuesday.\\par {Text}").Body.Split("\n\n")[0];

    [Fact]
    public void Has_the_title_of_its_heading_and_what_stands_under_it()
    {
        var article = Article(
            "{\\fonttbl{\\f0\\fnil Times;}}{\\colortbl;\\red0\\green0\\blue0;}{\\stylesheet{\\ql Normal;}{\\s1\\outlinelevel0\\b\\fs32 heading 1;}{\\*\\cs10 Default;}}{\\*\\generator Writer;}" +
            $"{{\\header Confidential\\par}}{{\\footer Page 1\\par}}\\pard\\s1\\b\\fs32 {Bridge.Title}\\par\\pard\\plain By Jane Doe\\par 13 February 2025\\par {Text}");

        Assert.Equal((Bridge.Title, Bridge.Body, "2025-02-13"), (article.Title, article.Body, article.PublishedAt));
        Assert.Equal(["Jane Doe"], article.Authors);
        Assert.Equal(("style:heading 1", "rtf"), (article.Origin["title"], article.Origin["format"]));
    }

    [Theory]
    [InlineData(@"Caf\'e9 \u8364?12 \uc2\u8222\'84\'84x\uc0\u8220 \uc1\emdash\'93q\'94 \endash ", "Café €12 „x“—“q” –")]
    [InlineData(@"a\u-10179?\u-8704?b\~c\_d\-e", "a😀b c-de")]
    [InlineData(@"\{brace\} back\\slash\line next\tab cell", "{brace} back\\slash\nnext\tcell")]
    [InlineData(@"{\f1 \'cf\'f0\'e8\'e2\'e5\'f2} {\f2 \'93\'fa\'96\'7b} {\f2 \'83A}", "Привет 日本 ア")]
    [InlineData(@"\uc1\u21335\'c4\'cf.", "南Ï.")]
    public void Has_the_characters_that_its_author_wrote(string written, string read) =>
        Assert.StartsWith(read + " The council", First(written, "{\\fonttbl{\\f0 A;}{\\f1\\fcharset204 B;}{\\f2\\fcharset128 C;}}"), StringComparison.Ordinal);

    [Theory]
    [InlineData(@"{\v hidden}")]
    [InlineData(@"{\deleted removed}")]
    [InlineData(@"{\pict\wmetafile8 0102030405}")]
    [InlineData(@"{\*\unknown text}")]
    [InlineData(@"{\object\objemb{\*\objdata 0102}}")]
    [InlineData(@"{\field{\*\fldinst HYPERLINK x}}")]
    [InlineData(@"{\*\annotation{\*\atnid A} remark}")]
    [InlineData("\\bin5 }}}{{")]
    [InlineData("{\\pict\\bin4 }}{{}")]
    public void Leaves_out_what_its_reader_does_not_see(string unseen) => Assert.Equal("The council met and decided it on Tuesday.", First(unseen));

    [Fact]
    public void Keeps_the_results_of_fields_and_the_text_of_shapes()
    {
        Assert.StartsWith("link The", First(@"{\field{\*\fldinst HYPERLINK x}{\fldrslt link}}"), StringComparison.Ordinal);
        Assert.StartsWith("box The", First(@"{\shp{\*\shpinst{\sp{\sn a}{\sv 1}}{\shptxt box}}}"), StringComparison.Ordinal);
    }

    [Fact]
    public void Has_its_notes_behind_the_text_and_goes_on_after_them()
    {
        var article = Article($"{{\\fs48 {Bridge.Title}\\par}}\\pard\\plain The bridge{{\\footnote \\pard\\plain From 2023.\\par And later.}} is long and will be wide.\\par {Text}");

        Assert.Equal($"The bridge is long and will be wide.\n\n{Bridge.Body}\n\nFrom 2023.\n\nAnd later.", article.Body);
    }

    [Fact]
    public void Has_the_rows_of_its_tables_on_lines() =>
        Assert.EndsWith("\n\nNorth\t12\nSouth\t17", Article($"{{\\fs48 {Bridge.Title}\\par}}{Text}\\trowd\\pard\\intbl North\\cell 12\\cell\\row\\trowd\\pard\\intbl South\\cell 17\\cell\\row").Body, StringComparison.Ordinal);

    [Fact]
    public void Gives_its_properties_where_the_text_says_nothing_and_says_so()
    {
        var article = Article($"{{\\info{{\\title X}}{{\\author Jane Doe}}{{\\operator John Roe}}{{\\creatim\\yr2025\\mo2\\dy13\\hr9\\min30}}{{\\revtim\\yr2026\\mo1\\dy1}}}}{{\\fs48 {Bridge.Title}\\par}}{Text}");

        Assert.Equal(["Jane Doe"], article.Authors);
        Assert.Equal("2025-02-13T09:30", article.PublishedAt);
        Assert.Equal(2, article.Warnings.Count);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{\\b ")]
    [InlineData("{\\*\\x")]
    public void That_nests_without_end_is_too_deep(string opening) =>
        Assert.Equal(RejectionReasons.TooDeep, Parsing.Rejection("{\\rtf1 " + string.Concat(Enumerable.Repeat(opening, 200_000))).Reason);

    [Fact]
    public void That_is_cut_off_is_read_as_far_as_it_goes_and_says_so()
    {
        var rtf = $"{{\\rtf1\\ansi {{\\fs48 {Bridge.Title}\\par}}{Text}";
        var article = Parsing.Article(Bytes(rtf[..^100]));

        Assert.StartsWith(Bridge.Paragraphs[0], article.Body, StringComparison.Ordinal);
        Assert.Contains(article.Warnings, warning => warning.Contains("cut off", StringComparison.Ordinal));
    }

    [Fact]
    public void With_nothing_in_it_has_no_article() => Assert.Equal(RejectionReasons.NoArticle, Parsing.Rejection("{\\rtf1\\ansi }").Reason);

    [Theory]
    [InlineData("\\bin999999999 x")]
    [InlineData("\\bin-5 x")]
    [InlineData("\\u99999999999999 x")]
    [InlineData("\\uc999999 \\u8364 x")]
    [InlineData("\\ansicpg99999 \\'e9")]
    [InlineData("\\'")]
    [InlineData("\\'zz")]
    [InlineData("\\")]
    [InlineData("}}}}")]
    [InlineData("\\s99 \\f99 \\fs-3 x")]
    public void With_odd_numbers_raises_nothing(string odd) => Parsing.Outcome(Bytes("{\\rtf1\\ansi Bridge to be built\\par " + odd + " and more of it\\par}"));
}
