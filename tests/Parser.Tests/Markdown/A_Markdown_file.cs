namespace Ingest.Parser.Tests.Markdown;

public sealed class A_Markdown_file
{
    private const string Body = """

        # Bridge to Be Built

        The [council](https://news.example/council) met on Tuesday & decided *at last* to build
        a **new bridge**.

        ![The river](river.jpg)
        *The river in spring*

        ## What comes next

        - Work begins in [May](https://news.example/may)
        - The café stays open

        > It is time.

        ```
        cost = 12
        ```
        """;

    [Theory]
    [InlineData("---\ntitle: \"Bridge: to Be Built\"\ndate: 2025-02-13T09:30:00+01:00\nauthor: Ada Quill\ncategories: [City, Traffic]\nlang: en-GB\nurl: https://news.example/bridge\nsource: The Example\n---\n")]
    [InlineData("---\ntitle: Bridge: to Be Built\ndate: 2025-02-13T09:30:00+01:00\nauthor: Ada Quill\ncategories:\n  - City\nlang: en-GB\nurl: https://news.example/bridge\nsource: The Example\n---\n")]
    [InlineData("+++\ntitle = \"Bridge: to Be Built\"\ndate = 2025-02-13T09:30:00+01:00\nauthors = [\"Ada Quill\"]\ncategories = ['City']\nlanguage = 'en'\ncanonical = \"https://news.example/bridge\"\nsource = \"The Example\"\n+++\n")]
    [InlineData("{\n  \"title\": \"Bridge: to Be Built\",\n  \"date\": \"2025-02-13T09:30:00+01:00\",\n  \"author\": {\"name\": \"Ada Quill\"},\n  \"section\": \"City\",\n  \"lang\": \"en\",\n  \"url\": \"https://news.example/bridge\",\n  \"publisher\": \"The Example\"\n}\n")]
    public void Has_its_fields_in_front_matter_of_three_kinds(string front)
    {
        var article = Parsing.Article(front + "\nThe council met on Tuesday and decided to build a **new** bridge.\n");

        Assert.Equal("Bridge: to Be Built", article.Title);
        Assert.Equal("2025-02-13T09:30:00+01:00", article.PublishedAt);
        Assert.Equal(["Ada Quill"], article.Authors);
        Assert.Equal("City", article.Section);
        Assert.Equal("en", article.Language);
        Assert.Equal("https://news.example/bridge", article.Url);
        Assert.Equal("The Example", article.Source);
        Assert.Equal("The council met on Tuesday and decided to build a new bridge.", article.Body);
        Assert.Equal("front-matter:date", article.Origin["publishedAt"]);
        Assert.Equal("markdown", article.Origin["format"]);
    }

    [Fact]
    public void Of_a_web_clipper_has_its_address_under_source()
    {
        var article = Parsing.Article("---\ntitle: Bridge to Be Built\nsource: \"https://news.example/bridge\"\nauthor:\n  - \"[[Ada Quill]]\"\npublished: 2025-02-13\ncreated: 2025-03-01\ntags:\n  - \"clippings\"\n---\nThe council met with [[Jon Marsh|the mayor]] on Tuesday.\n");

        Assert.Equal("https://news.example/bridge", article.Url);
        Assert.Equal(["Ada Quill"], article.Authors);
        Assert.Equal("2025-02-13", article.PublishedAt);
        Assert.Equal("The council met with the mayor on Tuesday.", article.Body);
    }

    [Fact]
    public void Becomes_plain_paragraphs()
    {
        var article = Parsing.Article(Body);

        Assert.Equal("Bridge to Be Built", article.Title);
        Assert.Equal(
            "The council met on Tuesday & decided at last to build a new bridge.\n\nWhat comes next\n\nWork begins in May\n\nThe café stays open\n\nIt is time.\n\ncost = 12",
            article.Body);
        Assert.Equal("markdown:heading", article.Origin["title"]);
    }

    [Theory]
    [InlineData("date 2025-02-13 Bridge to Be Built\n\n* The council met.\n\nIt is #1 of the projects, 2 * 3 = 6.\n\n# # #\n")]
    [InlineData("Bridge to Be Built\n\nThe council met on Tuesday and decided to build a bridge.\n\n###\n")]
    [InlineData("---\nBridge to Be Built\n---\n\nThe council met on Tuesday and decided to build a bridge.\n")]
    public void Is_not_every_text_with_a_mark_in_it(string text) => Assert.All(Parsing.Articles(text), article => Assert.Equal("plain-text", article.Origin["format"]));

    [Fact]
    public void That_grows_by_aliases_is_read_without_them()
    {
        var bomb = "---\ntitle: Bridge\na: &a [x,x,x,x,x,x,x,x,x]\n" + string.Concat(Enumerable.Range(1, 20).Select(i => $"k{i}: [*a,*a,*a,*a,*a,*a]\n")) + "---\nThe council met on Tuesday.\n";

        var article = Parsing.Article(bomb);

        Assert.Equal("The council met on Tuesday.", article.Body);
    }

    [Fact]
    public void That_nests_deeper_than_any_text_is_read_as_plain_text()
    {
        var sentences = string.Concat(Enumerable.Repeat("The council met on Tuesday and decided to build a bridge. ", 40));

        var article = Parsing.Article("# Bridge\n\n[a](http://news.example)\n\n" + sentences + "\n\n" + new string('>', 400) + " deep\n");

        Assert.Equal("plain-text", article.Origin["format"]);
        Assert.Contains("The council met on Tuesday", article.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("](http://news.example)", 30_000)]
    [InlineData("[a](", 250_000)]
    [InlineData("<?", 500_000)]
    [InlineData("~", 48_000)]
    [InlineData("**", 24_000)]
    [InlineData("~", 500_000)]
    public async Task That_repeats_a_mark_without_end_is_read_all_the_same(string mark, int times)
    {
        var outcome = await Parsing.EndOf(
            "# Bridge to Be Built\n\n[a](http://news.example) [b](http://news.example) The council met on Tuesday.\n\n" + string.Concat(Enumerable.Repeat(mark, times)) + "\n\nIt decided.\n");

        Assert.Contains("The council met on Tuesday.", Assert.IsType<ParseOutcome.Parsed>(outcome).Articles[0].Body, StringComparison.Ordinal);
    }

    [Fact]
    public void With_a_byline_below_each_of_its_first_headings_has_as_many_articles()
    {
        static string Story(int i) => $"# Bridge {i} to Be Built\n\n*By Ada Quill, February {i}, 2025*\n\nThe council met on Tuesday and decided to build bridge {i}.\n\n## What comes next\n\nWork begins in May.\n\n```\n# cost\n```\n\n";

        var articles = Parsing.Articles(Story(1) + Story(2));

        Assert.Equal([("Bridge 1 to Be Built", "2025-02-01"), ("Bridge 2 to Be Built", "2025-02-02")], articles.Select(article => (article.Title, article.PublishedAt)));
        Assert.All(articles, article => Assert.Equal(["Ada Quill"], article.Authors));
        Assert.Equal("The council met on Tuesday and decided to build bridge 2.\n\nWhat comes next\n\nWork begins in May.\n\n# cost", articles[1].Body);
        Assert.Single(Parsing.Articles(Story(1) + "# What comes next\n\nWork begins in May.\n"));
    }
}
