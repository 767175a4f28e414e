namespace Ingest.Parser.Tests.Exports;

public sealed class A_database_export
{
    private static string German(string end) => $"""
        Ausgabeauftrag: Dokumente 1-2

                                 Dokument 1 von 2

                                  Lahnebote

                             6. März 2025 Donnerstag

        Stadtrat stimmt für die Brücke

        AUTOR: Vogt, Hanna

        RUBRIK: LOKALES; S. 3

        LAENGE: 30 Wörter

        Der Stadtrat hat am Donnerstag für den Bau der Brücke gestimmt.

        SPRACHE: GERMAN; DEUTSCH

                          Copyright 2025 Lahnebote

        {end}
        """;

    [Fact]
    public void Of_Nexis_is_read_by_the_labels_of_its_language()
    {
        var article = Parsing.Article(German(""));

        Assert.Equal(("Stadtrat stimmt für die Brücke", "Der Stadtrat hat am Donnerstag für den Bau der Brücke gestimmt."), (article.Title, article.Body));
        Assert.Equal(("2025-03-06", "Lahnebote", "LOKALES", "de", "nexis-txt"), (article.PublishedAt, article.Source, article.Section, article.Language, article.Origin["format"]));
        Assert.Equal(["Hanna Vogt"], article.Authors);
    }

    [Fact]
    public void With_a_document_that_could_not_be_shown_says_that_one_is_missing()
    {
        var article = Parsing.Article(German("                    Dokument 2 von 2\n\nWe are sorry but there is an error in this document and it is not possible to display it.\n"));

        Assert.Contains(article.Warnings, warning => warning.StartsWith("file: 1 of 2 items", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_Nexis_Uni_begins_behind_its_cover_page_and_ends_before_its_classification()
    {
        var articles = Parsing.Articles("""
            Date and Time: Friday, March 7, 2025 4:51:00 PM

            Documents (2)

            1. Harbour reopens

            Harbour reopens

            Lindholm Courier

            March 4, 2025 Tuesday

            Copyright 2025 Lindholm Courier All Rights Reserved

            Section: NEWS; Pg. 6

            Length: 20 words

            Byline: Ada Quill

            Body

            The harbour reopened on Tuesday.

            Forty ships were waiting.

            Classification

            Language: ENGLISH

            Load-Date: March 4, 2025

            End of Document

            Ferry gets a second ship

            Lindholm Courier

            March 5, 2025 Wednesday

            Length: 10 words

            Body

            Two ships will serve the line from May on.

            Load-Date: March 5, 2025

            End of Document
            """);

        Assert.Equal(["Harbour reopens", "Ferry gets a second ship"], articles.Select(article => article.Title));
        Assert.Equal(["The harbour reopened on Tuesday.\n\nForty ships were waiting.", "Two ships will serve the line from May on."], articles.Select(article => article.Body));
        Assert.Equal(("2025-03-04", "Lindholm Courier", "NEWS"), (articles[0].PublishedAt, articles[0].Source, articles[0].Section));
        Assert.Equal(["Ada Quill"], articles[0].Authors);
        Assert.Empty(articles[1].Authors);
    }

    [Theory]
    [InlineData("\t")]
    [InlineData(" ")]
    public void Of_Factiva_with_codes_has_the_accession_number_as_key(string apart)
    {
        var article = Parsing.Article($"HD{apart}Harbour reopens\nBY{apart}By Ada Quill\nWC\t20 words\nPD\t4 March 2025\nET\t09:30\nSN\tLindholm Courier\nLA\tEnglish\nLP\nThe harbour reopened on Tuesday.\nTD\nForty ships were waiting.\nNS\tc13 : Regulation\nAN\tDocument LINDCO0020250304el3400001\n");

        Assert.Equal(("LINDCO0020250304el3400001", "Harbour reopens", "2025-03-04T09:30", "Lindholm Courier", "en"), (article.Key, article.Title, article.PublishedAt, article.Source, article.Language));
        Assert.Equal("The harbour reopened on Tuesday.\n\nForty ships were waiting.", article.Body);
        Assert.Equal(["Ada Quill"], article.Authors);
    }

    [Fact]
    public void Of_Factiva_as_a_page_is_read_in_a_Chinese_user_interface()
    {
        var article = Parsing.Article("<html><body><div class='article'><div class='article enArticle'><div id='hd'><span class='enHeadline'>Harbour reopens</span></div><div class='author'>By Ada Quill</div><div>3498 字</div><div>2025 年 3 月 4 日</div><div>Lindholm Courier</div><div>LINDCO</div><div>英文</div><div>Copyright © 2025. Lindholm Courier</div><p class='articleParagraph enarticleParagraph'>The harbour reopened on Tuesday.</p><p>Courier House</p><p>文件 LINDCO0020250304el3400001</p></div></div></body></html>");

        Assert.Equal(("LINDCO0020250304el3400001", "Harbour reopens", "2025-03-04", "en", "The harbour reopened on Tuesday."), (article.Key, article.Title, article.PublishedAt, article.Language, article.Body));
        Assert.Equal(["Ada Quill"], article.Authors);
    }

    [Fact]
    public void Is_not_a_text_that_only_speaks_of_documents()
    {
        var article = Parsing.Article("date 2025-03-04 Council publishes files\n\nThe council published the files on Tuesday.\n\n1 of 3 documents\n\nThe other two follow in May, it said.\n");

        Assert.Equal("plain-text", article.Origin["format"]);
    }
}
