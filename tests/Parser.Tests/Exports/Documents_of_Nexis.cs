using System.Globalization;
using System.Text;
using Ingest.Parser.Tests.Documents;
using static Ingest.Parser.Tests.Exports.Exported;

namespace Ingest.Parser.Tests.Exports;

/// <summary>The newer documents (Nexis Uni, Lexis Advance): a cover page with a list, headline, publication and date, bold labels, a line <c>Body</c>.</summary>
public sealed class Documents_of_Nexis
{
    /// <summary>A line of the document: its kind, its bold part and the rest.</summary>
    private sealed record Line(char Kind, string Bold, string Text);

    private static IEnumerable<Line> Lines(string[] l, string date, string end)
    {
        for (var i = 0; i < 3; i++)
        {
            yield return new Line('h', "", Titles[i]);
            yield return new Line('c', "", "Lindholm Courier");
            yield return new Line('c', "", date);
            yield return new Line('p', "", "Copyright 2025 Lindholm Press Ltd All Rights Reserved");
            yield return new Line('p', l[0] + ": ", "NEWS; Pg. " + (i + 1));
            yield return new Line('p', l[1] + ": ", "1288 words");
            if (i != 1)
            {
                yield return new Line('p', l[2] + ": ", "By Ada Quill");
            }

            yield return new Line('p', l[3], "");
            foreach (var paragraph in Paragraphs)
            {
                yield return new Line('t', "", paragraph);
            }

            if (i == 0)
            {
                yield return new Line('p', l[4], "");
                yield return new Line('p', "", "Forty ships outside the mole. Picture: Bert Ness");
            }

            yield return new Line('p', l[5] + ": ", "March 5, 2025");
            yield return new Line('c', end, "");
        }
    }

    private static string Run(string text, string format = "") => text.Length == 0 ? "" : $"<w:r><w:rPr>{format}<w:sz w:val=\"20\"/></w:rPr><w:t xml:space=\"preserve\">{text}</w:t></w:r>";

