using System.Net;
using System.Text.RegularExpressions;
using Ingest.Portal.Tests.Hosting;
using Ingest.Queries;

namespace Ingest.Portal.Tests.Pages;

public sealed class Splitting_and_joining
{
    [Fact]
    public async Task A_split_is_explained_done_shown_and_taken_back()
    {
        await using var portal = await PortalHost.StartAsync(Newsroom.Filled());
        var (story, copy) = (portal.Archive.Articles[0], portal.Archive.Articles[1]);
        var question = await portal.PageAsync($"/decisions/split?article={copy.ArticleId}");
        Assert.Contains("never folded under", question, StringComparison.Ordinal);

        using var response = await SubmitAsync(portal, question, (DecisionVerdicts.Different, copy.ArticleId, story.ArticleId));

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal($"/clusters/{story.ArticleId}?decided=1", response.Headers.Location?.ToString());
        Assert.Equal(new DecisionRequest(copy.ArticleId, story.ArticleId, DecisionVerdicts.Different, "portal"), Assert.Single(portal.Archive.Decided));
        var after = await portal.PageAsync($"/clusters/{story.ArticleId}?decided=1");
        Assert.Contains("Cluster of 2 articles", after, StringComparison.Ordinal);
        Assert.Contains("is kept apart from this story", after, StringComparison.Ordinal);
        Assert.Contains("Kept apart", await portal.PageAsync($"/articles/{copy.ArticleId}"), StringComparison.Ordinal);

        using var undone = await SubmitAsync(portal, after, (DecisionVerdicts.Undecided, copy.ArticleId, story.ArticleId));
        var whole = await portal.PageAsync(undone.Headers.Location!.ToString());
        Assert.Contains("Cluster of 3 articles", whole, StringComparison.Ordinal);
        Assert.Contains("the rules decide again", whole, StringComparison.Ordinal);
        Assert.DoesNotContain("Kept apart", whole, StringComparison.Ordinal);
        Assert.Contains("Nothing decided", await portal.PageAsync("/decisions"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("title")]
    [InlineData("address")]
    public async Task The_other_story_is_found_by_words_or_named_by_its_address(string way)
    {
        await using var portal = await PortalHost.StartAsync(Newsroom.Filled());
        var (story, brief) = (portal.Archive.Articles[0], portal.Archive.Articles[^1]);
        var typed = way == "title" ? brief.Title : new Uri(portal.Url, $"/articles/{brief.ArticleId}").ToString();
        var page = await portal.PageAsync($"/decisions/join?article={story.ArticleId}&q={Uri.EscapeDataString(typed)}");
        if (way == "title")
        {
            page = await portal.PageAsync(WebUtility.HtmlDecode(Regex.Match(page, $"href=\"(/decisions/join[^\"]+with={brief.ArticleId})\"").Groups[1].Value));
        }

        Assert.Contains("All 4 articles become one story", page, StringComparison.Ordinal);
        using var response = await SubmitAsync(portal, page, (DecisionVerdicts.Undecided, story.ArticleId, brief.ArticleId));
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
    }

    [Fact]
    public async Task Without_a_token_nothing_is_decided()
    {
        await using var portal = await PortalHost.StartAsync(Newsroom.Filled());
        using var response = await SubmitAsync(portal, "", (DecisionVerdicts.Different, portal.Archive.Articles[1].ArticleId, portal.Archive.Articles[0].ArticleId));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Empty(portal.Archive.Decided);
    }

    [Fact]
    public async Task What_makes_no_sense_is_told_on_a_page()
    {
        await using var portal = await PortalHost.StartAsync(Newsroom.Filled());
        var (story, copy, stranger) = (portal.Archive.Articles[0], portal.Archive.Articles[1], portal.Archive.Articles[9]);
        foreach (var (path, status) in new[]
        {
            ($"/decisions/split?article={story.ArticleId}", HttpStatusCode.BadRequest),
            ($"/decisions/split?article={copy.ArticleId}&from={stranger.ArticleId}", HttpStatusCode.BadRequest),
            ($"/decisions/join?article={story.ArticleId}&with={copy.ArticleId}", HttpStatusCode.BadRequest),
            ($"/decisions/join?article={story.ArticleId}&with=nobody", HttpStatusCode.NotFound),
            ("/decisions/split?article=nobody", HttpStatusCode.NotFound),
            ("/decisions/split", HttpStatusCode.NotFound),
            ("/decisions/join", HttpStatusCode.NotFound),
        })
        {
            using var response = await portal.GetAsync(path);
            Assert.True(status == response.StatusCode, $"{path}: {response.StatusCode}");
        }
    }

    private static async Task<HttpResponseMessage> SubmitAsync(PortalHost portal, string page, (string Verdict, string First, string Second) decision)
    {
        using var form = new FormUrlEncodedContent(
        [
            KeyValuePair.Create("form-token", Regex.Match(page, "name=\"form-token\" value=\"([^\"]+)\"").Groups[1].Value),
            KeyValuePair.Create("verdict", decision.Verdict), KeyValuePair.Create("first", decision.First), KeyValuePair.Create("second", decision.Second),
        ]);
        return await portal.Client.PostAsync(new Uri("/decisions", UriKind.Relative), form, TestContext.Current.CancellationToken);
    }
}
