using System.Text;
using Ingest.Contracts;
using Microsoft.Extensions.Time.Testing;

namespace Ingest.Parser.Tests.Tables;

public sealed class A_mapping_beside_a_table
{
    private const string Table = "Nr;Kopf;Inhaltstext;Tag\n1;Brücke eröffnet;Die Brücke wurde geöffnet.;13.02.25\n2;Haushalt beschlossen;Der Rat hat ihn beschlossen.;14.02.25\n";

    private static ParseOutcome Parse(byte[] table, string mapping, string name = "export.csv.mapping.json") =>
        new FileParser(new ParserOptions(), new FakeTimeProvider(Parsing.Today)).Parse(
            new FileContent("file", 1, "watch", "folder/export.csv", table) { Beside = (beside, most) => beside == name ? Encoding.UTF8.GetBytes(mapping)[..Math.Min(most, Encoding.UTF8.GetByteCount(mapping))] : null },
            TestContext.Current.CancellationToken);

    private static ParseOutcome.Rejected Fault(string mapping) => Assert.IsType<ParseOutcome.Rejected>(Parse(Encoding.UTF8.GetBytes(Table), mapping));

    [Theory]
    [InlineData("export.csv.mapping.json")]
    [InlineData("ingest.mapping.json")]
    public void Names_columns_and_constants(string name)
    {
        var outcome = Parse(
            Encoding.UTF8.GetBytes(name[0] == 'e' ? Table : Table.Replace("Kopf", "title", StringComparison.Ordinal)),
            """{"columns": {"title": ["Kopf", "title"], "body": "Inhaltstext", "publishedAt": "Tag", "key": "Nr"}, "source": "Blatt", "language": "de", "dateFormat": "dd.MM.yy"}""".Replace(name[0] == 'e' ? ", \"title\"" : "\"Kopf\", ", "", StringComparison.Ordinal),
            name);

        var article = Assert.IsType<ParseOutcome.Parsed>(outcome).Articles[1];
        Assert.Equal(("Haushalt beschlossen", "Der Rat hat ihn beschlossen.", "2025-02-14", "2"), (article.Title, article.Body, article.PublishedAt, article.Key));
        Assert.Equal(("Blatt", "de", "mapping:Inhaltstext"), (article.Source, article.Language, article.Origin["body"]));
        Assert.Matches("sha256:[0-9a-f]{64}$", article.Origin["mapping"]);
    }

    [Fact]
    public void States_delimiter_and_encoding()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var outcome = Parse(
            Encoding.GetEncoding("ibm850").GetBytes("Brücke^Die Brücke wurde geöffnet.\nHaushalt^Er wurde beschlossen.\n"),
            """{"columns": {"title": 1, "body": 2}, "delimiter": "^", "encoding": "ibm850", "header": false}""");

        var articles = Assert.IsType<ParseOutcome.Parsed>(outcome).Articles;
        Assert.Equal(["Brücke", "Haushalt"], articles.Select(article => article.Title));
        Assert.Equal("mapping:ibm850", articles[0].Origin["encoding"]);
    }

    [Theory]
    [InlineData("{\"columns\": {\"body\": \"Volltext\"}}", "Volltext")]
    [InlineData("{\"columns\": {\"text\": \"Kopf\"}}", "\"text\" is no field")]
    [InlineData("{\"columns\": ", "not valid JSON")]
    [InlineData("[]", "no JSON object")]
    [InlineData("{\"encoding\": \"klingon\"}", "klingon")]
    [InlineData("{\"delimiter\": \"ab\"}", "one character")]
    [InlineData("{\"dateFormat\": \"%\"}", "date format")]
    [InlineData("{\"colums\": \"Kopf\"}", "colums")]
    public void That_cannot_be_used_rejects_the_file_and_says_why(string mapping, string because)
    {
        var rejection = Fault(mapping);

        Assert.Equal(RejectionReasons.InvalidMapping, rejection.Reason);
        Assert.Contains(because, rejection.Detail, StringComparison.Ordinal);
        Assert.Contains("export.csv.mapping.json", rejection.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void That_is_large_is_none() =>
        Assert.Contains("larger than", Fault("{\"source\": \"" + new string('a', 70_000) + "\"}").Detail, StringComparison.Ordinal);

    [Fact]
    public void Is_itself_no_article_and_says_what_it_is()
    {
        var outcome = new FileParser(new ParserOptions(), TimeProvider.System).Parse(
            new FileContent("file", 1, "watch", "folder/export.csv.mapping.json", "{\"columns\": {\"body\": \"Inhalt\"}}"u8.ToArray()), TestContext.Current.CancellationToken);

        var rejection = Assert.IsType<ParseOutcome.Rejected>(outcome);
        Assert.Equal(RejectionReasons.MappingFile, rejection.Reason);
        Assert.Contains("export.csv;", rejection.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Is_not_asked_for_where_its_name_would_be_too_long()
    {
        var outcome = new FileParser(new ParserOptions(), TimeProvider.System).Parse(
            new FileContent("file", 1, "watch", "folder/" + new string('a', 250) + ".csv", Encoding.UTF8.GetBytes(Table.Replace("Kopf", "title", StringComparison.Ordinal).Replace("Inhaltstext", "text", StringComparison.Ordinal)))
            {
                Beside = (beside, _) => beside.Length > 255 ? throw new IOException("File name too long") : null,
            },
            TestContext.Current.CancellationToken);

        Assert.Equal(2, Assert.IsType<ParseOutcome.Parsed>(outcome).Articles.Count);
    }

    [Fact]
    public async Task Is_found_by_the_command_line()
    {
        using var folder = new TemporaryFolder();
        var path = folder["export.csv"];
        await File.WriteAllTextAsync(path, Table, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(path + ".mapping.json", "{\"columns\": {\"title\": \"Kopf\", \"body\": \"Inhaltstext\"}}", TestContext.Current.CancellationToken);

        var outcome = await new ArticleReader(new ParserOptions(), TimeProvider.System).ReadFileAsync(path, TestContext.Current.CancellationToken);

        Assert.Equal("Brücke eröffnet", Assert.IsType<ParseOutcome.Parsed>(outcome).Articles[0].Title);
    }
}
