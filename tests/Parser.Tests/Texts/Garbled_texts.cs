using System.Text;

namespace Ingest.Parser.Tests.Texts;

public sealed class Garbled_texts
{
    private const string German =
        "date 2025-02-13 Brücke wird größer\n\nDer Stadtrat hat am Dienstag beschlossen, die Brücke zu vergrößern. „Schön“, sagte der Bürgermeister – und alle lächelten.\n\nDie Arbeiten kosten 20 Millionen €.\n";

    static Garbled_texts() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData(1252, 1, "utf-8,repaired:windows-1252")]
    [InlineData(1252, 2, "utf-8,repaired:windows-1252,repaired:windows-1252")]
    [InlineData(28591, 1, "utf-8,repaired:iso-8859-1")]
    [InlineData(10000, 1, "utf-8,repaired:macintosh")]
    public void Are_repaired_with_a_warning(int codePage, int times, string origin)
    {
        var text = German;
        for (var i = 0; i < times; i++)
        {
            text = Encoding.GetEncoding(codePage).GetString(Encoding.UTF8.GetBytes(text));
        }

        var article = Parsing.Article(text);

        Assert.Equal("Brücke wird größer", article.Title);
        Assert.Contains("„Schön“, sagte der Bürgermeister –", article.Body, StringComparison.Ordinal);
        Assert.Equal(origin, article.Origin["encoding"]);
        Assert.Contains(article.Warnings, warning => warning.StartsWith("encoding: ", StringComparison.Ordinal) && warning.Contains("repaired", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_which_only_some_lines_are_garbled_are_repaired_there()
    {
        var article = Parsing.Article("date 2025-02-13 Brücke wird größer\n\nDer Stadtrat hat am Dienstag die neue BrÃ¼cke beschlossen.\n\nDer Bürgermeister freut sich über den Beschluss.\n");

        Assert.Equal("Der Stadtrat hat am Dienstag die neue Brücke beschlossen.\n\nDer Bürgermeister freut sich über den Beschluss.", article.Body);
        Assert.Contains(article.Warnings, warning => warning.StartsWith("encoding: 1 line", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_pages_are_repaired_too()
    {
        var article = Parsing.Article("<html><head><title>Neue BrÃ¼cke</title></head><body><article><h1>Neue BrÃ¼cke</h1><p>Der Stadtrat hat am Dienstag beschlossen, eine neue BrÃ¼cke zu bauen, und alle sind zufrieden.</p><p>Die Arbeiten beginnen im FrÃ¼hjahr, sagte der BÃ¼rgermeister am Abend.</p></article></body></html>");

        Assert.Equal("Neue Brücke", article.Title);
        Assert.Contains("im Frühjahr", article.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CHARLOTTE BRONTË…” said the teacher of the class on Tuesday.")]
    [InlineData("A “IRMÃ” disse na terça-feira que não vai mudar nada.")]
    [InlineData("Il a dit « à\u00A0« Lindholm » et le maire a souri mardi soir.")]
    [InlineData("The root √ 2 and √a are numbers, the council was told.")]
    [InlineData("OÙ ET QUAND? Le conseil a décidé mardi, à 20 °C.")]
    [InlineData("Café® and Wikipédia™ are names that the council heard.")]
    public void That_are_not_garbled_stay(string body)
    {
        var article = Parsing.Article("date 2025-02-13 Bridge to Be Built\n\n" + body + "\n");

        Assert.Equal(body.Replace('\u00A0', ' '), article.Body.Replace('\u00A0', ' '));
        Assert.Equal("utf-8", article.Origin["encoding"]);
    }
}
