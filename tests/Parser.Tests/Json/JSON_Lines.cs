using Ingest.Contracts;

namespace Ingest.Parser.Tests.Json;

public sealed class JSON_Lines
{
    private static string Line(string id, string extra = "") =>
        $$"""{"id": "{{id}}", "title": "Bridge {{id}}", "text": "The bridge {{id}} over the Lind was opened on Thursday.", "date": "2025-02-13"{{extra}}}""";

    [Fact]
    public void Give_an_article_for_each_line()
    {
        var articles = Parsing.Articles($"{Line("a")}\n{Line("b")}\r\n\n{Line("c")}");

        Assert.Equal(["a", "b", "c"], articles.Select(article => article.Key));
        Assert.Equal(("Bridge b", "The bridge b over the Lind was opened on Thursday.", "2025-02-13", "json-lines"), (articles[1].Title, articles[1].Body, articles[1].PublishedAt, articles[1].Origin["format"]));
    }

    [Fact]
    public void With_broken_lines_count_them_and_give_the_others()
    {
        var articles = Parsing.Articles($"{{\"id\": \"x\", \"title\n{Line("a")}\n{Line("b")[..40]}\n{Line("c")}\nnull\n{Line("d")}\n");

        Assert.Equal(["a", "c", "d"], articles.Select(article => article.Key));
        Assert.Contains("file: 3 lines are broken JSON and were left out", articles[0].Warnings);
    }

    [Fact]
    public void Without_lines_between_the_objects_are_read_as_well()
    {
        var articles = Parsing.Articles($"{Line("a")}{Line("b").Replace(", ", ",\n  ", StringComparison.Ordinal)}{Line("c")}");

        Assert.Equal(["a", "b", "c"], articles.Select(article => article.Key));
        Assert.Equal("json-concatenated", articles[0].Origin["format"]);
    }

    [Theory]
    [InlineData(", \"score\": NaN, \"min\": -Infinity")]
    [InlineData(", \"note\": \"half \\ud83d of one\"")]
    [InlineData(", \"note\": \"a\ttab\"")]
    public void With_what_programs_write_that_is_not_quite_JSON_lose_nothing(string extra) =>
        Assert.Equal(2, Parsing.Articles($"{Line("a", extra)}\n{Line("b")}\n").Count);

    [Fact]
    public void With_characters_written_in_halves_keep_them() =>
        Assert.Equal("Bridge 😀", Parsing.Articles($"{Line("a").Replace("Bridge a", "Bridge \\ud83d\\ude00", StringComparison.Ordinal)}\n{Line("b")}\n")[0].Title);

    [Fact]
    public void Of_different_shapes_are_each_understood()
    {
        var other = "{\"headline\": \"Budget passes\", \"articleBody\": \"The council of Lindholm voted for it after a long night.\", \"datePublished\": \"2025-02-14\"}";
        var articles = Parsing.Articles(string.Join('\n', Enumerable.Range(1, 40).Select(i => Line($"k{i}"))) + "\n" + other + "\n");

        Assert.Equal(("Budget passes", "2025-02-14", "40"), (articles[40].Title, articles[40].PublishedAt, articles[40].Key));
    }

    [Fact]
    public void Without_articles_are_rejected_with_their_keys()
    {
        var rejection = Parsing.Rejection("{\"lat\": 1, \"lon\": 2}\n{\"lat\": 3, \"lon\": 4}\n");

        Assert.Equal(RejectionReasons.NoArticle, rejection.Reason);
        Assert.Contains("lat, lon", rejection.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void That_are_all_broken_are_damaged() =>
        Assert.Equal(RejectionReasons.Damaged, Parsing.Rejection("{\"title\": \"a\" \"b\"}\n{\"title\": [}\n{\"title\": ]}\n").Reason);

    [Fact]
    public void Of_an_agency_are_its_items() =>
        Assert.Equal("ninjs", Parsing.Articles("{\"uri\": \"urn:1\", \"headline\": \"Bridge\", \"body_text\": \"It was opened.\"}\n{\"uri\": \"urn:2\", \"headline\": \"Budget\", \"body_text\": \"It passed.\"}\n")[1].Origin["format"]);
}
