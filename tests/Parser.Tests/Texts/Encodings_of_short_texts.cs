using System.Text;

namespace Ingest.Parser.Tests.Texts;

public sealed class Encodings_of_short_texts
{
    private const string French = "Le conseil municipal a décidé mardi de construire un nouveau pont sur le fleuve. « Nous l’attendions depuis vingt ans », a déclaré la maire. La circulation sera très perturbée à l’été.";
    private const string Romanian = "Consiliul local a decis marţi să construiască un nou pod peste râu. „Aşteptăm de douăzeci de ani”, a spus primăriţa. Lucrările vor începe la primăvară.";
    private const string Hungarian = "A városi tanács kedden úgy döntött, hogy új hidat épít a folyó fölé. „Húsz éve várunk erre” – mondta a polgármester. A munkálatok tavasszal kezdődnek.";
    private const string Ukrainian = "Міська рада у вівторок вирішила збудувати новий міст через річку. «Ми чекали на це двадцять років», — сказала міська голова. Мешканці задоволені, що об’їзд більше не потрібен.";
    private const string Chinese = "市议会星期二决定在河上修建一座新桥。市长说，我们等了二十年。工程将耗资一千二百万元，明年春天开工。";
    private const string Thai = "สภาเมืองมีมติเมื่อวันอังคารให้สร้างสะพานใหม่ข้ามแม่น้ำ นายกเทศมนตรีกล่าวว่าเรารอเรื่องนี้มายี่สิบปีแล้ว งานก่อสร้างจะเริ่มในฤดูใบไม้ผลิ";

    static Encodings_of_short_texts() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData(French, "macintosh")]
    [InlineData(French, "windows-1252")]
    [InlineData(French, "utf-32")]
    [InlineData(French, "utf-32BE")]
    [InlineData(Romanian, "windows-1250")]
    [InlineData(Hungarian, "ibm852")]
    [InlineData(Hungarian, "iso-8859-2")]
    [InlineData(Ukrainian, "koi8-u")]
    [InlineData(Ukrainian, "windows-1251")]
    [InlineData(Chinese, "hz-gb-2312")]
    [InlineData(Chinese, "gb18030")]
    [InlineData(Chinese, "utf-16")]
    [InlineData(Chinese, "utf-16BE")]
    [InlineData(Thai, "utf-16")]
    [InlineData(Thai, "windows-874")]
    public void Are_told_by_how_they_read(string text, string name)
    {
        var encoding = Encoding.GetEncoding(name);
        var meant = encoding.GetString(encoding.GetBytes(text));

        var article = Parsing.Article(encoding.GetBytes("date 2025-02-13 Bridge\n\n" + text));

        Assert.Equal(meant.Replace('\u00A0', ' '), article.Body.Replace('\u00A0', ' '));
    }
}
