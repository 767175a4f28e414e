using System.Net;
using System.Text.RegularExpressions;
using Ingest.Portal.Tests.Hosting;

namespace Ingest.Portal.Tests.Pages;

public sealed class An_article
{
    [Fact]
    public async Task Shows_its_paragraphs_unchanged()
    {
        await using var portal = await PortalHost.StartAsync(Newsroom.Filled());
        var article = portal.Archive.Articles[0];
        var page = await portal.PageAsync($"/articles/{article.ArticleId}");

        var story = page[page.IndexOf("class=\"story\"", StringComparison.Ordinal)..page.IndexOf("</article>", StringComparison.Ordinal)];
        var paragraphs = Regex.Matches(story, "<p>([^<]*)</p>").Select(match => WebUtility.HtmlDecode(match.Groups[1].Value));
        Assert.Equal(article.Body, string.Join("\n\n", paragraphs));
    }

    [Fact]
    public async Task Shows_metadata_with_the_rule_that_found_it_and_warnings()
    {
        var archive = Newsroom.Filled();
        archive.Articles[0] = archive.Articles[0] with { Warnings = ["publishedAt: in the future"] };
        await using var portal = await PortalHost.StartAsync(archive);
        var page = await portal.PageAsync($"/articles/{archive.Articles[0].ArticleId}");

        Assert.Contains("header:iso-date", page, StringComparison.Ordinal);
        Assert.Contains("byline:by", page, StringComparison.Ordinal);
        Assert.Contains("publishedAt: in the future", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_the_other_versions_with_relation_and_evidence()
    {
        await using var portal = await PortalHost.StartAsync(Newsroom.Filled());
        var page = await portal.PageAsync($"/articles/{portal.Archive.Articles[0].ArticleId}");

        Assert.Contains("3 versions of this story", page, StringComparison.Ordinal);
        Assert.Contains("Same text", page, StringComparison.Ordinal);
        Assert.Contains("97%", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_cluster_leads_to_the_cluster_s_own_address()
    {
        await using var portal = await PortalHost.StartAsync(Newsroom.Filled());
        using var response = await portal.GetAsync($"/clusters/{portal.Archive.Articles[1].ArticleId}");

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal($"/clusters/{portal.Archive.Articles[0].ArticleId}", response.Headers.Location?.ToString());
    }
}
