using Ingest.Contracts;

namespace Ingest.Parser.Tests.Documents;

public sealed class A_PDF
{
    private static Typesetter Front() => new Typesetter()
        .Line(Bridge.Title[..25], 50, 770, 24, bold: true)
        .Line(Bridge.Title[26..], 50, 744, 24, bold: true)
        .Line("By Jane Doe", 50, 722, 9)
        .Line("13 February 2025", 50, 709, 9);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void In_columns_is_read_column_by_column_with_its_divided_words_whole(int columns)
    {
        var article = Parsing.Article(Front().Columns(Bridge.Divisible, columns, 685, 685 - (columns switch { 1 => 400, 2 => 130, 3 => 90, 4 => 75, _ => 66 })).Build());

        Assert.Equal(Bridge.Title, article.Title);
        Assert.Equal(Bridge.Body, article.Body);
        Assert.Equal(["Jane Doe"], article.Authors);
        Assert.Equal("2025-02-13", article.PublishedAt);
        Assert.Equal("pdf", article.Origin["format"]);
    }

    [Fact]
    public void Keeps_the_hyphens_of_words_that_have_one()
    {
        var article = Parsing.Article(Front()
            .Line("The mayor spoke of a long-", 50, 680, 9).Line("term plan that would last for twenty years,", 50, 669, 9).Line("and of a long-term credit to pay for it.", 50, 658, 9).Build());

        Assert.Contains("of a long-term plan that", article.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void Loses_what_stands_at_the_edge_of_page_after_page()
    {
        var pages = Front().Line("The Eastmere Courier", 50, 810, 8).Line("Page 1", 280, 30, 8).Columns(Bridge.Divisible[..2], 2, 685, 640);
        pages.NewPage().Line("The Eastmere Courier", 50, 810, 8).Line("Page 2", 280, 30, 8).Columns(Bridge.Divisible[2..], 2, 700, 500);
        pages.NewPage().Line("The Eastmere Courier", 50, 810, 8).Line("Page 3", 280, 30, 8).Columns(Bridge.Rescue, 2, 700, 500);

        var article = Parsing.Article(pages.Build());

        Assert.Equal(string.Join("\n\n", [.. Bridge.Paragraphs, .. Bridge.Rescue]), article.Body);
    }

    [Fact]
    public void Joins_a_paragraph_that_goes_on_on_the_next_page()
    {
        var article = Parsing.Article(Front().Columns(Bridge.Divisible, 1, 685, 650).Build());

        Assert.Equal(Bridge.Body, article.Body);
    }

    [Fact]
    public void Reads_a_second_article_after_the_columns_of_the_first()
    {
        var article = Parsing.Article(Front().Columns(Bridge.Divisible, 3, 685, 600).Line("Six Rescued From Sinking Boat", 50, 560, 16, bold: true).Columns(Bridge.Rescue, 3, 535, 480).Build());

        Assert.Equal(Bridge.Body + "\n\nSix Rescued From Sinking Boat\n\n" + string.Join("\n\n", Bridge.Rescue), article.Body);
    }

    [Fact]
    public void Reads_the_rows_of_a_table_across()
    {
        var table = Front().Line(Bridge.Paragraphs[3][..60], 50, 680, 9);
        foreach (var (row, i) in new[] { ("North", "12"), ("South", "17"), ("East", "9"), ("West", "31") }.Select((row, i) => (row, i)))
        {
            table.Line(row.Item1, 60, 650 - (i * 16), 9).Line(row.Item2, 200, 650 - (i * 16), 9);
        }

        var body = Parsing.Article(table.Build()).Body.Replace('\n', ' ').Replace("  ", " ", StringComparison.Ordinal);
        Assert.Contains("North 12 South 17 East 9 West 31", body, StringComparison.Ordinal);
    }

    [Fact]
    public void Gives_its_properties_where_the_page_says_nothing_and_says_so()
    {
        var pages = new Typesetter().Line(Bridge.Title, 50, 770, 24, bold: true).Columns(Bridge.Divisible, 1, 740, 500);
        pages.About.Author = "Jane Doe";
        pages.About.CreationDate = "D:20250213093000+01'00'";

        var article = Parsing.Article(pages.Build());

        Assert.Equal(["Jane Doe"], article.Authors);
        Assert.Equal("2025-02-13T09:30:00+01:00", article.PublishedAt);
        Assert.Equal("properties:created", article.Origin["publishedAt"]);
        Assert.Contains(article.Warnings, warning => warning.StartsWith("publishedAt:", StringComparison.Ordinal));
    }

    [Fact]
    public void Without_letters_has_no_text_layer() => Assert.Equal(RejectionReasons.NoTextLayer, Parsing.Rejection(new Typesetter().Build()).Reason);

    [Fact]
    public void Behind_a_password_is_encrypted() => Assert.Equal(RejectionReasons.Encrypted, Parsing.Rejection(System.Text.Encoding.Latin1.GetBytes(Encrypted)).Reason);

    [Fact]
    public void With_no_object_in_it_is_damaged() => Assert.Equal(RejectionReasons.Damaged, Parsing.Rejection("%PDF-1.7\n1 0 obj\n<< /Type").Reason);

    [Fact]
    public void That_is_cut_off_is_read_as_far_as_it_goes_and_says_so()
    {
        var bytes = Front().Columns(Bridge.Divisible, 2, 685, 550).NewPage().Columns(Bridge.Rescue, 2, 700, 500).Build();
        var table = bytes.AsSpan().LastIndexOf("xref\n"u8) is var at and > 0 ? bytes.AsSpan(0, at).LastIndexOf("xref"u8) : 0;

        var article = Parsing.Article(bytes[..(table > 0 ? table : bytes.Length * 9 / 10)]);

        Assert.Contains(Bridge.Body, article.Body, StringComparison.Ordinal);
        Assert.Contains(article.Warnings, warning => warning.Contains("cut off", StringComparison.Ordinal));
    }

    [Fact]
    public void May_stand_behind_other_bytes() =>
        Assert.Equal(Bridge.Body, Parsing.Article([.. "HTTP/1.1 200 OK\r\n\r\n"u8, .. Front().Columns(Bridge.Divisible, 2, 685, 550).Build()]).Body);

    [Fact]
    public void Is_not_what_a_text_merely_speaks_of() =>
        Assert.Equal("plain-text", Parsing.Article("date 2025-02-13 What Opens a Document\n\nEach such file begins with %PDF-1.7 and a line end, the archive explained.").Origin["format"]);

    [Fact]
    public void With_more_pages_than_the_limit_is_read_up_to_it_and_says_so()
    {
        var pages = Front().Columns(Bridge.Divisible, 2, 685, 550).NewPage().Columns(Bridge.Rescue, 2, 700, 500);

        var article = Assert.Single(Assert.IsType<ParseOutcome.Parsed>(Parsing.Outcome(pages.Build(), new ParserOptions { MaxPages = 1 })).Articles);

        Assert.Equal(Bridge.Body, article.Body);
        Assert.Contains(article.Warnings, warning => warning.Contains("MaxPages", StringComparison.Ordinal));
    }

    /// <summary>Says that it is encrypted with a key that no empty password opens.</summary>
    private const string Encrypted =
        """
        %PDF-1.4
        1 0 obj
        << /Type /Catalog /Pages 2 0 R >>
        endobj
        2 0 obj
        << /Type /Pages /Kids [3 0 R] /Count 1 >>
        endobj
        3 0 obj
        << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>
        endobj
        4 0 obj
        << /Filter /Standard /V 1 /R 2 /O <0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20> /U <0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20> /P -44 >>
        endobj
        trailer
        << /Root 1 0 R /Encrypt 4 0 R /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>] >>
        %%EOF
        """;
}
