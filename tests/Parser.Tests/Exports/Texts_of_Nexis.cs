using System.Text;
using static Ingest.Parser.Tests.Exports.Exported;

namespace Ingest.Parser.Tests.Exports;

/// <summary>The old text files: a cover page, separators, centred publication and date, labels in capitals in the language of the user interface.</summary>
public sealed class Texts_of_Nexis
{
    private const string Cover = "\n\nDownload Request: Selected Items: 1-3\nTime Of Request: Friday, March 20, 2025  16:51:31\n\nSend To:\nUNIVERSITY LIBRARY\n\n\nTerms: (DATE(>=2025-03-01) and (harbour))\n\n\nSource: Lindholm Courier\nProject ID: None\n\n\n";

    private static string Document(int i, string separator, string date, string[] labels, string tail) =>
        $"{separator}\n\n\n{Centred("Lindholm Courier")}\n\n{Centred(date)}\n{(i == 1 ? Centred("Final Edition") + "\n" : "")}\n{Titles[i]}\n\n" +
        $"{(i == 1 ? "" : labels[0] + ": Ada Quill and Bert Ness\n\n")}{labels[1]}: NEWS; Pg. {i + 1}\n\n{labels[2]}\n\n\n{string.Join("\n\n", Paragraphs.Select(Wrapped))}\n\n{tail}\n\n\n{Centred("Copyright 2025 Lindholm Press Ltd")}\n{Centred("All Rights Reserved")}\n\n";

    private static string File(string separator, string date, string labels, string tail) =>
        Cover + string.Concat(Enumerable.Range(0, 3).Select(i => Document(i, separator.Length == 0 ? "" : Centred(string.Format(System.Globalization.CultureInfo.InvariantCulture, separator, i + 1, 3)), date, labels.Split('|'), tail)));

    [Theory]
    [InlineData("{0} of {1} DOCUMENTS", "March 4, 2025 Tuesday", "BYLINE|SECTION|LENGTH: 355 words", "LOAD-DATE: March 5, 2025\n\nLANGUAGE: ENGLISH\n\nPUBLICATION-TYPE: Newspaper", "en")]
    [InlineData("Dokument {0} von {1}", "4. März 2025 Dienstag", "AUTOR|RUBRIK|LÄNGE: 355 Wörter", "UPDATE: 5. März 2025\n\nSPRACHE: GERMAN; DEUTSCH", "de")]
    [InlineData("{0} von {1} DOKUMENTEN", "4. März 2025 Dienstag 9:50 PM GMT+1", "AUTOR|RUBRIK|LAENGE: 355 Wörter", "UPDATE: 5. März 2025\n\nSPRACHE: GERMAN; DEUTSCH\n\nZEITUNGS-CODE: lc", "de")]
    [InlineData("Document {0} de {1}", "mardi 4 mars 2025", "AUTEUR|RUBRIQUE|LONGUEUR: 355 mots", "DATE-CHARGEMENT: 5 mars 2025\n\nLANGUE: FRENCH; FRANÇAIS\n\nTYPE-PUBLICATION: Journal", "fr")]
    [InlineData("{0} de {1} DOCUMENTOS", "4 marzo 2025 martes", "AUTOR|SECCION|LONGITUD: 355 palabras", "FECHA-CARGA: 5 marzo 2025\n\nIDIOMA: SPANISH; ESPAÑOL", "es")]
    [InlineData("{0} di {1} DOCUMENTI", "4 marzo 2025 martedì", "AUTORE|SEZIONE|LUNGHEZZA: 355 parole", "DATA-CARICAMENTO: 5 marzo 2025\n\nLINGUA: ITALIAN; ITALIANO", "it")]
    [InlineData("{0} van {1} DOCUMENTEN", "4 maart 2025 dinsdag", "AUTEUR|RUBRIEK|LENGTE: 355 woorden", "LAADDATUM: 5 maart 2025\n\nTAAL: DUTCH", "nl")]
    [InlineData("{0} de {1} DOCUMENTOS", "4 março 2025 terça-feira", "AUTOR|SEÇÃO|TAMANHO: 355 palavras", "DATA-DE-CARGA: 5 março 2025\n\nIDIOMA: PORTUGUESE; PORTUGUÊS", "pt")]
    public void Are_read_in_every_language_of_the_user_interface(string separator, string date, string labels, string tail, string language)
    {
        var articles = Parsing.Articles(File(separator, date, labels, tail.Replace("\\n", "\n", StringComparison.Ordinal)));

        AssertAll(articles, "2025-03-04");
        Assert.All(articles, article => Assert.Equal(("NEWS", language, "nexis-txt"), (article.Section, StatedLanguage(article), article.Origin["format"])));
        Assert.Equal(["Ada Quill", "Bert Ness"], articles[0].Authors);
        Assert.Empty(articles[1].Authors);
        Assert.DoesNotContain(articles[0].Warnings, warning => warning.StartsWith("file:", StringComparison.Ordinal));
    }

