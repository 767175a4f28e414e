using System.Net;
using System.Text.Json;
using Ingest.Portal.Tests.Hosting;
using Ingest.Queries;

namespace Ingest.Portal.Tests.Pages;

public sealed class A_container
{
    [Fact]
    public async Task Shows_what_became_of_each_member()
    {
        await using var portal = await PortalHost.StartAsync(Newsroom.Filled());
        var file = Fill(portal, "a/<b>bridge</b>.html", "photo.png");

        var page = await portal.PageAsync("/files/" + file);

        Assert.Contains("a/&lt;b&gt;bridge&lt;/b&gt;.html", page, StringComparison.Ordinal);
        Assert.Contains("photo.png", page, StringComparison.Ordinal);
        Assert.Contains("<code>unsupported-format</code>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gives_its_members_as_JSON_a_page_at_a_time()
    {
        await using var portal = await PortalHost.StartAsync(Newsroom.Filled());
        var file = Fill(portal, "a.html", "b.html");

        var first = await PageAsync(portal, $"/api/files/{file}/members?limit=1");
        var second = await PageAsync(portal, $"/api/files/{file}/members?limit=1&after={first.RootElement.GetProperty("next").GetInt64()}");

        Assert.Equal("a.html", first.RootElement.GetProperty("members")[0].GetProperty("name").GetString());
        Assert.Equal("b.html", second.RootElement.GetProperty("members")[0].GetProperty("name").GetString());
        Assert.Equal(JsonValueKind.Null, second.RootElement.GetProperty("next").ValueKind);
    }

    [Theory]
    [InlineData("limit=0")]
    [InlineData("limit=10001")]
    [InlineData("after=-1")]
    [InlineData("limit=many")]
    public async Task Refuses_a_page_that_cannot_be(string query)
    {
        await using var portal = await PortalHost.StartAsync(Newsroom.Filled());
        using var response = await portal.GetAsync($"/api/files/{Fill(portal, "a.html")}/members?{query}");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    private static string Fill(PortalHost portal, params string[] names)
    {
        var file = portal.Archive.Files.Keys.First();
        portal.Archive.ContainerMembers[file] =
        [
            .. names.Select((name, i) => name.EndsWith(".png", StringComparison.Ordinal)
                ? new FileMember { Number = i + 1, Name = name, Reason = "unsupported-format", Detail = "It is a picture." }
                : new FileMember { Number = i + 1, Name = name, Articles = 1 }),
        ];
        return file;
    }

    private static async Task<JsonDocument> PageAsync(PortalHost portal, string address)
    {
        using var response = await portal.GetAsync(address);
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
