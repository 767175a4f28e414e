using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Ingest.Portal.Tests.Hosting;
using Microsoft.Playwright;

namespace Ingest.Portal.Tests.Browser;

/// <summary>axe-core over every page, light and dark, wide and narrow: WCAG 2.2 A and AA. Nothing is excluded.</summary>
public sealed class Accessible_pages(Chromium chromium) : IClassFixture<Chromium>
{
    [Theory]
    [InlineData(ColorScheme.Light, 1200)]
    [InlineData(ColorScheme.Dark, 1200)]
    [InlineData(ColorScheme.Light, 390)]
    [InlineData(ColorScheme.Dark, 390)]
    public async Task Have_no_violation(ColorScheme scheme, int width)
    {
        var archive = Newsroom.Filled();
        archive.Decided.Add(new(archive.Articles[5].ArticleId, archive.Articles[6].ArticleId, Queries.DecisionVerdicts.Different, "jane"));
        await using var portal = await PortalHost.StartAsync(archive, ("Ingest:Portal:DropFolder", Path.GetTempPath()), ("Ingest:Portal:RequestsPerSecond", "10000"));
        // The script of the policy's origin is not axe's: the page must let it in for this test.
        var page = await chromium.OpenAsync(portal.Url, new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 850 }, BypassCSP = true });
        var found = new List<string>();
        foreach (var path in Screens.Paths(archive))
        {
            await page.GotoAsync(path);
            await page.EvaluateAsync("document.querySelectorAll('details').forEach(details => details.open = true)");
            var result = await page.RunAxe(new AxeRunOptions { RunOnly = RunOnlyOptions.Tags("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice") });
            found.AddRange(result.Violations.SelectMany(violation => violation.Nodes.Select(node => $"{path}: {violation.Impact} {violation.Id}: {node.Html}")));
        }

        Assert.Empty(found);
    }
}
