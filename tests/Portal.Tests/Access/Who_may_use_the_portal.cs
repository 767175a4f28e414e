using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using Ingest.Portal.Tests.Hosting;
using Microsoft.Extensions.Options;

namespace Ingest.Portal.Tests.Access;

public sealed class Who_may_use_the_portal
{
    private const string Key = "a-key-that-nobody-guesses";

    [Theory]
    [InlineData("http://0.0.0.0:8080")]
    [InlineData("http://*:8080")]
    [InlineData("http://[::]:8080")]
    [InlineData("http://192.168.1.7:8080")]
    [InlineData("http://news.example:8080")]
    [InlineData("http://127.0.0.1:8080;http://10.0.0.1:8080")]
    [InlineData("http://127.0.0.1.example:8080")]
    public async Task It_does_not_start_where_others_can_reach_it_and_nothing_asks_who_they_are(string listen)
    {
        var refusal = await Assert.ThrowsAsync<OptionsValidationException>(() => PortalHost.StartAsync(new Archive(), ("Ingest:Listen", listen)));

        Assert.Contains("Ingest:Portal:AccessKey", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_it_really_listens_on_counts_and_not_only_the_setting()
    {
        await Assert.ThrowsAsync<OptionsValidationException>(() => PortalHost.StartOnAsync("http://0.0.0.0:0", new Archive(), ("Ingest:Listen", "http://127.0.0.1:8080")));
    }

    [Theory]
    [InlineData("http://127.0.0.1:8080")]
    [InlineData("http://localhost:8080;http://[::1]:8080")]
    public async Task It_starts_on_loopback_addresses(string listen)
    {
        await using var portal = await PortalHost.StartAsync(Newsroom.Filled(), ("Ingest:Listen", listen));

        Assert.Contains("Overview", await portal.PageAsync("/overview"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Ingest:Portal:AccessKey", "short")]
    [InlineData("Ingest:Portal:TrustedProxyHeader", "X-Forwarded-User")]
    [InlineData("Ingest:Portal:TrustedProxies:0", "not an address")]
    public async Task Settings_that_guard_nothing_are_refused(string name, string value) =>
        await Assert.ThrowsAsync<OptionsValidationException>(() => PortalHost.StartAsync(new Archive(), (name, value)));

    [Theory]
    [InlineData("evil.example")]
    [InlineData("127.0.0.1.evil.example")]
    public async Task A_page_elsewhere_that_points_its_own_name_to_the_loopback_reads_nothing(string host)
    {
        await using var portal = await PortalHost.StartAsync(Newsroom.Filled());
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/files") { Headers = { Host = host } };
        using var response = await portal.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.MisdirectedRequest, response.StatusCode);
    }

    [Fact]
    public async Task Without_the_key_a_tool_gets_nothing_from_any_route()
    {
        await using var portal = await PortalHost.StartAsync(Newsroom.Filled(), ("Ingest:Portal:AccessKey", Key));
        foreach (var path in new[] { "/api/files", "/api/search?q=putin", "/openapi/v1.json", "/live", "/api/nothing", "/query/IFileQueries/FindAsync", "/api/feed" })
        {
            using var response = await portal.GetAsync(path);
            Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        }

        using var command = new StringContent("""{"state":"failed"}""", Encoding.UTF8, "application/json");
        using var retry = await portal.Client.PostAsync(new Uri("/api/files/retry", UriKind.Relative), command, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Unauthorized, retry.StatusCode);
        Assert.Empty(portal.Archive.Retries);
    }

    [Theory]
    [InlineData("Bearer", Key, 200)]
    [InlineData("Bearer", "another-key-entirely", 401)]
    [InlineData("Basic", Key, 200)]
    [InlineData("Basic", "wrong", 401)]
    public async Task With_the_key_it_gets_what_it_asks_for(string scheme, string key, int status)
    {
        await using var portal = await PortalHost.StartAsync(Newsroom.Filled(), ("Ingest:Portal:AccessKey", Key));
        portal.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            scheme, scheme == "Basic" ? Convert.ToBase64String(Encoding.UTF8.GetBytes("reader:" + key)) : key);
        using var response = await portal.GetAsync("/api/files");

        Assert.Equal(status, (int)response.StatusCode);
    }

    [Fact]
    public async Task A_person_is_asked_for_the_key_once_and_comes_to_the_page_they_wanted()
    {
        await using var portal = await PortalHost.StartAsync(Newsroom.Filled(), ("Ingest:Portal:AccessKey", Key));
        using var asked = await portal.GetAsync("/files?state=failed");
        Assert.Equal("/sign-in?next=%2Ffiles%3Fstate%3Dfailed", asked.Headers.Location?.ToString());

        using var wrong = await SignInAsync(portal, "not the key", asked.Headers.Location!.ToString());
        using var right = await SignInAsync(portal, Key, asked.Headers.Location!.ToString());

        Assert.Equal(HttpStatusCode.Forbidden, wrong.StatusCode);
        Assert.Equal("/files?state=failed", right.Headers.Location?.ToString());
        var cookie = right.Headers.GetValues("Set-Cookie").Single(value => value.StartsWith("ingest-access", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Key, cookie, StringComparison.Ordinal);
        Assert.Contains("feeds/broken.xml", await portal.PageAsync("/files?state=failed"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("https://evil.example")]
    public async Task Signing_in_never_leads_to_another_site(string next)
    {
        await using var portal = await PortalHost.StartAsync(Newsroom.Filled(), ("Ingest:Portal:AccessKey", Key));
        using var right = await SignInAsync(portal, Key, "/sign-in?next=" + Uri.EscapeDataString(next));

        Assert.Equal("/", right.Headers.Location?.ToString());
    }

    [Fact]
    public async Task Keys_cannot_be_guessed_at_speed()
    {
        await using var portal = await PortalHost.StartAsync(Newsroom.Filled(), ("Ingest:Portal:AccessKey", Key));
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 12; i++)
        {
            using var response = await SignInAsync(portal, "guess " + i, "/sign-in");
            answers.Add(response.StatusCode);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
    }

    [Theory]
    [InlineData("127.0.0.1", 200)]
    [InlineData("10.0.0.0/8", 401)]
    public async Task The_header_of_a_proxy_is_believed_from_its_address_only(string trusted, int status)
    {
        await using var portal = await PortalHost.StartAsync(
            Newsroom.Filled(), ("Ingest:Portal:TrustedProxyHeader", "X-Forwarded-User"), ("Ingest:Portal:TrustedProxies:0", trusted));
        using var nobody = await portal.GetAsync("/api/files");
        portal.Client.DefaultRequestHeaders.Add("X-Forwarded-User", "anna");
        using var anna = await portal.GetAsync("/api/files");

        Assert.Equal(HttpStatusCode.Unauthorized, nobody.StatusCode);
        Assert.Equal(status, (int)anna.StatusCode);
    }

    [Fact]
    public async Task Who_asks_too_often_has_to_wait()
    {
        await using var portal = await PortalHost.StartAsync(Newsroom.Filled(), ("Ingest:Portal:RequestsPerSecond", "1"));
        var answers = new List<HttpResponseMessage>();
        for (var i = 0; i < 30; i++)
        {
            answers.Add(await portal.GetAsync("/api/files/summary"));
        }

        var refused = answers.Find(answer => answer.StatusCode == HttpStatusCode.TooManyRequests);
        Assert.NotNull(refused);
        Assert.Equal("application/problem+json", refused.Content.Headers.ContentType?.MediaType);
        Assert.NotNull(refused.Headers.RetryAfter);
        answers.ForEach(answer => answer.Dispose());
    }

    private static async Task<HttpResponseMessage> SignInAsync(PortalHost portal, string key, string page)
    {
        using var shown = await portal.GetAsync(page);
        var source = await shown.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        using var form = new FormUrlEncodedContent(
        [
            KeyValuePair.Create("form-token", Regex.Match(source, "name=\"form-token\" value=\"([^\"]+)\"").Groups[1].Value),
            KeyValuePair.Create("next", WebUtility.HtmlDecode(Regex.Match(source, "name=\"next\" value=\"([^\"]*)\"").Groups[1].Value)),
            KeyValuePair.Create("key", key),
        ]);
        return await portal.Client.PostAsync(new Uri("/sign-in", UriKind.Relative), form, TestContext.Current.CancellationToken);
    }
}
