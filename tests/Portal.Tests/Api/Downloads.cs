using Ingest.Contracts;
using Ingest.Portal.Tests.Hosting;
using Ingest.Queries;

namespace Ingest.Portal.Tests.Api;

public sealed class Downloads
{
    [Theory]
    [InlineData("/api/batches/7/report.csv", "text/csv")]
    [InlineData("/api/batches/7/report.ndjson", "application/x-ndjson")]
    [InlineData("/api/export?q=cocoa&format=csv", "text/csv")]
    [InlineData("/api/export?q=cocoa", "application/x-ndjson")]
    public async Task Are_kept_and_never_shown_or_sniffed(string path, string type)
    {
        await using var portal = await PortalHost.StartAsync(Newsroom.Filled());
        using var response = await portal.GetAsync(path);

        Assert.Equal(type, response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("attachment", response.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
    }

    [Fact]
    public async Task Of_a_search_have_each_article_once_however_many_come_at_a_time_and_no_formula()
    {
        var archive = Newsroom.Filled();
        Newsroom.AddStory(archive, "briefs/formula.txt", "=1+1 on cocoa", "Cocoa.", "2025-01-31");
        await using var portal = await PortalHost.StartAsync(archive);

        var rows = (await portal.PageAsync("/api/export?q=cocoa&format=csv")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries)[1..];

        Assert.Equal(31, rows.Select(row => row.Split(',')[0]).Distinct().Count());
        Assert.Equal(31, rows.Length);
        Assert.Contains(rows, row => row.Contains(",'=1+1 on cocoa,", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_a_report_have_a_row_for_each_file_and_no_formula()
    {
        var archive = Newsroom.Filled();
        Newsroom.AddFailure(archive, "=cmd|' /C calc'!A0", FileStates.Failed, RejectionReasons.StageError, "a \"quoted\", detail");
        foreach (var (id, file) in archive.Files)
        {
            archive.Files[id] = file with { Batch = 7 };
        }

        await using var portal = await PortalHost.StartAsync(archive);
        var lines = (await portal.PageAsync("/api/batches/7/report.csv")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(archive.Files.Count + 1, lines.Length);
        Assert.Contains(lines, line => line.StartsWith("'=cmd|' /C calc'!A0,failed,stage-error,\"a \"\"quoted\"\", detail\",", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_a_search_are_there_as_a_feed_with_texts_as_text()
    {
        var archive = Newsroom.Filled();
        Newsroom.AddStory(archive, "x.txt", "<script>alert(1)</script> \u0001", "<b>body</b>", "2030-01-01");
        await using var portal = await PortalHost.StartAsync(archive);
        var feed = System.Xml.Linq.XDocument.Parse(await portal.PageAsync("/api/feed?q=script"));

        var entry = Assert.Single(feed.Root!.Elements(), element => element.Name.LocalName == "entry");
        var title = entry.Elements().Single(element => element.Name.LocalName == "title");
        Assert.StartsWith("<script>alert(1)</script>", title.Value, StringComparison.Ordinal);
        Assert.True(title.Attribute("type") is null or { Value: "text" });
    }
}