    private static byte[] Word(IEnumerable<Line> lines, bool styled)
    {
        var body = new StringBuilder($"<w:p>{Run("User Name: ", "<w:b/>")}{Run("ADA QUILL")}</w:p><w:p>{Run("Date and Time: ", "<w:b/>")}{Run("Friday, 7 March 2025 7:08:00 PM JST")}</w:p><w:p>{Run("Documents (3)", "<w:b/>")}</w:p>");
        for (var i = 0; i < 3; i++)
        {
            body.Append(CultureInfo.InvariantCulture, $"<w:p>{Run((i + 1) + ".")}<w:hyperlink w:history=\"1\">{Run(" " + Titles[i], "<w:i/>")}</w:hyperlink></w:p><w:p>{Run("Client/Matter: ", "<w:b/>")}{Run("-None-")}</w:p><w:p>{Run("Search Terms: ", "<w:b/>")}{Run("harbour and ships")}</w:p>")
                .Append(CultureInfo.InvariantCulture, $"<w:tbl><w:tr><w:tc><w:p>{Run("Content Type", "<w:b/>")}</w:p></w:tc><w:tc><w:p>{Run("Narrowed by", "<w:b/>")}</w:p></w:tc></w:tr><w:tr><w:tc><w:p>{Run("News")}</w:p></w:tc><w:tc><w:p>{Run("Sources: Lindholm Courier; Timeline: Mar 04, 2025 to Mar 07, 2025")}</w:p></w:tc></w:tr></w:tbl>");
        }

        foreach (var line in lines)
        {
            var style = line.Kind == 'h' && styled ? "<w:pPr><w:pStyle w:val=\"Heading1\"/></w:pPr>" : "";
            var runs = line.Kind switch
            {
                'h' => $"<w:hyperlink w:history=\"1\">{Run(line.Text[..7], "<w:b/>")}{Run(line.Text[7..], "<w:b/><w:i/><w:u w:val=\"single\"/>")}</w:hyperlink>",
                't' => string.Join(Run("harbour", "<w:b/><w:i/><w:u w:val=\"single\"/>"), line.Text.Split("harbour").Select(part => Run(part))),
                _ => Run(line.Bold, "<w:b/>") + Run(line.Text),
            };
            body.Append(CultureInfo.InvariantCulture, $"<w:p>{style}{runs}</w:p>");
        }

        return Package.Word(body.ToString(), ("word/styles.xml", $"<w:styles {Package.Namespaces}><w:style w:type=\"paragraph\" w:styleId=\"Heading1\"><w:name w:val=\"heading 1\"/></w:style></w:styles>"));
    }

    private static byte[] Rtf(IEnumerable<Line> lines)
    {
        static string Escaped(string text) => string.Concat(text.Select(c => c < 128 ? c.ToString() : $"\\u{(int)c}?"));
        var rtf = new StringBuilder("{\\rtf1\\ansi\\deff0{\\fonttbl{\\f0 Arial;}}{\\stylesheet{\\s1\\b heading 1;}}\\sectd{\\header\\pard Page {\\field{\\*\\fldinst PAGE}{\\fldrslt 1}} of 3\\par}\\pard{\\b Date and Time: }Friday, 7 March 2025 7:08:00 PM JST\\par\\pard{\\b Documents (3)}\\par\n");
        for (var i = 0; i < 3; i++)
        {
            rtf.Append(CultureInfo.InvariantCulture, $"\\pard {i + 1}.{{\\field{{\\*\\fldinst HYPERLINK \"https://example.org/api/document?id={i}\"}}{{\\fldrslt{{\\i  {Titles[i]}}}}}}}\\par\\pard{{\\b Client/Matter: }}-None-\\par\n");
        }

        foreach (var line in lines)
        {
            rtf.Append(line.Kind == 'h' ? $"\\pard\\s1\\qc{{\\field{{\\*\\fldinst HYPERLINK \"x\"}}{{\\fldrslt{{\\b {line.Text}}}}}}}\\par\n" : $"\\pard\\plain{{\\b {Escaped(line.Bold)}}}{Escaped(line.Text).Replace("harbour", "{\\b\\i\\ul harbour}", StringComparison.Ordinal)}\\par\n");
        }

        return Encoding.ASCII.GetBytes(rtf.Append('}').ToString());
    }

    private const string English = "Section|Length|Byline|Body|Graphic|Load-Date";

    [Theory]
    [InlineData(English, "March 4, 2025 Tuesday", "End of Document")]
    [InlineData("Rubrik|Länge|Autor|Text|Grafik|Update", "Dienstag 4. März 2025", "Ende des Dokuments")]
    [InlineData("Rubrique|Longueur|Auteur|Corps|Graphique|Date de chargement", "4 mars 2025 mardi", "Fin du document")]
    [InlineData("Sección|Longitud|Autor|Cuerpo|Gráfico|Fecha de carga", "4 de marzo de 2025 martes", "Fin del documento")]
    [InlineData("Sectie|Lengte|Byline|Body|Graphic|Load-Date", "4 maart 2025 dinsdag 10:12 AM GMT", "Einde van document")]
    [InlineData("Sezione|Lunghezza|Autore|Testo|Grafico|Data di caricamento", "4 marzo 2025 martedì", "Fine del documento")]
    public void Are_read_from_Word_and_RTF_in_every_language(string labels, string date, string end)
    {
        foreach (var file in new[] { Word(Lines(labels.Split('|'), date, end), styled: true), Word(Lines(labels.Split('|'), date, end), styled: false), Rtf(Lines(labels.Split('|'), date, end)) })
        {
            var articles = Parsing.Articles(file);

            AssertAll(articles, "2025-03-04");
            Assert.All(articles, article => Assert.Equal("NEWS", article.Section));
            Assert.Equal(["Ada Quill"], articles[2].Authors);
            Assert.Empty(articles[1].Authors);
            Assert.Empty(articles[0].Warnings);
        }
    }

    [Fact]
    public void Without_end_marks_are_told_apart_by_their_labels_and_say_so()
    {
        var articles = Parsing.Articles(Word(Lines(English.Split('|'), "March 4, 2025 Tuesday", ""), styled: true));

        AssertAll(articles, "2025-03-04");
        Assert.Contains(articles[0].Warnings, warning => warning.Contains("told apart by their labels", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_a_magazine_have_a_month_only()
    {
        var articles = Parsing.Articles(Word(Lines(English.Split('|'), "March 2025", "End of Document"), styled: true));

        AssertAll(articles, "2025-03");
        Assert.All(articles, article => Assert.Equal(7, article.PublishedAt!.Length));
    }

    [Fact]
    public void Saved_as_text_by_a_word_processor_are_read_line_by_line()
    {
        var text = "Date and Time: Friday, 7 March 2025 7:08:00 PM JST\r\nDocuments (3)\r\n" + string.Concat(Lines(English.Split('|'), "March 4, 2025 Tuesday", "End of Document").Select(line => line.Bold + line.Text + "\r\n"));

        AssertAll(Parsing.Articles(text), "2025-03-04");
    }

    [Fact]
    public void Printed_to_PDF_lose_their_running_heads_and_keep_every_line_of_the_header_apart()
    {
        var page = new Typesetter();
        var baseline = 0d;
        var number = 0;
        var title = "";
        void Turn(string head)
        {
            page = number++ == 0 ? page : page.NewPage();
            page.Line($"Page {number} of 9", 480, 806, 8).Line(head, 240, 794, 8);
            baseline = 740;
        }

        foreach (var line in Lines(English.Split('|'), "March 4, 2025 Tuesday", "End of Document"))
        {
            if (line.Kind == 'h' || baseline < 660)
            {
                title = line.Kind == 'h' ? line.Text : title;
                Turn(title);
            }

            if (line.Kind == 't')
            {
                foreach (var part in Wrapped(line.Text).Split('\n'))
                {
                    page.Line(part, 60, baseline, 10);
                    baseline -= 12;
                }
            }
            else
            {
                page.Line(line.Bold + line.Text, line.Kind is 'h' or 'c' ? 230 : 60, baseline, line.Kind == 'h' ? 14 : 10, line.Kind == 'h' || line.Bold.Length > 0);
                baseline -= 12;
            }

            baseline -= 4;
        }

        AssertAll(Parsing.Articles(page.Build()), "2025-03-04");
    }
}
