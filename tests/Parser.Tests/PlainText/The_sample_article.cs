namespace Ingest.Parser.Tests.PlainText;

public sealed class The_sample_article
{
    private static readonly byte[] Bytes = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "seeds", "000_d2666d570fb6c4c0.txt"));

    [Fact]
    public void Gives_title_date_and_authors_exactly()
    {
        var article = Parsing.Article(Bytes);

        Assert.Equal("Trump Contacts Putin: OK with Keeping Ukraine out of NATO", article.Title);
        Assert.Equal("2025-02-13", article.PublishedAt);
        Assert.Equal(["Staff", "Agencies"], article.Authors);
        Assert.Empty(article.Agencies);
        Assert.Null(article.Dateline);
        Assert.Equal("en", article.Language);
        Assert.Empty(article.Warnings);
    }

    [Fact]
    public void Keeps_its_paragraphs_unchanged()
    {
        var paragraphs = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "seeds", "000_d2666d570fb6c4c0.txt"))
            .Split('\n').Where(line => line.Length > 0).Skip(2);

        Assert.Equal(string.Join("\n\n", paragraphs), Parsing.Article(Bytes).Body);
    }

    [Fact]
    public void Says_which_rule_found_each_field()
    {
        var origin = Parsing.Article(Bytes).Origin;

        Assert.Equal("header:date-line", origin["publishedAt"]);
        Assert.Equal("header:date-line", origin["title"]);
        Assert.Equal("byline", origin["authors"]);
        Assert.Equal("utf-8", origin["encoding"]);
    }
}
