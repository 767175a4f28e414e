using System.IO.Compression;
using System.Text;
using Ingest.Contracts;

namespace Ingest.Parser.Tests.Tables;

public sealed class A_workbook
{
    private const string Text = "The bridge over the Lind was opened on Thursday, and the mayor cut a ribbon before a small crowd.";
    private const string Headings = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Titel</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>Datum</t></is></c><c r=\"C1\" t=\"inlineStr\"><is><t>Text</t></is></c></row>";

    private static string Row(int number, string title, int day) =>
        $"<row r=\"{number}\"><c r=\"A{number}\" t=\"inlineStr\"><is><t>{title}</t></is></c><c r=\"B{number}\" s=\"1\"><v>{day}</v></c><c r=\"C{number}\" t=\"inlineStr\"><is><t>{Text}_x000D_\n{Text}</t></is></c></row>";

    private static byte[] Workbook(params string[] sheets)
    {
        using var memory = new MemoryStream();
        using (var archive = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            void Part(string name, string content)
            {
                using var writer = new StreamWriter(archive.CreateEntry(name).Open(), new UTF8Encoding(false));
                writer.Write(content);
            }

            const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
            const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
            Part("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>");
            Part("_rels/.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r\" Type=\"{Office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            Part("xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}\"><sheets>{string.Concat(sheets.Select((_, i) => $"<sheet name=\"Sheet {i + 1}\" sheetId=\"{i + 1}\" r:id=\"r{i}\"/>"))}</sheets></workbook>");
            Part("xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{string.Concat(sheets.Select((_, i) => $"<Relationship Id=\"r{i}\" Type=\"{Office}/worksheet\" Target=\"worksheets/sheet{i + 1}.xml\"/>"))}<Relationship Id=\"s\" Type=\"{Office}/styles\" Target=\"styles.xml\"/></Relationships>");
            Part("xl/styles.xml", $"<styleSheet xmlns=\"{Main}\"><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>");
            for (var i = 0; i < sheets.Length; i++)
            {
                Part($"xl/worksheets/sheet{i + 1}.xml", $"<worksheet xmlns=\"{Main}\"><sheetData>{sheets[i]}</sheetData></worksheet>");
            }
        }

        return memory.ToArray();
    }

    [Fact]
    public void Gives_an_article_for_each_row_of_its_first_sheet_of_articles()
    {
        const string Numbers = "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>2</v></c></row><row r=\"2\"><c r=\"A2\"><v>3</v></c><c r=\"B2\"><v>4</v></c></row>";
        var articles = Parsing.Articles(Workbook(Numbers, Headings + Row(2, "Brücke", 45701) + Row(3, "Haushalt", 45702)));

        Assert.Equal(["Brücke", "Haushalt"], articles.Select(article => article.Title));
        Assert.Equal(("2025-02-13", "xlsx", "column:Datum"), (articles[0].PublishedAt, articles[0].Origin["format"], articles[0].Origin["publishedAt"]));
        Assert.Equal($"{Text}\n\n{Text}", articles[0].Body);
        Assert.Contains("file: read from the sheet \"Sheet 2\"; Sheet 1 before it have no columns of articles", articles[0].Warnings);
    }

    [Fact]
    public void Without_articles_is_rejected() =>
        Assert.Equal(RejectionReasons.NoArticle, Parsing.Rejection(Workbook("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"2\"><c r=\"A2\"><v>2</v></c></row>")).Reason);

    [Fact]
    public void That_unpacks_to_more_than_the_limit_is_rejected()
    {
        var rejection = Parsing.Rejection(Workbook(Headings + new string(' ', 5_000_000)), new ParserOptions { MaxWorkbookBytes = 1_000_000 });

        Assert.Equal(RejectionReasons.ExpansionRatio, rejection.Reason);
        Assert.Contains("MaxWorkbookBytes", rejection.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void That_is_broken_is_damaged() =>
        Assert.Equal(RejectionReasons.Damaged, Parsing.Rejection(Workbook(Headings + "<row r=\"2\"><c r=\"A2\"")).Reason);
}
