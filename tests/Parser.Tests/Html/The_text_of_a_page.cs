using Ingest.Contracts;

namespace Ingest.Parser.Tests.Html;

public sealed class The_text_of_a_page
{
    [Fact]
    public void Is_its_paragraphs_with_a_blank_line_between_them()
    {
        var article = Parsing.Article(Page.With());

        Assert.Equal("Bridge to Be Built", article.Title);
        Assert.StartsWith("The council of Eastmere met on Tuesday", article.Body, StringComparison.Ordinal);
        Assert.Equal(3, article.Body.Split("\n\n").Length);
        Assert.EndsWith("against the decision.", article.Body, StringComparison.Ordinal);
        Assert.Equal("html", article.Origin["format"]);
        Assert.Equal("html:blocks", article.Origin["body"]);
    }

    [Fact]
    public void Keeps_headings_lists_and_quotations_in_order()
    {
        var article = Parsing.Article(Page.With(body: Page.Paragraphs +
            "<h2>What comes next</h2><ul><li>A plan in spring</li><li>A vote in autumn</li></ul><blockquote><p>We shall build it, whatever they say.</p></blockquote>" +
            "<p>So said the mayor at the end of the evening, and most of the council rose to applaud.</p>"));

        Assert.Contains("What comes next\n\nA plan in spring\nA vote in autumn\n\nWe shall build it, whatever they say.\n\nSo said the mayor", article.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<aside><p>In other news, the theatre opens its doors again after three years of work on its roof.</p></aside>")]
    [InlineData("<div class=\"related-articles\"><p>The theatre opens its doors again after three years of work on its roof.</p></div>")]
    [InlineData("<div class=\"newsletterSignup\"><p>The theatre's friends read our letters each morning before they rise.</p></div>")]
    [InlineData("<figure><img src=\"x.jpg\"><figcaption>The theatre at the river, seen from the south. Photo: A. Smith</figcaption></figure>")]
    [InlineData("<div style=\"display: none\"><p>The theatre is hidden, and nobody sees it before a script has run.</p></div>")]
    [InlineData("<p><a href=\"/theatre\">Read more: The theatre opens its doors again</a></p>")]
    [InlineData("<h3>Related articles</h3><ul><li><a href=\"/t\">The theatre opens its doors</a></li><li><a href=\"/u\">Ferry raises prices</a></li></ul>")]
    [InlineData("<div><div><h3><a href=\"/t\">The theatre opens</a></h3><p>After three years.</p></div><div><h3><a href=\"/u\">Ferry raises prices</a></h3></div><div><h3><a href=\"/v\">School closed</a></h3></div></div>")]
    [InlineData("<p>Our theatre letters: we use cookies, see our privacy policy.</p>")]
    [InlineData("<script>var theatre = 'theatre';</script>")]
    public void Leaves_out_what_is_beside_it(string beside) =>
        Assert.DoesNotContain("theatre", Parsing.Article(Page.With(body: Page.Paragraphs + beside)).Body, StringComparison.OrdinalIgnoreCase);

    [Fact]
    public void Has_no_fused_words_where_the_page_breaks_lines() =>
        Assert.Contains("one\ntwo", Parsing.Article(Page.With(body: Page.Paragraphs + "<p>The poem begins with one<br>two and ends, as poems of this kind do, with three.</p>")).Body, StringComparison.Ordinal);

    [Fact]
    public void Is_found_in_a_page_of_tables_and_fonts()
    {
        var article = Parsing.Article(
            "<html><body><table><tr><td><a href=1>Home</a><br><a href=2>News</a></td><td><font size=4><b>Bridge to Be Built</b></font><br><br>" +
            "The council of Eastmere met on Tuesday evening and decided to build a bridge.<br><br>It will be long, said the mayor, and nobody will have to take the ferry.</td></tr></table></body></html>");

        Assert.Contains("decided to build a bridge.\n\nIt will be long", article.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Home", article.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void Is_found_where_class_names_mislead()
    {
        var article = Parsing.Article(Page.With(body: string.Concat(Page.Paragraphs.Split("</p>", StringSplitOptions.RemoveEmptyEntries).Select(p => $"<div class=\"promo-box\"><div>{p}</p></div></div>"))));

        Assert.Equal(3, article.Body.Split("\n\n").Length);
    }

    [Fact]
    public void Is_found_where_paragraphs_are_set_as_headings()
    {
        var article = Parsing.Article(Page.With(body:
            "<blockquote><h3>The council of Eastmere met on Tuesday evening and decided, after a debate of four hours, to build a bridge over the river. It will be 340 metres long.</h3>" +
            "<h4>Residents of the old town fear noise and traffic; a group of them wants to go to court against the decision, they said, and the mayor will meet them on Friday.</h4></blockquote>"));

        Assert.Contains("340 metres long.\n\nResidents", article.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void Has_no_notes_on_how_its_characters_are_read()
    {
        const string read = "<p><ruby>子<rt>こ</rt></ruby>どもへの<ruby>虐待<rp>(</rp><rt>ぎゃくたい</rt><rp>)</rp></ruby>をなくすための法律ができて、親が子どもを育てるときに、たたいたりすることを禁止することになりました。</p>";

        Assert.StartsWith("子どもへの虐待をなくす", Parsing.Article(Page.With(body: read)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public void Does_not_go_on_in_a_long_list_of_teasers()
    {
        var teasers = string.Concat(Enumerable.Range(0, 12).Select(i =>
            $"<li><div><h3><a href=\"/{i}\">The theatre opens its doors again, part {i}</a></h3><p>The theatre, closed for three years of work on its roof, lets its friends in again on Friday, they said, and number {i} of them gets a glass of wine, a seat in the first row and a letter from the manager, who has waited long for this.</p></div></li>"));

        Assert.DoesNotContain("theatre", Parsing.Article(Page.With(body: Page.Paragraphs + $"<ul>{teasers}</ul>")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public void Goes_on_after_a_link_to_the_comments_on_its_first_piece()
    {
        var article = Parsing.Article(Page.With(body: string.Concat(Enumerable.Repeat(Page.Paragraphs, 4)) + "<p><a href=\"#c\">Comments (5 posted)</a></p><h2>Ferry Raises Prices</h2>" + Page.Paragraphs.Replace("bridge", "ferry", StringComparison.Ordinal)));

        Assert.Contains("Ferry Raises Prices\n\nThe council", article.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Comments", article.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void Keeps_a_paragraph_that_begins_with_whose_picture_it_holds() =>
        Assert.Contains("the longest of its kind", Parsing.Article(Page.With(body:
            "<p><span><span class=\"photo\">© Provided by Business Courier</span></span> The bridge that Eastmere wants to build over its river will be the longest of its kind, said the engineer who drew it, and the first in the county that carries both trams and bicycles, and neither cars nor lorries; these will have to take the ferry, as they always have.</p>" + Page.Paragraphs)).Body, StringComparison.Ordinal);

    [Fact]
    public void Is_taken_from_linked_data_when_the_page_shows_a_teaser()
    {
        var stated = string.Join("\\n\\n", Enumerable.Repeat("The council of Eastmere met on Tuesday evening and decided to build a bridge over the river, after a debate of four hours.", 8).Select((p, i) => $"{i} {p}"));
        var article = Parsing.Article(Page.With(
            head: $"<script type=\"application/ld+json\">{{\"@type\":\"NewsArticle\",\"headline\":\"Bridge to Be Built\",\"articleBody\":\"{stated}\"}}</script>",
            body: "<p>The council of Eastmere met on Tuesday evening and decided to build a bridge over the river.</p>"));

        Assert.Equal(8, article.Body.Split("\n\n").Length);
        Assert.Equal("jsonld:articleBody", article.Origin["body"]);
    }

    [Fact]
    public void Is_taken_from_the_applications_state_when_the_page_shows_nothing()
    {
        var paragraphs = string.Join(",", Enumerable.Range(1, 8).Select(i => $"{{\"type\":\"p\",\"text\":\"{i}. The council of Eastmere met on Tuesday evening and decided to build a bridge over the river.\"}}"));
        var article = Parsing.Article(
            $"<!DOCTYPE html><html><head><title>Bridge to Be Built</title></head><body><div id=\"__next\"></div><script id=\"__NEXT_DATA__\" type=\"application/json\">{{\"props\":{{\"blocks\":[{paragraphs}]}}}}</script></body></html>");

        Assert.Equal(8, article.Body.Split("\n\n").Length);
        Assert.Equal("embedded-state", article.Origin["body"]);
    }

    [Fact]
    public void Is_put_together_where_it_was_sent_in_pieces() =>
        Assert.StartsWith("The council of Eastmere", Parsing.Article(Page.With(
            body: "<template id=\"B:0\"></template>", around: $"<div hidden id=\"S:0\">{Page.Paragraphs}</div>")).Body, StringComparison.Ordinal);

    [Theory]
    [InlineData("<!DOCTYPE html><html><head><title>Shop</title></head><body><div id=\"root\"></div></body></html>")]
    [InlineData("<!DOCTYPE html><html><head><title>Just a moment...</title></head><body><p>Checking your browser before accessing the site. This process is automatic.</p></body></html>")]
    [InlineData("<!DOCTYPE html><html><head><title>Access Denied</title></head><body><h1>Access Denied</h1><p>You don't have permission to access this page on this server.</p></body></html>")]
    [InlineData("<!DOCTYPE html><html><head><title>News</title></head><body><ul><li><a href=1>Bridge to be built over the river</a></li><li><a href=2>The theatre opens again</a></li><li><a href=3>Ferry raises prices</a></li></ul></body></html>")]
    public void Is_missing_on_shells_walls_and_lists_of_links(string page) =>
        Assert.Equal(RejectionReasons.NoArticle, Parsing.Rejection(page).Reason);

    [Fact]
    public void Is_none_where_a_page_has_only_linked_headlines_with_their_teasers()
    {
        var teasers = string.Concat(Enumerable.Range(1, 30).Select(i => $"<div><h2><a href=\"/{i}\">Headline {i} of the day</a></h2><p>What number {i} says about the ferry and the bridge, in a sentence.</p></div>"));

        Assert.Equal(RejectionReasons.NoArticle, Parsing.Rejection($"<html><head><title>The Eastmere Courier</title></head><body>{teasers}</body></html>").Reason);
    }
}
