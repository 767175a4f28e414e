using System.Net;
using System.Net.Http.Json;
using Ingest.Portal.Tests.Hosting;
using Ingest.Queries;

namespace Ingest.Portal.Tests.Api;

public sealed class Decisions_of_people
{
    private static readonly Uri Decisions = new("/api/decisions", UriKind.Relative);

    [Fact]
    public async Task Are_passed_on_and_listed()
    {
        await using var portal = await PortalHost.StartAsync(new Archive());

        using var response = await portal.Client.PostAsJsonAsync(Decisions, new DecisionRequest("a", "b", DecisionVerdicts.Same, "Jane"), TestContext.Current.CancellationToken);
        var listed = await portal.Client.GetFromJsonAsync<DecisionList>(Decisions, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(new DecisionRequest("a", "b", DecisionVerdicts.Same, "Jane"), Assert.Single(portal.Archive.Decided));
        Assert.Equal("Jane", Assert.Single(listed!.Decisions).DecidedBy);
    }

    [Theory]
    [InlineData("{\"first\":\"\",\"verdict\":\"same\"}")]
    [InlineData("{\"first\":\"a\"}")]
    [InlineData("{\"first\":\"a\",\"second\":\"b\",\"verdict\":\"perhaps\"}")]
    public async Task Without_an_article_or_a_verdict_are_refused(string body)
    {
        await using var portal = await PortalHost.StartAsync(new Archive());
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");

        using var response = await portal.Client.PostAsync(Decisions, content, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Empty(portal.Archive.Decided);
    }

    [Fact]
    public async Task From_another_site_are_refused()
    {
        await using var portal = await PortalHost.StartAsync(new Archive());
        using var request = new HttpRequestMessage(HttpMethod.Post, Decisions) { Content = JsonContent.Create(new DecisionRequest("a", "b", DecisionVerdicts.Same)) };
        request.Headers.Add("Sec-Fetch-Site", "cross-site");

        using var response = await portal.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Empty(portal.Archive.Decided);
    }
}
