using Ingest.Contracts;

namespace Ingest.Parser.Tests.Feeds;

public sealed class Hostile_markup
{
    [Fact]
    public void That_multiplies_entities_a_little_is_read_without_expanding_them()
    {
        var laughs = string.Concat(Enumerable.Range(1, 3).Select(i => $"<!ENTITY l{i} \"{string.Concat(Enumerable.Repeat($"&l{i - 1};", 10))}\">"));
        var article = Parsing.Article($"<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY l0 'ha'>{laughs}]><rss><channel><item><title>Bridge &l3;</title></item></channel></rss>");

        Assert.Equal("Bridge &l3;", article.Title);
    }

    [Fact]
    public void That_names_a_file_or_address_opens_neither()
    {
        var article = Parsing.Article("<?xml version='1.0'?><!DOCTYPE rss SYSTEM 'http://evil.invalid/x.dtd' [<!ENTITY f SYSTEM 'file:///etc/hostname'>]><rss><channel><item><title>Bridge &f;</title></item></channel></rss>");

        Assert.Equal("Bridge &f;", article.Title);
    }

    [Theory]
    [InlineData("<a>")]
    [InlineData("<a b='")]
    [InlineData("<!--")]
    [InlineData("<![CDATA[")]
    [InlineData("<item><title>x")]
    [InlineData("</a><")]
    [InlineData("<!DOCTYPE [>")]
    [InlineData("<!DOCTYPE ")]
    [InlineData("<?x ")]
    [InlineData("&lt;script&gt;<script>")]
    public async Task That_nests_or_repeats_two_hundred_thousand_times_comes_to_an_end(string piece)
    {
        var text = "<rss><channel><item><title>Bridge</title><description>" + string.Concat(Enumerable.Repeat(piece, 200_000));

        await Parsing.EndOf(text);
    }

    [Theory]
    [InlineData("<script>")]
    [InlineData("<style><svg><iframe>")]
    [InlineData("<b =\"<")]
    [InlineData("&amp")]
    [InlineData("]]&gt;<br")]
    public async Task That_hides_in_a_text_comes_to_an_end(string piece)
    {
        var text = "<rss><channel><item><title>Bridge</title><description><![CDATA[" + string.Concat(Enumerable.Repeat(piece, 200_000)) + "]]></description></item></channel></rss>";

        var outcome = Assert.IsType<ParseOutcome.Parsed>(await Parsing.EndOf(text));

        Assert.Equal("Bridge", Assert.Single(outcome.Articles).Title);
    }

    [Fact]
    public void That_repeats_one_identifier_a_hundred_thousand_times_still_has_unique_keys()
    {
        var articles = Parsing.Articles("<rss><channel>" + string.Concat(Enumerable.Repeat("<item><guid>1</guid><title>Bridge</title></item>", 100_000)) + "</channel></rss>");

        Assert.Equal(100_000, articles.Select(article => article.Key).Distinct().Count());
    }

    [Fact]
    public void That_nests_deeply_and_well_keeps_its_text()
    {
        var deep = string.Concat(Enumerable.Repeat("<d>", 40_000)) + "Deep text." + string.Concat(Enumerable.Repeat("</d>", 40_000));
        var article = Parsing.Article($"<rss><channel><item><title>Bridge</title><description>{deep}</description></item></channel></rss>");

        Assert.Equal("Deep text.", article.Body);
        Assert.Contains(article.Warnings, warning => warning.Contains("nested deeper", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("</")]
    [InlineData("</nit")]
    public void That_is_cut_off_in_a_tag_leaves_nothing_of_it_in_the_text(string cut) =>
        Assert.Equal("The bridge is built.", Parsing.Article($"<?xml version='1.0'?><nitf><body><body.head><hedline><hl1>Bridge</hl1></hedline></body.head><body.content><p>The bridge is built.{cut}").Body);

    [Fact]
    public void That_is_cut_off_gives_what_stands_before_the_cut_and_a_warning()
    {
        var article = Parsing.Article("<rss version='2.0'><channel><title>News</title><item><title>Bridge</title><description>&lt;p&gt;It is built.&lt;/p&gt;&lt;p&gt;And th");

        Assert.Equal("It is built.\n\nAnd th", article.Body);
        Assert.Contains(article.Warnings, warning => warning.Contains("ends too early", StringComparison.Ordinal));
    }

    [Fact]
    public void With_bare_ampersands_names_of_HTML_and_unclosed_tags_is_read_with_a_warning()
    {
        var articles = Parsing.Articles("<rss><channel><item><title>Fish & Chips&nbsp;&ndash; caf&eacute;</title><description>One<br>two<p>three</description><item><dc:creator>Jane Doe</dc:creator><title>Next</title></channel></rss>");

        Assert.Equal(["Fish & Chips – café", "Next"], articles.Select(article => article.Title));
        Assert.Equal("One\ntwo\n\nthree", articles[0].Body);
        Assert.Equal(["Jane Doe"], articles[1].Authors);
        Assert.Contains(articles[0].Warnings, warning => warning.Contains("not well-formed", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{\"version\": \"https://jsonfeed.org/version/1\", \"items\": [{\"title\": \"Bri", RejectionReasons.Damaged)]
    [InlineData("{\"invoice\": 12}", RejectionReasons.NoArticle)]
    public void In_JSON_is_rejected_with_a_reason(string text, string reason) => Assert.Equal(reason, Parsing.Rejection(text).Reason);

    [Fact]
    public void In_JSON_with_half_a_character_keeps_the_rest() =>
        Assert.Equal("Bridge \uFFFD", Parsing.Article("{\"uri\": \"x\", \"headline\": \"Bridge \\ud800\"}").Title);
}
