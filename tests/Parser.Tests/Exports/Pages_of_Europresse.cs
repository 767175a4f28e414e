using static Ingest.Parser.Tests.Exports.Exported;

namespace Ingest.Parser.Tests.Exports;

public sealed class Pages_of_Europresse
{
    private const string Certificate = "<div><span>Ce certificat est émis à <b>Université</b> à des fins de visualisation personnelle et temporaire.</span></div><div><span>Date d'émission : <b>2025-07-04</b></span></div><div><span>Le présent document est protégé par les lois et conventions internationales sur le droit d'auteur.</span></div>";

    [Fact]
    public void Have_publication_section_date_kicker_headline_and_author_above_the_text()
    {
        string[] headers = ["Politique, mardi 4 mars 2025, p. 12", "mardi 4 mars 2025", "Économie, mardi 4 mars 2025 - 10:30 UTC +0100, p. MDE6"];
        var page = "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title></title></head><body>" + string.Concat(Titles.Select((title, i) =>
            $"<article><header><div><span class=\"DocPublicationName\">Lindholm Courier   </span></div><div><span class=\"DocHeader\">{headers[i]}</span></div>{(i == 0 ? "<div><p>POLITIQUE</p></div>" : "")}<div class=\"titreArticle\">{(i == 2 ? "<p class=\"sm-margin-bottom\">TRIBUNE</p>" : "")}<p class=\"titreArticleVisu\">{title}</p></div>{(i == 1 ? "" : "<div>Ada Quill</div>")}</header>" +
            $"<section><div class=\"DocText\"><div class=\"docOcurrContainer\">{string.Concat(Paragraphs.Select(paragraph => $"<p>{paragraph.Replace("harbour", "<mark>harbour</mark>", StringComparison.Ordinal)}</p>"))}</div></div></section><aside><div><p><b>Illustration(s) : </b></p><div><p>A photo.</p></div></div><div><b>Note(s) : </b></div></aside>" +
            $"<footer><small>© 2025 Lindholm Press. Tous droits réservés.</small><p>Numéro de document : news·20250304·LC·{i}</p><div id=\"divPubliC\"><div><span>news·20250304·LC·{i}</span></div>{Certificate}</div></footer></article>")) + "</body></html>";

        var articles = Parsing.Articles(page);

        AssertAll(articles, "2025-03-04");
        Assert.Equal(["Politique", null, "Économie"], articles.Select(article => article.Section));
        Assert.Equal(["Ada Quill"], articles[2].Authors);
        Assert.Equal("news·20250304·LC·1", articles[1].Key);
    }

    [Fact]
    public void Of_the_older_kind_have_all_of_it_in_one_cell()
    {
        var page = "<html><body>" + string.Concat(Titles.Select((title, i) =>
            $"<table><tr><td><span class='DocPublicationName'>Lindholm Courier</span><br><span class=\"DocHeader\">Politique, </span><span class=\"DocHeader\">mardi </span><span class=\"DocHeader\">4 mars 2025</span><span class=\"DocHeader\">, p. 03</span><br><br><span class=\"TitreArticleVisu\">{title}</span><br><br>Ada Quill<br><p></p>{string.Join("<p></p>", Paragraphs)}" +
            $"<p></p><b><i>© 2025 Lindholm Press. Tous droits réservés.</i></b><p></p>Numéro de document : news·20250304·PO·204005600{i}<br><br><table><tr><td>news·20250304·PO·204005600{i}</td></tr><tr><td>{Certificate}</td></tr></table></td></tr></table>\n<p><br><br>")) + "</body></html>";

        var articles = Parsing.Articles(page);

        AssertAll(articles, "2025-03-04");
        Assert.All(articles, article => Assert.Equal("Politique", article.Section));
    }
}
