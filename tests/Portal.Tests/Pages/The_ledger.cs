using System.Net;
using System.Text.RegularExpressions;
using Ingest.Contracts;
using Ingest.Portal.Tests.Hosting;
using Ingest.Queries;

namespace Ingest.Portal.Tests.Pages;

public sealed class The_ledger
{
    [Fact]
    public async Task Shows_each_state_with_its_count_and_failures_by_reason()
    {
        await using var portal = await PortalHost.StartAsync(Newsroom.Filled());
        var page = await portal.PageAsync("/files");

        Assert.Matches("Indexed <b>33</b>", page);
        Assert.Matches("Rejected <b>3</b>", page);
        Assert.Matches("In flight <b>1</b>", page);
        Assert.Matches("Removed <b>0</b>", page);
        Assert.Contains("Not text, unknown format</a> <code>binary</code>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Filters_by_state_reason_and_path()
    {
        await using var portal = await PortalHost.StartAsync(Newsroom.Filled());

        Assert.Equal(["drafts/empty.txt", "scans/page 1.dat", "scans/page 2.dat"], await PathsAsync(portal, "/files?state=rejected"));
        Assert.Equal(["drafts/empty.txt"], await PathsAsync(portal, "/files?state=rejected&reason=empty"));
        Assert.Equal(["scans/page 2.dat"], await PathsAsync(portal, "/files?path=page+2"));
    }

    [Fact]
    public async Task Pages_so_that_every_file_comes_once()
    {
        await using var portal = await PortalHost.StartAsync(Newsroom.Filled(), ("Ingest:Portal:FilesPerPage", "7"));
        var seen = new List<string>();
        var next = "/files";
        while (next.Length > 0)
        {
            var page = WebUtility.HtmlDecode(await portal.PageAsync(next));
            seen.AddRange(Paths(page));
            next = Regex.Match(page, "rel=\"next\" href=\"([^\"]+)\"").Groups[1].Value;
        }

        Assert.Equal(portal.Archive.Files.Values.Select(file => file.Path).Order(StringComparer.Ordinal), seen.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Says_why_the_watcher_is_paused()
    {
        await using var portal = await PortalHost.StartAsync(new Archive { Paused = "The disk has less than 5% free." });

        Assert.Contains("The disk has less than 5% free.", await portal.PageAsync("/files"), StringComparison.Ordinal);
        Assert.Contains("The disk has less than 5% free.", await portal.PageAsync("/overview"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tells_a_file_s_journey_with_attempts_reason_and_trace()
    {
        await using var portal = await PortalHost.StartAsync(
            Newsroom.Filled(), ("Ingest:Portal:TraceViewer", "https://traces.example/trace/{traceId}"));
        var failed = portal.Archive.Files.Values.Single(file => file.State == FileStates.Failed);
        var page = await portal.PageAsync($"/files/{failed.FileId}");

        Assert.Equal(
            ["Watcher", "Attempt 1", "Watcher", "Attempt 2", "Watcher", "Attempt 3", "Watcher", "Attempt 4", "Watcher", "Attempt 5"],
            Regex.Matches(page, "class=\"wf-name\">([^<]+)<").Select(match => match.Groups[1].Value));
        Assert.Contains("2026-03-02 08:30:00 UTC", page, StringComparison.Ordinal);
        Assert.Contains("5 attempts", page, StringComparison.Ordinal);
        Assert.Contains("Unexpected end of file.", page, StringComparison.Ordinal);
        Assert.Contains("https://traces.example/trace/4bf92f3577b34da6a3ce929d0e0e4736", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_a_file_s_articles()
    {
        await using var portal = await PortalHost.StartAsync(Newsroom.Filled());
        var article = portal.Archive.Articles[0];

        Assert.Contains($"href=\"/articles/{article.ArticleId}\"", await portal.PageAsync($"/files/{article.FileId}"), StringComparison.Ordinal);
    }

    private static async Task<IEnumerable<string>> PathsAsync(PortalHost portal, string url) =>
        Paths(WebUtility.HtmlDecode(await portal.PageAsync(url))).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Paths(string page) =>
        Regex.Matches(page, "class=\"path\"><a href=\"/files/[0-9a-f]{32}\" data-key=\"[0-9a-f]{32}\">([^<]+)</a>").Select(match => match.Groups[1].Value);
}
