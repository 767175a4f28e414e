using static Ingest.Parser.Tests.Exports.Exported;

namespace Ingest.Parser.Tests.Exports;

public sealed class Files_of_ProQuest
{
    private static readonly string Line = new('_', 60);

    private static string Text(string[] l, string date) => $"\uFEFFReport Information from ProQuest\n08 March 2025 18:07\n{Line}\n" + string.Concat(Titles.Select((title, i) =>
        $"\n{(i == 1 ? "" : l[0] + ": Quill, Ada; Ness, Bert\n\n")}https://www.proquest.com/newspapers/x/docview/25143997{i}/se-2?accountid=12345\n\n{l[1]}: {l[2]}\n\nLinks: http://sfx.example.edu/local?atitle=Harbour\n\n{l[3]}: {Body}\n\n{l[4]}: {title}\n\n{l[5]}: Lindholm Courier; Lindholm\n\nPages: A.{i}\n\n" +
        $"{l[6]}: {date}\n\n{l[7]}: News; Part A\n\nISSN: 04583035\n\n{l[8]}: {l[9]}\n\n{l[10]}: 25143997{i}\n\n{l[11]}: https://www.proquest.com/newspapers/x/docview/25143997{i}/se-2?accountid=12345\n\nCopyright: Copyright Lindholm Press Mar 4, 2025\n\nLast updated: 2025-03-05\n\nDatabase: ProQuest Central\n\n{Line}\n")) + "\nContact ProQuest\nCopyright © 2025 ProQuest LLC. All rights reserved.\n";

    [Theory]
    [InlineData("Author|Abstract|None available.|Full text|Title|Publication title|Publication date|Section|Language of publication|English|ProQuest document ID|Document URL", "Mar 4, 2025", "en")]
    [InlineData("Autor|Zusammenfassung|Nicht verfügbar.|Volltext|Titel|Titel der Publikation|Publikationsdatum|Rubrik|Publikationssprache|Deutsch|ProQuest-Dokument-ID|Dokument-URL", "4. März 2025", "de")]
    [InlineData("Auteur|Résumé|Non disponible.|Texte intégral|Titre|Titre de la publication|Date de publication|Rubrique|Langue de publication|Français|ID du document ProQuest|URL du document", "4 mars 2025", "fr")]
    [InlineData("Autor|Resumen|No disponible.|Texto completo|Título|Título de publicación|Fecha de publicación|Sección|Idioma de la publicación|Español|ID del documento de ProQuest|URL del documento", "Mar 4, 2025", "es")]
    public void As_text_end_every_value_but_the_text_with_its_paragraph(string labels, string date, string language)
    {
        var articles = Parsing.Articles(Text(labels.Split('|'), date));

        AssertAll(articles, "2025-03-04");
        Assert.Equal(["Ada Quill", "Bert Ness"], articles[0].Authors);
        Assert.Empty(articles[1].Authors);
        Assert.All(articles, (article, i) => Assert.Equal(($"25143997{i}", "News; Part A", language, $"https://www.proquest.com/newspapers/x/docview/25143997{i}/se-2"), (article.Key, article.Section, StatedLanguage(article), article.Url)));
    }

    [Fact]
    public void As_mail_are_parted_by_their_labels_though_no_line_parts_them()
    {
        static string P(string label, string value) => $"<p style='margin:0'><strong>{label}: </strong>{value}</p>";
        var page = "<html><head><title>ProQuest Export</title></head><body><table><tr><td>All documents are reproduced with the permission of the copyright owner.<br>Please do not reply directly to this email.</td></tr></table><div>\nAda Quill sent you the following:\n</div><p>Email 4 of 5</p>" + string.Concat(Titles.Select((title, i) =>
            $"<div style='border-bottom:2px'><a name='DocID_{i}'></a><p></p><p style='font-weight:bold'>{title}</p>{P("Author", " Quill, Ada")}{P("Publication info", "Lindholm Courier ; Lindholm 04 Mar 2025: A.2.")}<p><a href='https://search.proquest.com/docview/{i}'>ProQuest document link</a></p><p><strong>Abstract:  </strong><body></p><p>An abstract says this.</p><p></body></p>" +
            $"<p><strong>Full text: </strong><Text WordCount='239' HTMLContent='true'><html><head><title></title></head><body>{string.Concat(Paragraphs.Select(paragraph => $"<p>{paragraph}</p>"))}</body></html></Text></p>{P("Subject", "Harbours")}{P("Publication title", "Lindholm Courier; Lindholm")}{P("Publication date", "Mar 4, 2025")}{P("Language of publication", "English")}{P("ProQuest document ID", $"25143997{i}")}{P("Database", "U.S. Major Dailies")}</div>")) + "</body></html>";

        var articles = Parsing.Articles($"From: <noreply@proquest.com>\nTo: <j@example.org>\nMessage-ID: <1@proquest.example>\nSubject: Your ProQuest Research\nContent-Type: text/html; charset=\"UTF-8\"\nDate: Sun, 9 Mar 2025 01:02:03 -0400\nMIME-Version: 1.0\n\n{page}\n");

        AssertAll(articles, "2025-03-04");
        Assert.All(articles, article => Assert.Equal(["Ada Quill"], article.Authors));
    }
}