    [Fact]
    public void Without_separators_are_told_apart_by_their_labels_and_say_so()
    {
        var articles = Parsing.Articles(File("", "March 4, 2025 Tuesday", "BYLINE|SECTION|LENGTH: 355 words", "LOAD-DATE: March 5, 2025\n\nLANGUAGE: ENGLISH"));

        AssertAll(articles, "2025-03-04");
        Assert.Contains(articles[0].Warnings, warning => warning.Contains("told apart by their labels", StringComparison.Ordinal));
    }

    [Fact]
    public void That_are_cut_off_keep_the_last_article_and_say_so()
    {
        var text = File("{0} of {1} DOCUMENTS", "March 4, 2025 Tuesday", "BYLINE|SECTION|LENGTH: 355 words", "LOAD-DATE: March 5, 2025\n\nLANGUAGE: ENGLISH");

        var articles = Parsing.Articles(text[..(text.LastIndexOf("LOAD-DATE", StringComparison.Ordinal) - 60)]);

        Assert.Equal(Titles, articles.Select(article => article.Title));
        Assert.Contains(articles[0].Warnings, warning => warning.Contains("cut off", StringComparison.Ordinal));
    }

    [Fact]
    public void That_miss_a_document_say_how_many()
    {
        var text = File("{0} of {1} DOCUMENTS", "March 4, 2025 Tuesday", "BYLINE|SECTION|LENGTH: 355 words", "LOAD-DATE: March 5, 2025\n\nLANGUAGE: ENGLISH");
        var (from, to) = (text.IndexOf("2 of 3", StringComparison.Ordinal), text.IndexOf("3 of 3", StringComparison.Ordinal));

        var articles = Parsing.Articles(text[..from] + text[to..]);

        Assert.Equal(2, articles.Count);
        Assert.Contains(articles[0].Warnings, warning => warning.Contains("1 documents are missing", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_a_broadcast_have_their_headline_behind_the_length()
    {
        var article = Parsing.Article(new StringBuilder().Append(Centred("1 of 1 DOCUMENT")).Append("\n\n\n").Append(Centred("LNN")).Append("\n\n").Append(Centred("SHOW: LINDHOLM TONIGHT  8:00 PM EST")).Append("\n\n").Append(Centred("March 4, 2025 Tuesday"))
            .Append("\n\nTRANSCRIPT: 030401CN.V45\n\nSECTION: NEWS; Domestic\n\nLENGTH: 200 words\n\nHEADLINE: Harbour reopens\n\nBYLINE: Ada Quill\n\nGUESTS: Bert Ness\n\nHIGHLIGHT:\nThe harbour is open.\n\nBODY:\n")
            .AppendJoin("\n\n", Paragraphs.Select(Wrapped)).Append("\n\nLOAD-DATE: March 5, 2025\n\nLANGUAGE: ENGLISH\n").ToString());

        Assert.Equal(("Harbour reopens", "LNN", "2025-03-04", Body), (article.Title, article.Source, article.PublishedAt, article.Body));
        Assert.Equal(["Ada Quill"], article.Authors);
    }

    [Fact]
    public void That_end_before_the_last_of_the_documents_they_count_say_so()
    {
        var text = File("{0} of {1} DOCUMENTS", "March 4, 2025 Tuesday", "BYLINE|SECTION|LENGTH: 355 words", "LOAD-DATE: March 5, 2025\n\nLANGUAGE: ENGLISH").Replace("of 3 DOCUMENTS", "of 5 DOCUMENTS", StringComparison.Ordinal);

        Assert.Contains("file: the separators count 5 documents, the last one here is number 3", Parsing.Articles(text)[0].Warnings);
    }

    [Fact]
    public void With_separators_and_nothing_else_have_no_article() =>
        Assert.Contains("2 lines that announce a document", Parsing.Rejection(Centred("1 of 2 DOCUMENTS") + "\n\n\n" + Centred("2 of 2 DOCUMENTS") + "\n\n").Detail, StringComparison.Ordinal);
}
