using System.Text;
using Ingest.Contracts;

namespace Ingest.Parser.Tests.Tables;

public sealed class A_table
{
    private const string First = "The bridge over the Lind was opened on Thursday, and the mayor cut a ribbon. \"It took nine years,\" she said, \"but here it is.\"";
    private const string Second = "The council of Lindholm voted for a new budget, with more money for schools, roads and the harbour, and less for the theatre.";

    private static string Quoted(string text) => "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    [Theory]
    [InlineData(",", "csv")]
    [InlineData("\t", "tsv")]
    [InlineData(";", "csv:semicolon")]
    [InlineData("|", "csv:bar")]
    [InlineData("^", "csv:caret")]
    public void Gives_an_article_for_each_row_whatever_its_delimiter(string delimiter, string format)
    {
        string[] rows =
        [
            string.Join(delimiter, "id", "Title", "maintext", "date_publish", "authors", "source_domain", "url"),
            string.Join(delimiter, "a7", "Bridge opens", Quoted(First), "2025-02-13 09:30:00", "\"['Jane Doe', 'John Roe']\"", "courier.example", "https://courier.example/bridge"),
            string.Join(delimiter, "a8", "Budget passes", Quoted(Second), "2025-02-14", "\"Roe, John; Poe, Ann\"", "courier.example", "https://courier.example/budget"),
        ];

        var articles = Parsing.Articles(string.Join("\r\n", rows) + "\r\n");

        Assert.Equal(["a7", "a8"], articles.Select(article => article.Key));
        Assert.Equal(("Bridge opens", First, "2025-02-13T09:30:00"), (articles[0].Title, articles[0].Body, articles[0].PublishedAt));
        Assert.Equal(["Jane Doe", "John Roe"], articles[0].Authors);
        Assert.Equal(["John Roe", "Ann Poe"], articles[1].Authors);
        Assert.Equal(("courier.example", "https://courier.example/budget", "en"), (articles[1].Source, articles[1].Url, articles[1].Language));
        Assert.Equal((format, "column:maintext", "column:date_publish"), (articles[0].Origin["format"], articles[0].Origin["body"], articles[0].Origin["publishedAt"]));
    }

    [Fact]
    public void Whose_texts_have_line_breaks_keeps_their_paragraphs() =>
        Assert.Equal(
            "The bridge was opened on Thursday after nine years of work on both banks.\n\nThe mayor cut a ribbon and walked over it first.",
            Parsing.Articles("title,text\nBridge,\"The bridge was opened on Thursday after nine years of work on both banks.\nThe mayor cut a ribbon and walked over it first.\"\n")[0].Body);

    [Fact]
    public void With_HTML_in_a_column_gives_paragraphs() =>
        Assert.Equal("One & two.\n\nThree.", Parsing.Article("title;date;content\nBridge opens;13.02.2025;\"<p>One &amp; two.</p><p>Three.</p>\"\n").Body);

    [Fact]
    public void In_an_old_encoding_with_German_names_is_read()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var bytes = Encoding.GetEncoding(1252).GetBytes("Überschrift;Datum;Autor;Volltext;Ressort\nBrücke eröffnet;13.02.2025;Jürgen Müller;Die Brücke über die Lind wurde am Donnerstag für alle geöffnet.;Lokales\n");

        var article = Parsing.Article(bytes);

