using System.Net.Http.Json;
using Ingest.Portal.Tests.Browser;
using Ingest.Queries;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Ingest.Portal.Tests.Whole;

/// <summary>Splitting and joining over the whole system: what is decided in the portal or over the API changes the clusters and the search.</summary>
public sealed class Deciding_about_stories(Chromium chromium, WholeSystem system) : IClassFixture<Chromium>, IClassFixture<WholeSystem>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_copy_is_split_off_and_taken_back_in_a_browser(bool scripts)
    {
        var folder = scripts ? "split" : "split-plain";
        await TwoVersionsAsync(folder, scripts ? "Oderby" : "Nisterau");
        var page = await chromium.OpenAsync(system.Url, new() { JavaScriptEnabled = scripts });
        await page.GotoAsync($"/?q={(scripts ? "Oderby" : "Nisterau")}");
        await Expect(page.Locator(".hit")).ToHaveCountAsync(1);
        await page.GetByRole(AriaRole.Link, new() { Name = "2 versions" }).ClickAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Split off" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Split this article off?");
        await page.GetByRole(AriaRole.Button, new() { Name = "Split it off" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("is kept apart from this story");
        await Expect(page.GetByText("Story told by one article")).ToBeVisibleAsync();
        await ShowsAsync(page, scripts ? "Oderby" : "Nisterau", 2);

        await page.GotoAsync("/decisions");
        await page.GetByRole(AriaRole.Row).Filter(new() { HasText = scripts ? "Oderby" : "Nisterau" }).GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("the rules decide again");
        await Expect(page.GetByText("Cluster of 2 articles")).ToBeVisibleAsync();
        await ShowsAsync(page, scripts ? "Oderby" : "Nisterau", 1);
    }

    [Fact]
    public async Task Two_stories_are_joined_in_a_browser_by_searching_for_the_other()
    {
        system.Write("join/quay.txt", "date 2025-07-01 The quay of Brennholm is closed\n\nA crack was found in the stones of the quay on Monday, the harbour master said.");
        system.Write("join/strike.txt", "date 2025-07-09 Dockers of Brennholm go on strike over overtime\n\nNobody unloads ships before the pay of the night shift is settled, their union said.");
        await system.SettledAsync("join/quay.txt", "join/strike.txt");
        var page = await chromium.OpenAsync(system.Url);
        await page.GotoAsync("/?q=quay+crack+Brennholm");
        await page.GetByRole(AriaRole.Link, new() { Name = "The quay of Brennholm is closed" }).ClickAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Join with another story" }).ClickAsync();
        await page.GetByRole(AriaRole.Searchbox).FillAsync("dockers strike");
        await page.GetByRole(AriaRole.Button, new() { Name = "Find" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Choose Dockers of Brennholm" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Join them" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Both are one story");
        await Expect(page.GetByText("Cluster of 2 articles")).ToBeVisibleAsync();
        await ShowsAsync(page, "Brennholm", 1);
    }

    [Fact]
    public async Task A_decision_over_the_api_goes_through_the_pipeline_to_the_clusters_and_the_search()
    {
        await TwoVersionsAsync("api", "Kestmark");
        var hit = Assert.Single((await SearchAsync("Kestmark")).Hits);
        var cluster = await system.Client.GetFromJsonAsync<Cluster>($"/api/clusters/{hit.ClusterId}", Stop);
        var copy = cluster!.Members.Single(member => member.ArticleId != cluster.CanonicalId);

        var made = await DecideAsync(copy.ArticleId, null, DecisionVerdicts.Different);
        Assert.Equal((copy.ArticleId, cluster.CanonicalId), (made.FirstId, made.SecondId));
        await UntilAsync(async () => (await SearchAsync("Kestmark")).Total == 2);
        Assert.Equal(copy.ArticleId, (await system.Client.GetFromJsonAsync<Cluster>($"/api/clusters/{copy.ArticleId}", Stop))!.ClusterId);

        await DecideAsync(copy.ArticleId, cluster.CanonicalId, DecisionVerdicts.Undecided);
        await UntilAsync(async () => (await SearchAsync("Kestmark")) is { Total: 1, Hits: [{ ClusterSize: 2 }] });

        var orchard = Assert.Single((await SearchAsync("orchards Aldmark")).Hits);
        await DecideAsync(orchard.ArticleId, copy.ArticleId, DecisionVerdicts.Same);
        await UntilAsync(async () => (await SearchAsync("Kestmark OR Aldmark")) is { Total: 1, Hits: [{ ClusterSize: 3 }] });
        await DecideAsync(orchard.ArticleId, cluster.CanonicalId, DecisionVerdicts.Undecided);
        await UntilAsync(async () => (await SearchAsync("Kestmark OR Aldmark")).Total == 2);
    }

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        // Ends with the test's own time where it never does.
        while (!await holds())
        {
            await Task.Delay(50, Stop);
        }
    }

    private static async Task ShowsAsync(IPage page, string words, int hits) =>
        await UntilAsync(async () =>
        {
            await page.GotoAsync("/?q=" + words);
            return await page.Locator(".hit").CountAsync() == hits;
        });

    private async Task<SearchResponse> SearchAsync(string query) =>
        (await system.Client.GetFromJsonAsync<SearchResponse>($"/api/search?q={Uri.EscapeDataString(query)}", Stop))!;

    private async Task<Decision> DecideAsync(string first, string? second, string verdict)
    {
        using var response = await system.Client.PostAsJsonAsync("/api/decisions", new DecisionRequest(first, second, verdict, "a test"), Stop);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<Decision>(Stop))!;
    }

    private async Task TwoVersionsAsync(string folder, string town)
    {
        system.Write($"{folder}/one.txt", Story(town, "eleven"));
        system.Write($"{folder}/two.txt", Story(town, "twelve"));
        await system.SettledAsync($"{folder}/one.txt", $"{folder}/two.txt");
    }

    // Years apart, so that the regattas of several towns are several stories.
    private static string Story(string town, string boats) =>
        $"""
        date {(town == "Oderby" ? "2023" : town == "Nisterau" ? "2024" : "2025")}-06-20 Regatta of {town} begins with {boats} boats
        By Jane Holm

        The regatta of {town} began on Friday with {boats} boats in a light wind, and the harbour was full of people who had come to see the old ships leave.

        The mayor of {town} opened it with a speech on the history of the shipyard, which built the first of these boats a hundred and ten years ago for fishermen of the coast.

        The race ends on Sunday at the lighthouse, where the winner of last year waits with the cup and a barrel of beer from the brewery that pays for the prizes.
        """;
}
