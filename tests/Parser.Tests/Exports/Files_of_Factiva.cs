using System.Globalization;
using System.Text;
using static Ingest.Parser.Tests.Exports.Exported;

namespace Ingest.Parser.Tests.Exports;

/// <summary>Factiva without field labels: headline, author, words, date, time, source, code, page, language, rights, text, number; in nine languages.</summary>
public sealed class Files_of_Factiva
{
    private static IEnumerable<(string Kind, string Text)> Lines(int i, string[] l)
    {
        if (i == 1)
        {
            yield return ("div", "News");
        }

        yield return ("headline", Titles[i]);
        if (i != 2)
        {
            yield return ("author", l[0]);
        }

        yield return ("div", l[1]);
        yield return ("div", l[2]);
        if (i == 1)
        {
            yield return ("div", "09:30");
        }

        foreach (var line in new[] { "Lindholm Courier", "LINDCO", "FIRST", "12", l[3], "Copyright © 2025. Lindholm Press" })
        {
            yield return ("div", line);
        }

        foreach (var paragraph in Paragraphs)
        {
            yield return ("text", paragraph);
        }

        if (i == 0)
        {
            yield return ("p", "Lindholm Press Ltd.");
        }

        yield return ("p", $"{l[4]} LINDCO0020250304el340000{i}");
    }

    private static string Page(string[] l) => "<html><head><title>Factiva</title></head><body><div id='navcontainer'><h1>Factiva</h1></div><form><div id='contentLeft'>" + string.Concat(Enumerable.Range(0, 3).Select(i => "<div class='article enArticle'>" + string.Concat(Lines(i, l).Select(line => line.Kind switch
    {
        "headline" => $"<div id='hd'><span class='enHeadline'>{line.Text}</span></div>",
        "author" => $"<div class='author'>{line.Text} </div>",
        "text" => $"<p class='articleParagraph enarticleParagraph'>{line.Text.Replace("harbour", "<b>harbour</b>", StringComparison.Ordinal)}</p>",
        var element => $"<{element}>{line.Text}</{element}>",
    })) + "</div><br/><span></span>")) + "<table><tr><td>Search Summary</td></tr><tr><td>Date</td><td>In the last 3 months</td></tr></table><div id='pageFooter'>© 2025 Factiva, Inc. All rights reserved.</div></div></form></body></html>";

    private static byte[] Rtf(string[] l)
    {
        static string Escaped(string text) => string.Concat(text.Select(c => c < 128 ? c.ToString() : $"\\u{(int)c}?"));
        var rtf = new StringBuilder("{\\rtf1\\ansi\\deff0{\\fonttbl{\\f0 Arial;}}\n");
        foreach (var title in Titles)
        {
            rtf.Append(CultureInfo.InvariantCulture, $"\\pard {title}\\par\\pard Lindholm Courier, {Escaped(l[2])}, {Escaped(l[1])}, ({Escaped(l[3])})\\par\n");
        }

        rtf.Append("\\page\n");
        foreach (var (kind, text) in Enumerable.Range(0, 3).SelectMany(i => Lines(i, l)))
        {
            rtf.Append(kind == "headline" ? $"\\pard{{\\b\\fs28 {Escaped(text)}}}\\par\n" : $"\\pard {Escaped(text)}\\par\n");
        }

        return Encoding.ASCII.GetBytes(rtf.Append('}').ToString());
    }

    [Theory]
    [InlineData("By Ada Quill|1,144 words|4 March 2025|English|Document", "en")]
    [InlineData("Von Ada Quill|1.144 Wörter|4. März 2025|Deutsch|Dokument", "de")]
    [InlineData("Par Ada Quill|1144 mots|4 mars 2025|Français|Document", "fr")]
    [InlineData("Ada Quill|1.144 palabras|4 marzo 2025|Español|Documento", "es")]
    [InlineData("Ada Quill|1.144 parole|4 marzo 2025|Italiano|Documento", "it")]
    [InlineData("Ada Quill|1144 palavras|4 Março 2025|Português|Documento", "pt")]
    [InlineData("Ada Quill|1,144 слов|4 Март 2025|Русский|Документ", "ru")]
    [InlineData("Ada Quill|3498 字|2025 年 3 月 4 日|英文|文件", "en")]
    [InlineData("Ada Quill|3498 字|2025 年 3 月 4 日|英语|文档", "en")]
    [InlineData("Ada Quill|3498 ワード|2025年3月4日|英語|文書", "en")]
    public void Are_read_as_page_and_RTF_in_every_language(string lines, string language)
    {
        var articles = Parsing.Articles(Page(lines.Split('|')));

        AssertAll(articles, "2025-03-04");
        Assert.Equal(["LINDCO0020250304el3400000", "LINDCO0020250304el3400001", "LINDCO0020250304el3400002"], articles.Select(article => article.Key));
        Assert.Equal((language, "2025-03-04T09:30", "News"), (StatedLanguage(articles[0]), articles[1].PublishedAt, articles[1].Section));
        Assert.Equal(["Ada Quill"], articles[0].Authors);
        Assert.Empty(articles[2].Authors);
        Assert.DoesNotContain(articles[0].Warnings, warning => !warning.StartsWith("language:", StringComparison.Ordinal));

        var document = Parsing.Articles(Rtf(lines.Split('|')));
        AssertAll(document, "2025-03-04");
        Assert.Equal(["Ada Quill"], document[1].Authors);
    }

    [Fact]
    public void With_codes_in_a_table_have_lead_and_text()
    {
        static string Row(string code, string value) => $"<tr><td align='right' class='index'><b>{code}</b>&nbsp;</td><td>{value}</td></tr>";
        var page = "<html><body><div id='contentLeft'>" + string.Concat(Titles.Select((title, i) => "<div class='article frArticle'><table>" + Row("SE", "Infolocale") + Row("HD", $"<b class='frHeadline'>{title}</b>") + Row("WC", "295 mots") + Row("PD", "4 mars 2025") + Row("ET", "15:32") + Row("SN", "Lindholm Courier") + Row("SC", "LINDCO") + Row("LA", "Français") + Row("CY", "(c) Lindholm Press.") +
            $"<tr><td class='index'><p><b>LP</b>&nbsp;</p></td><td><p class='articleParagraph frarticleParagraph'>{Paragraphs[0]}</p></td></tr><tr><td class='index'><p><b>TD</b>&nbsp;</p></td><td><p class='articleParagraph frarticleParagraph'>{Paragraphs[1]}</p><p class='articleParagraph frarticleParagraph'>{Paragraphs[2]}</p></td></tr>" +
            $"<tr><td class='index'><br/><b>NS</b>&nbsp;</td><td><br/>gvote1 : Elections | gpol : Politics</td></tr><tr><td class='index'><br/><b>AN</b>&nbsp;</td><td><br/>Document LINDCO0020250304el340000{i}</td></tr></table></div>")) + "</div></body></html>";

        var articles = Parsing.Articles(page);

        AssertAll(articles, "2025-03-04T15:32");
        Assert.All(articles, article => Assert.Equal(("fr", "Infolocale"), (StatedLanguage(article), article.Section)));
    }
}
