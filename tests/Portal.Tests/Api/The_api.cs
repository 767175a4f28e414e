using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Ingest.Contracts;
using Ingest.Portal.Tests.Hosting;
using Ingest.Queries;

namespace Ingest.Portal.Tests.Api;

public sealed class The_api
{
    [Fact]
    public async Task Finds_articles()
    {
        await using var portal = await PortalHost.StartAsync(Newsroom.Filled());
        var response = await GetAsync<SearchResponse>(portal, "/api/search?q=putin&duplicates=show&limit=2");

        Assert.Equal(3, response.Total);
        Assert.Equal(2, response.Hits.Count);
        Assert.Equal(["Staff", "Agencies"], response.Hits[0].Authors);
    }

    [Fact]
    public async Task Answers_articles_clusters_files_summary_and_overview()
    {
        await using var portal = await PortalHost.StartAsync(Newsroom.Filled());
        var article = portal.Archive.Articles[0];

        Assert.Equal(article.Body, (await GetAsync<Article>(portal, $"/api/articles/{article.ArticleId}")).Body);
        Assert.Equal(3, (await GetAsync<Cluster>(portal, $"/api/clusters/{article.ArticleId}")).Members.Count);
        Assert.Equal(article.Path, (await GetAsync<FileEntry>(portal, $"/api/files/{article.FileId}")).Path);
        Assert.Equal(33, (await GetAsync<LedgerSummary>(portal, "/api/files/summary")).States[FileStates.Indexed]);
        using var overview = await portal.GetAsync("/api/overview");
        var json = await overview.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.Equal(33, json.GetProperty("index").GetProperty("documents").GetInt64());
    }

    [Fact]
    public async Task Pages_files_by_cursor()
    {
        await using var portal = await PortalHost.StartAsync(Newsroom.Filled());
        var first = await GetAsync<FilePage>(portal, "/api/files?limit=20");
        var second = await GetAsync<FilePage>(portal, $"/api/files?limit=20&after={first.Next}");

        Assert.Equal(20, first.Files.Count);
        Assert.Equal(portal.Archive.Files.Count, first.Files.Concat(second.Files).Select(file => file.FileId).Distinct().Count());
        Assert.Null(second.Next);
    }

    [Theory]
    [InlineData("/api/search?limit=abc", 400)]
    [InlineData("/api/search?limit=1001", 400)]
    [InlineData("/api/search?offset=-1", 400)]
    [InlineData("/api/search?from=yesterday", 400)]
    [InlineData("/api/search?sort=sideways", 400)]
    [InlineData("/api/search?duplicates=maybe", 400)]
    [InlineData("/api/files?state=lost", 400)]
    [InlineData("/api/files?limit=0", 400)]
    [InlineData("/api/files?limit=99999999999", 400)]
    [InlineData("/api/articles/none", 404)]
    [InlineData("/api/clusters/none", 404)]
    [InlineData("/api/files/none", 404)]
    [InlineData("/api/nothing", 404)]
    public async Task Answers_wrong_input_with_a_problem_document(string path, int status)
    {
        await using var portal = await PortalHost.StartAsync(Newsroom.Filled());
        using var response = await portal.GetAsync(path);

        await AssertProblemAsync(response, status);
    }

    [Fact]
    public async Task Answers_a_very_long_query_with_a_problem_document()
    {
        await using var portal = await PortalHost.StartAsync(Newsroom.Filled());
        using var response = await portal.GetAsync("/api/search?q=" + new string('a', 2001));

        await AssertProblemAsync(response, 400);
    }

    [Fact]
    public async Task Says_so_when_a_service_is_away()
    {
        await using var portal = await PortalHost.StartAsync(new Archive { Unreachable = true });
        using var response = await portal.GetAsync("/api/overview");

        await AssertProblemAsync(response, 503);
    }

    [Fact]
    public async Task Retries_files()
    {
        await using var portal = await PortalHost.StartAsync(Newsroom.Filled());
        using var response = await PostAsync(portal, """{"state":"rejected","reason":"binary","limit":1}""", "application/json");

        var result = await response.Content.ReadFromJsonAsync<RetryResult>(TestContext.Current.CancellationToken);
        Assert.Single(result!.FileIds);
        Assert.Equal(FileStates.InFlight, portal.Archive.Files[result.FileIds[0]].State);
    }

    [Theory]
    [InlineData("{}", "application/json", 400)]
    [InlineData("{\"state\":\"lost\"}", "application/json", 400)]
    [InlineData("{\"state\":\"failed\",\"limit\":0}", "application/json", 400)]
    [InlineData("{\"state\":7}", "application/json", 400)]
    [InlineData("[[[", "application/json", 400)]
    [InlineData("", "application/json", 400)]
    [InlineData("state=failed", "application/x-www-form-urlencoded", 415)]
    [InlineData("{\"state\":\"failed\"}", "text/plain", 415)]
    public async Task Retries_nothing_on_a_wrong_body(string body, string contentType, int status)
    {
        await using var portal = await PortalHost.StartAsync(Newsroom.Filled());
        using var response = await PostAsync(portal, body, contentType);

        await AssertProblemAsync(response, status);
        Assert.Empty(portal.Archive.Retries);
    }

    [Fact]
    public async Task Retries_nothing_for_another_site()
    {
        await using var portal = await PortalHost.StartAsync(Newsroom.Filled());
        portal.Client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");
        using var response = await PostAsync(portal, """{"state":"failed"}""", "application/json");

        await AssertProblemAsync(response, 403);
        Assert.Empty(portal.Archive.Retries);
    }

    [Fact]
    public async Task Describes_itself()
    {
        await using var portal = await PortalHost.StartAsync(new Archive());
        using var response = await portal.GetAsync("/openapi/v1.json");
        var document = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);

        Assert.Equal(
            [
                "/api/articles/{id}", "/api/batches", "/api/batches/{number}", "/api/batches/{number}/report.csv", "/api/batches/{number}/report.ndjson", "/api/clusters/{id}",
                "/api/compare/{first}/{second}", "/api/decisions", "/api/drop/{name}", "/api/export", "/api/feed", "/api/files", "/api/files/find", "/api/files/retry", "/api/files/summary", "/api/files/{id}",
                "/api/files/{id}/attempts", "/api/files/{id}/members", "/api/overview", "/api/quotes", "/api/search",
            ],
            document.GetProperty("paths").EnumerateObject().Select(path => path.Name).Order(StringComparer.Ordinal));
    }

    private static async Task AssertProblemAsync(HttpResponseMessage response, int status)
    {
        Assert.Equal((HttpStatusCode)status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.Equal(status, problem.GetProperty("status").GetInt32());
        Assert.NotEmpty(problem.GetProperty("detail").GetString()!);
    }

    private static async Task<T> GetAsync<T>(PortalHost portal, string path) =>
        (await portal.Client.GetFromJsonAsync<T>(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken))!;

    private static async Task<HttpResponseMessage> PostAsync(PortalHost portal, string body, string contentType)
    {
        using var content = new StringContent(body, Encoding.UTF8, contentType);
        return await portal.Client.PostAsync(new Uri("/api/files/retry", UriKind.Relative), content, TestContext.Current.CancellationToken);
    }
}
