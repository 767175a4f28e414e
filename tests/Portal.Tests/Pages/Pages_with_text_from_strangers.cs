using System.Net;
using Ingest.Contracts;
using Ingest.Portal.Tests.Hosting;
using Ingest.Queries;

namespace Ingest.Portal.Tests.Pages;

public sealed class Pages_with_text_from_strangers
{
    private const string Hostile = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>";

    [Fact]
    public async Task Show_hostile_titles_bodies_authors_and_reasons_as_text()
    {
        var archive = new Archive();
        var article = Newsroom.AddStory(archive, $"dir/{Hostile}.txt", Hostile, Hostile + "\n\n" + Hostile, Hostile);
        archive.Articles[0] = article = article with
        {
            Authors = [Hostile], Source = Hostile, Quotes = [new Quote { Text = Hostile, Speaker = Hostile, Verb = Hostile }], Dateline = Hostile, Url = Hostile, Warnings = [Hostile],
            Origin = new Dictionary<string, string> { ["title"] = Hostile },
        };
        archive.Members.AddRange([Member(article, article.ArticleId), Member(article, "other")]);
        Newsroom.AddFailure(archive, $"bad/{Hostile}", FileStates.Failed, Hostile, Hostile);
        foreach (var (id, file) in archive.Files)
        {
            archive.Files[id] = file with { Batch = 3 };
            archive.Attempts[id] = [new FileAttempt(1, Newsroom.Morning, Newsroom.Morning.AddSeconds(1), Hostile, Hostile)];
        }

        archive.Batches.Add(new BatchEntry { Number = 3, StartedAt = Newsroom.Morning, LastArrivalAt = Newsroom.Morning, States = FileStates.All.ToDictionary(state => state, _ => 1L) });
        archive.Sources.Add(new SourceActivity(Hostile, Newsroom.Morning, article.ArticleId, [.. Enumerable.Repeat(1L, 28)]));
        archive.Activity = archive.Activity with { Broker = new BrokerStatus(Hostile, false), Disk = new DiskStatus(Hostile, 1, 1, 1) };
        await using var portal = await PortalHost.StartAsync(archive);
        var failed = archive.Files.Values.Single(file => file.State == FileStates.Failed).FileId;

        string[] pages =
        [
            "/?duplicates=show", "/?q=" + Uri.EscapeDataString(Hostile), "/?from=" + Uri.EscapeDataString(Hostile), $"/articles/{article.ArticleId}",
            $"/clusters/{article.ArticleId}", "/files", "/files?path=" + Uri.EscapeDataString(Hostile), "/files?reason=" + Uri.EscapeDataString(Hostile),
            $"/compare/{article.ArticleId}/{article.ArticleId}", "/batches/3", $"/files/canary?files={failed}&reason={Uri.EscapeDataString(Hostile)}",
            $"/?q={Uri.EscapeDataString(Hostile)}&source={Uri.EscapeDataString(Hostile)}", "/sign-in?next=" + Uri.EscapeDataString("/" + Hostile),
            $"/files/{article.FileId}", $"/files/{failed}", "/overview",
        ];
        foreach (var path in pages)
        {
            var page = await portal.PageAsync(path);
            // The portal's own, by its address.
            page = page.Replace("<script src=\"/assets/portal.", "", StringComparison.Ordinal);
            Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<img", page, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("&lt;script&gt;", page, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("data:text/html,<b>x</b>", false)]
    [InlineData("//elsewhere.example/x", false)]
    [InlineData("https://news.example/story?id=1", true)]
    public async Task Link_only_to_the_web(string url, bool linked)
    {
        var archive = new Archive();
        var article = Newsroom.AddStory(archive, "a.txt", "Title", "Body.", "2025-02-13");
        archive.Articles[0] = article with { Url = url };
        await using var portal = await PortalHost.StartAsync(archive);

        var page = await portal.PageAsync($"/articles/{article.ArticleId}");

        Assert.Contains(WebUtility.HtmlEncode(url), page, StringComparison.Ordinal);
        Assert.Equal(linked, page.Contains($"href=\"{WebUtility.HtmlEncode(url)}", StringComparison.Ordinal));
    }

    private static ClusterMember Member(Article article, string id) => new()
    {
        Path = article.Path, Ordinal = 0, ArticleId = id, ClusterId = article.ArticleId, CanonicalId = article.ArticleId,
        Relation = Hostile, MatchedId = Hostile, Title = Hostile, PublishedAt = Hostile,
    };
}
