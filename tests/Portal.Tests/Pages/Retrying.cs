using System.Net;
using System.Text.RegularExpressions;
using Ingest.Contracts;
using Ingest.Portal.Tests.Hosting;
using Ingest.Queries;

namespace Ingest.Portal.Tests.Pages;

public sealed class Retrying
{
    [Fact]
    public async Task A_group_tries_its_files_again_and_leads_back_to_the_files()
    {
        await using var portal = await PortalHost.StartAsync(Newsroom.Filled());
        var token = TokenIn(await portal.PageAsync("/files"));

        using var response = await SubmitAsync(portal, ("form-token", token), ("state", FileStates.Rejected), ("reason", RejectionReasons.Binary));

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal("/files?retried=2", response.Headers.Location?.ToString());
        Assert.DoesNotContain(portal.Archive.Files.Values, file => file.Reason == RejectionReasons.Binary);
        Assert.Contains("2 files are tried again", await portal.PageAsync("/files?retried=2"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_token_changes_nothing()
    {
        await using var portal = await PortalHost.StartAsync(Newsroom.Filled());
        await portal.PageAsync("/files");

        using var without = await SubmitAsync(portal, ("state", FileStates.Rejected));
        using var forged = await SubmitAsync(portal, ("form-token", "CfDJ8forged"), ("state", FileStates.Rejected));

        Assert.Equal(HttpStatusCode.BadRequest, without.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        Assert.Empty(portal.Archive.Retries);
    }

    [Fact]
    public async Task Without_its_cookie_changes_nothing()
    {
        await using var portal = await PortalHost.StartAsync(Newsroom.Filled());
        var token = TokenIn(await portal.PageAsync("/files"));
        using var stranger = new HttpClient { BaseAddress = portal.Url };
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("form-token", token), KeyValuePair.Create("state", FileStates.Rejected)]);

        using var response = await stranger.PostAsync(new Uri("/files/retry", UriKind.Relative), form, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Empty(portal.Archive.Retries);
    }

    [Fact]
    public async Task Everything_at_once_by_an_empty_form_is_refused()
    {
        await using var portal = await PortalHost.StartAsync(Newsroom.Filled());
        using var response = await SubmitAsync(portal, ("form-token", TokenIn(await portal.PageAsync("/files"))));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Empty(portal.Archive.Retries);
    }

    private static string TokenIn(string page) => Regex.Match(page, "name=\"form-token\" value=\"([^\"]+)\"").Groups[1].Value;

    private static async Task<HttpResponseMessage> SubmitAsync(PortalHost portal, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await portal.Client.PostAsync(new Uri("/files/retry", UriKind.Relative), form, TestContext.Current.CancellationToken);
    }
}
