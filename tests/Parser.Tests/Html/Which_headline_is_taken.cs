namespace Ingest.Parser.Tests.Html;

public sealed class Which_headline_is_taken
{
    [Fact]
    public void The_only_heading_goes_before_the_same_in_words_for_search_engines() =>
        Assert.Equal("9 Common Myths About Bridges, Debunked", Parsing.Article(Page.With("<meta property=\"og:title\" content=\"Debunking Common Bridge Myths\">", "9 Common Myths About Bridges, Debunked")).Title);

    [Fact]
    public void A_heading_that_says_something_else_is_part_of_the_text()
    {
        var article = Parsing.Article(Page.With("<meta property=\"og:title\" content=\"Bridge to Be Built\">", "Seen from the River"));

        Assert.Equal("Bridge to Be Built", article.Title);
        Assert.StartsWith("Seen from the River\n\nThe council", article.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void What_stands_behind_the_sites_name_and_a_colon_is_the_headline() =>
        Assert.Equal("A Bridge for Eastmere at Last", Parsing.Article(Page.With("<title>River Notes: A Bridge for Eastmere at Last</title>", "River Notes", "<h2>A Bridge for Eastmere at Last</h2>" + Page.Paragraphs)).Title);

    [Fact]
    public void A_headline_with_a_colon_stays_whole() =>
        Assert.Equal("Bridge: What Eastmere Decided", Parsing.Article(Page.With("<title>Bridge: What Eastmere Decided</title>", "Bridge: What Eastmere Decided")).Title);
}
