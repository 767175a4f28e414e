using System.Net.Http.Json;
using Ingest.Portal.Tests.Hosting;
using Ingest.Queries;

namespace Ingest.Portal.Tests.Pages;

public sealed class Quotes_of_people
{
    [Fact]
    public async Task Are_listed_with_speaker_date_and_article_and_lead_to_more_of_the_same_speaker()
    {
        await using var portal = await PortalHost.StartAsync(Newsroom.Filled());
        var page = await portal.PageAsync("/quotes?words=practical");

        Assert.Contains("practical to have it", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/quotes?by=Donald%20Trump\"", page, StringComparison.Ordinal);
        Assert.Contains($"href=\"/articles/{portal.Archive.Articles[0].ArticleId}\"", page, StringComparison.Ordinal);
        Assert.Contains("13 February 2025", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task That_are_not_there_lead_to_the_whole_articles()
    {
        await using var portal = await PortalHost.StartAsync(Newsroom.Filled());
        var page = await portal.PageAsync("/quotes?words=zebra&by=trump");

        Assert.Contains("No such quote", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/?q=zebra%20trump\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Are_answered_page_by_page_over_the_api()
    {
        var archive = Newsroom.Filled();
        archive.Articles[1] = archive.Articles[1] with { Quotes = [new() { Text = "So be it", Speaker = "Ann Stone" }] };
        await using var portal = await PortalHost.StartAsync(archive);

        var first = await portal.Client.GetFromJsonAsync<QuotePage>("/api/quotes?limit=1", TestContext.Current.CancellationToken);
        var second = await portal.Client.GetFromJsonAsync<QuotePage>($"/api/quotes?limit=1&cursor={first!.Next}", TestContext.Current.CancellationToken);

        Assert.Equal(["Donald Trump", "Ann Stone"], new[] { first, second! }.SelectMany(page => page.Quotes).Select(hit => hit.Quote.Speaker));
        Assert.Null(second!.Next);
    }
}
