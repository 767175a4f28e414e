namespace Ingest.Parser.Tests.Html;

public sealed class Who_wrote_a_page
{
    private static IReadOnlyList<string> Authors(string head = "", string line = "", string around = "") =>
        Parsing.Article(Page.With(head, body: line + Page.Paragraphs, around: around)).Authors;

    [Theory]
    [InlineData("citation_author")]
    [InlineData("dc.creator")]
    [InlineData("author")]
    public void Is_named_by_as_many_elements_as_there_are_authors(string name) =>
        Assert.Equal(["Jane Doe", "John Roe"], Authors($"<meta name=\"{name}\" content=\"Jane Doe\"><meta name=\"{name}\" content=\"John Roe\">"));

    [Theory]
    [InlineData("<meta name=\"author\" content=\"Jane Doe\">", "")]
    [InlineData("<meta name=\"twitter:data1\" content=\"Jane Doe\">", "")]
    [InlineData("", "<p><span class=\"author-name\">Jane Doe</span></p>")]
    public void May_be_the_one_whom_the_site_is_named_for(string head, string line) =>
        Assert.Equal(["Jane Doe"], Authors("<meta property=\"og:site_name\" content=\"Jane Doe\">" + head, line));

    [Fact]
    public void May_be_named_in_small_letters() =>
        Assert.Equal(["jane doe"], Authors("<meta name=\"author\" content=\"jane doe\">"));

    [Theory]
    [InlineData("<p class=\"byline\">our new bridge</p>")]
    [InlineData("<div class=\"author-box\"><span class=\"author\">Posted by</span></div>")]
    [InlineData("<span class=\"author\">() x</span>")]
    [InlineData("<a class=\"author-link\" href=\"/jane\">More about this author</a>")]
    public void Is_not_told_by_words_that_are_no_name(string line) => Assert.Empty(Authors(line: line));

    [Theory]
    [InlineData("<div class=\"author-box\"><div class=\"author-name\">Jane Doe</div><div class=\"author-work\">Marketing Advice</div></div>")]
    [InlineData("<a class=\"author-card\" href=\"/team\"><h2 class=\"author-name\">Jane Doe</h2><div>Head Winemaker, Co-Founder</div></a>")]
    [InlineData("<div class=\"byline\"><h4 class=\"author-heading\">Insights from</h4><div class=\"author-name\">Jane Doe</div></div>")]
    [InlineData("<p class=\"byline\"><span class=\"author\">By Jane Doe <span class=\"author__title\">Autos Expert</span></span></p>")]
    [InlineData("<div class=\"author-block\"><a href=\"/authors/doe\">Jane Doe</a><div>Last Updated:</div></div>")]
    public void Is_told_without_what_is_said_of_the_person(string line) => Assert.Equal(["Jane Doe"], Authors(line: line));

    [Theory]
    [InlineData("<p><a rel=\"author\" href=\"/jane\">Jane Doe</a>, <a rel=\"author\" href=\"/john\">John Roe</a></p>")]
    [InlineData("<p>Written by<br><b><a href=\"/authors/jane-doe\">Jane Doe</a></b>, 4 years of bridges<br><b><a href=\"/authors/john-roe\">John Roe</a></b>, of rivers</p>")]
    public void Are_all_who_stand_in_one_line(string line) => Assert.Equal(["Jane Doe", "John Roe"], Authors(line: line));

    [Fact]
    public void Is_not_the_heading_of_a_menu() =>
        Assert.Equal(["Jane Doe"], Parsing.Article(
            "<html><body><nav><p>By Industry</p><ul><li><a href=\"/steel\">Steel</a></li></ul></nav><article><h1>Bridge to Be Built</h1><p>By Jane Doe</p>" + Page.Paragraphs + "</article></body></html>").Authors);

    [Theory]
    [InlineData("<meta name=\"author\" content=\"Courier Team\">", "<p>BY COMPANY TYPE</p>", "Courier Team")]
    [InlineData("<meta name=\"author\" content=\"Courier Team\">", "<p>By Jane Doe</p>", "Jane Doe")]
    [InlineData("<meta name=\"author\" content=\"Jane\">", "<p>By Jane Doe</p>", "Jane Doe")]
    [InlineData("<meta name=\"author\" content=\"Jane\">", "<div class=\"author\">Jane Engineer by day, Content Creator at night. B.S., M.S.</div>", "Jane")]
    [InlineData("<meta name=\"author\" content=\"BridgeFan\">", "<p class=\"byline\"><a rel=\"author\" href=\"/fan\">BridgeFanbuilders of Eastmere</a></p>", "BridgeFan")]
    [InlineData("<meta name=\"author\" content=\"Courier Contributor\">", "", "Courier Contributor")]
    public void Is_a_house_or_short_name_as_stated_where_no_person_is_shown(string head, string line, string author) => Assert.Equal([author], Authors(head, line));
}