        Assert.Equal(("Brücke eröffnet", "2025-02-13", "Lokales"), (article.Title, article.PublishedAt, article.Section));
        Assert.Equal(["Jürgen Müller"], article.Authors);
        Assert.Equal("Die Brücke über die Lind wurde am Donnerstag für alle geöffnet.", article.Body);
    }

    [Theory]
    [InlineData("标题,日期,作者,正文\n大桥开通,2025年2月13日,李明,林德河上的大桥星期四向所有人开放，市长剪彩并第一个走过大桥。\n", "大桥开通", "2025-02-13")]
    [InlineData("título,fecha,texto\nSe abre el puente,2025-02-13,El puente sobre el Lind fue abierto el jueves para todos.\n", "Se abre el puente", "2025-02-13")]
    [InlineData("заголовок;дата;текст\nМост открыт;13.02.2025;Мост через реку открыли в четверг для всех жителей города.\n", "Мост открыт", "2025-02-13")]
    public void With_names_in_other_languages_is_read(string text, string title, string date)
    {
        var article = Parsing.Article(text);

        Assert.Equal((title, date), (article.Title, article.PublishedAt));
        Assert.NotEmpty(article.Body);
    }

    [Fact]
    public void Whose_names_say_nothing_is_understood_by_its_content_with_warnings()
    {
        var rows = Enumerable.Range(1, 4).Select(i => $"{i}\tBridge number {i} was opened today\t2025-02-1{i}\tThe bridge number {i} over the river was opened on Thursday by the mayor of the town, who had promised it nine years ago and had to answer for it in every single meeting of the council since then.");
        var articles = Parsing.Articles("a\tb\tc\td\n" + string.Join('\n', rows));

        Assert.Equal(4, articles.Count);
        Assert.Equal(("Bridge number 2 was opened today", "2025-02-12", "column:d"), (articles[1].Title, articles[1].PublishedAt, articles[1].Origin["body"]));
        Assert.Contains("body: taken from the column \"d\" because it holds the longest texts", articles[0].Warnings);
    }

    [Fact]
    public void Whose_text_column_holds_labels_takes_the_column_with_the_texts() =>
        Assert.Equal(First, Parsing.Articles($"title,text,content,date\nBridge,real,{Quoted(First)},2025-02-13\nBudget,fake,{Quoted(Second)},2025-02-14\n")[0].Body);

    [Theory]
    [InlineData("1739439000", "2025-02-13T09:30:00Z")]
    [InlineData("1739439000000", "2025-02-13T09:30:00Z")]
    [InlineData("20250213093000", "2025-02-13T09:30:00")]
    [InlineData("2/13/2025", "2025-02-13")]
    public void With_dates_as_programs_count_them_gives_the_day(string written, string expected) =>
        Assert.Equal(expected, Parsing.Articles($"title,text,date\nBridge,{Quoted(First)},{written}\nBudget,{Quoted(Second)},{written}\n")[0].PublishedAt);

    [Fact]
    public void With_American_dates_reads_all_of_them_so_once_one_of_them_tells() =>
        Assert.Equal("2025-02-03", Parsing.Articles($"title,text,date\nBridge,{Quoted(First)},2/3/2025\nBudget,{Quoted(Second)},2/14/2025\n")[0].PublishedAt);

    [Fact]
    public void Without_columns_of_articles_is_rejected_with_the_columns_it_has()
    {
        var rejection = Parsing.Rejection("city,people,founded\nLindholm,12000,1850-01-01\nNorthport,900,1901-05-06\nEastby,77,1999-12-31\n");

        Assert.Equal(RejectionReasons.NoArticle, rejection.Reason);
        Assert.Contains("city, people, founded", rejection.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void With_rows_that_are_too_wide_or_too_narrow_says_how_many()
    {
        var text = "title,date,text\n" + string.Concat(Enumerable.Range(1, 12).Select(i => $"Bridge {i},2025-02-13,{Quoted(First)}\n")) + "Budget,2025-02-14,The council voted, at last, for it.\nShort,2025-02-15\n";
        var articles = Parsing.Articles(text);

        Assert.Equal("The council voted, at last, for it.", articles[12].Body);
        Assert.Contains(articles[0].Warnings, warning => warning.StartsWith("file: 1 rows have more cells", StringComparison.Ordinal));
        Assert.Contains(articles[0].Warnings, warning => warning.StartsWith("file: 1 rows have fewer cells", StringComparison.Ordinal));
    }

    [Fact]
    public void With_a_quote_that_is_never_closed_loses_no_row() =>
        Assert.Equal(
            ["Bridge", "\"Budget passes", "Harbour"],
            Parsing.Articles($"title\ttext\nBridge\tIt was opened on Thursday.\n\"Budget passes\tThe council voted for it.\nHarbour\tIt is to be dredged.\n").Select(article => article.Title));

    [Fact]
    public void With_quotes_behind_backslashes_is_read() =>
        Assert.Equal(
            "He said \"yes\", and left the hall.",
            Parsing.Articles("title,text\nBridge,\"He said \\\"yes\\\", and left the hall.\"\nBudget,\"She said \\\"no\\\", and stayed.\"\n")[0].Body);

    [Fact]
    public void That_begins_with_Excels_own_line_is_read() =>
        Assert.Equal("Bridge", Parsing.Article("sep=;\r\ntitle;text;date\r\nBridge;It was opened on Thursday.;13.02.2025\r\n").Title);

    [Fact]
    public void With_a_summary_only_warns() =>
        Assert.Contains("body: there is only a summary", Parsing.Article("headline,description,url\nBridge opens,The bridge was opened on Thursday.,https://courier.example/1\n").Warnings);

    [Fact]
    public void With_damaged_rows_below_a_telling_header_is_still_read()
    {
        var rows = string.Concat(Enumerable.Range(1, 6).Select(i => $"Bridge {i},2025-02-1{i},Jane Doe,{Quoted(First)}\n"));

        var articles = Parsing.Articles($"title,date,author,text\n{rows}only one cell\na,b\n,,,,,,,,\n");

        Assert.Equal(Enumerable.Range(1, 6).Select(i => ($"Bridge {i}", (string?)$"2025-02-1{i}", First)), articles.Take(6).Select(article => (article.Title, article.PublishedAt, article.Body)));
        Assert.Contains(articles[0].Warnings, warning => warning.Contains("fewer cells", StringComparison.Ordinal));
    }
}
