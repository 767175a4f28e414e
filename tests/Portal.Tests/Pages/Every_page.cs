using System.Net;
using System.Text.RegularExpressions;
using Ingest.Portal.Tests.Hosting;

namespace Ingest.Portal.Tests.Pages;

public sealed class Every_page
{
    [Fact]
    public async Task Carries_a_strict_policy_and_loads_nothing_from_elsewhere()
    {
        await using var portal = await PortalHost.StartAsync(Newsroom.Filled());
        var article = portal.Archive.Articles[0];
        foreach (var path in new[]
        {
            "/", "/?q=putin", "/files", "/overview", "/batches", "/batches/7", "/drop", "/sign-in", "/quotes", "/decisions", $"/decisions/split?article={portal.Archive.Articles[1].ArticleId}", $"/decisions/join?article={article.ArticleId}&q=cocoa", $"/compare/{article.ArticleId}/{article.ArticleId}", $"/articles/{article.ArticleId}", $"/clusters/{article.ArticleId}",
            $"/files/{article.FileId}", "/no/such/page.html",
        })
        {
            using var response = await portal.GetAsync(path);
            var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
            Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
            Assert.Equal("same-origin", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
            Assert.Equal("DENY", Assert.Single(response.Headers.GetValues("X-Frame-Options")));

            var page = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.DoesNotMatch(new Regex("<(script(?! src=\"/assets/portal\\.[0-9a-f]{12}\\.js\" defer></script>)|style|iframe)|\\sstyle=|\\son[a-z]+=", RegexOptions.IgnoreCase), page);
            Assert.DoesNotMatch(new Regex("(src|href|action)=\"(https?:)?//"), page);
            Assert.Contains("<html lang=\"en\">", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Loads_a_style_sheet_that_browsers_may_keep_for_ever()
    {
        await using var portal = await PortalHost.StartAsync(new Archive());
        var page = await portal.PageAsync("/");
        var url = Regex.Match(page, "<link rel=\"stylesheet\" href=\"([^\"]+)\"").Groups[1].Value;

        using var style = await portal.GetAsync(url);

        Assert.Equal(HttpStatusCode.OK, style.StatusCode);
        Assert.Equal("text/css", style.Content.Headers.ContentType?.MediaType);
        Assert.Contains("immutable", style.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/articles/0123")]
    [InlineData("/clusters/0123")]
    [InlineData("/files/0123")]
    [InlineData("/nowhere")]
    [InlineData("/favicon.ico")]
    public async Task That_does_not_exist_is_a_404_that_leads_on(string path)
    {
        await using var portal = await PortalHost.StartAsync(Newsroom.Filled());
        using var response = await portal.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("href=\"/files\"", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_so_when_a_service_is_away()
    {
        await using var portal = await PortalHost.StartAsync(new Archive { Unreachable = true });
        foreach (var path in new[] { "/", "/articles/1", "/clusters/1", "/files", "/files/1", "/overview" })
        {
            using var response = await portal.GetAsync(path);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
            Assert.Contains("does not answer", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
    }
}
