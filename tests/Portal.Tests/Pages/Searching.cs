using System.Net;
using Ingest.Portal.Tests.Hosting;

namespace Ingest.Portal.Tests.Pages;

public sealed class Searching
{
    [Fact]
    public async Task Shows_title_date_source_authors_snippet_and_cluster_size()
    {
        await using var portal = await PortalHost.StartAsync(Newsroom.Filled());
        var page = WebUtility.HtmlDecode(await portal.PageAsync("/?q=putin"));

        Assert.Contains(">Trump Contacts Putin: OK with Keeping Ukraine out of NATO</a>", page, StringComparison.Ordinal);
        Assert.Contains("<time datetime=\"2025-02-13\">13 February 2025</time>", page, StringComparison.Ordinal);
        Assert.Contains("Tehran Times", page, StringComparison.Ordinal);
        Assert.Contains("By Staff, Agencies", page, StringComparison.Ordinal);
        Assert.Contains("has cast doubt on Ukraine’s chances", page, StringComparison.Ordinal);
        Assert.Contains("3 versions", page, StringComparison.Ordinal);
        Assert.Contains("1 article</strong>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shows_copies_when_asked()
    {
        await using var portal = await PortalHost.StartAsync(Newsroom.Filled());

        Assert.Contains("3 articles</strong>", await portal.PageAsync("/?q=putin&duplicates=show"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Explains_a_malformed_query_and_answers_it()
    {
        await using var portal = await PortalHost.StartAsync(Newsroom.Filled());
        var page = await portal.PageAsync("/?q=%22putin");

        Assert.Contains("The quotation mark is not closed", page, StringComparison.Ordinal);
        Assert.Contains("Trump Contacts Putin", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leaves_out_what_is_no_date_and_says_so()
    {
        await using var portal = await PortalHost.StartAsync(Newsroom.Filled());
        var page = await portal.PageAsync("/?q=putin&from=yesterday&to=2025-02-31");

        Assert.Contains("yesterday", page, StringComparison.Ordinal);
        Assert.Contains("is not a date like 2025-02-13", page, StringComparison.Ordinal);
        Assert.Contains("Trump Contacts Putin", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_through_all_hits_and_keeps_the_query()
    {
        await using var portal = await PortalHost.StartAsync(Newsroom.Filled());
        var first = WebUtility.HtmlDecode(await portal.PageAsync("/?q=cocoa&sort=oldest&from=2025-01"));
        var last = WebUtility.HtmlDecode(await portal.PageAsync("/?q=cocoa&sort=oldest&from=2025-01&cursor=20&after=20"));

        Assert.Contains("1–10 of 30", first, StringComparison.Ordinal);
        Assert.Contains("href=\"/?q=cocoa&from=2025-01&sort=oldest&cursor=10&after=10\"", first, StringComparison.Ordinal);
        Assert.Contains(">Cocoa prices rise for day 1<", first, StringComparison.Ordinal);
        Assert.Contains("21–30 of 30", last, StringComparison.Ordinal);
        Assert.DoesNotContain("rel=\"next\"", last, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/?after=-7")]
    [InlineData("/?after=99999999999999999999")]
    [InlineData("/?after=abc&sort=sideways&duplicates=2")]
    [InlineData("/?q=%00%FF%FE&from=%0d%0a")]
    public async Task Answers_damaged_links_with_a_page(string path)
    {
        await using var portal = await PortalHost.StartAsync(Newsroom.Filled());
        using var response = await portal.GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }
}
