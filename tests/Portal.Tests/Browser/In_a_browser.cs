using Ingest.Contracts;
using Ingest.Portal.Tests.Hosting;
using Ingest.Queries;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Ingest.Portal.Tests.Browser;

public sealed class In_a_browser(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task A_search_by_keyboard_leads_to_the_article()
    {
        await using var portal = await PortalHost.StartAsync(Newsroom.Filled());
        var page = await chromium.OpenAsync(portal.Url);
        await page.GotoAsync("/");
        // The search box has the focus, so typing starts at once; a browser gives it a moment after the page has loaded.
        await Expect(page.Locator("input[name=q]")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("putin");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("[?]q=putin"));
        await page.GetByRole(AriaRole.Link, new() { Name = "Trump Contacts Putin" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Trump Contacts Putin: OK with Keeping Ukraine out of NATO");
        await Expect(page.Locator(".story > p:not(.meta)")).ToHaveCountAsync(3);
        await page.GetByRole(AriaRole.Link, new() { Name = "3 versions of this story" }).ClickAsync();
        await Expect(page.GetByText("Cluster of 3 articles")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Files_show_their_states_and_a_click_tries_a_group_again()
    {
        await using var portal = await PortalHost.StartAsync(Newsroom.Filled());
        var page = await chromium.OpenAsync(portal.Url);
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Link, new() { Name = "Files", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Rejected 3" })).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Retry all 2 files: Not text, unknown format" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("2 files are tried again.");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "In flight 3" })).ToBeVisibleAsync();
        Assert.Equal(new RetryRequest { State = FileStates.Rejected, Reason = RejectionReasons.Binary }, Assert.Single(portal.Archive.Retries));
    }

    [Fact]
    public async Task A_failed_file_tells_why_and_can_be_tried_again_from_its_page()
    {
        await using var portal = await PortalHost.StartAsync(Newsroom.Filled());
        var page = await chromium.OpenAsync(portal.Url);
        await page.GotoAsync("/files?state=failed");
        await page.GetByRole(AriaRole.Link, new() { Name = "feeds/broken.xml" }).ClickAsync();
        await Expect(page.GetByText("Unexpected end of file.").First).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Retry this file" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("This file is tried again.");
        await Expect(page.Locator(".state").First).ToHaveTextAsync("In flight");
    }

    [Fact]
    public async Task Everything_works_with_scripts_off()
    {
        await using var portal = await PortalHost.StartAsync(Newsroom.Filled());
        var page = await chromium.OpenAsync(portal.Url, new() { JavaScriptEnabled = false });
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Searchbox).FillAsync("cocoa");
        await page.GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Next" }).ClickAsync();
        await Expect(page.GetByText("11–20 of 30")).ToBeVisibleAsync();
        await page.GotoAsync("/files?state=failed");
        await page.GetByRole(AriaRole.Button, new() { Name = "Retry feeds/broken.xml" }).ClickAsync();
        await Expect(page.GetByText("1 file is tried again.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task No_page_scrolls_sideways_on_a_phone()
    {
        var archive = Newsroom.Filled();
        Newsroom.AddFailure(archive, new string('x', 300) + "/" + new string('y', 200) + ".txt", FileStates.Failed, RejectionReasons.StageError, new string('z', 400));
        await using var portal = await PortalHost.StartAsync(archive);
        var page = await chromium.OpenAsync(portal.Url, new() { ViewportSize = new() { Width = 360, Height = 740 }, IsMobile = true, HasTouch = true });
        foreach (var path in Screens.Paths(archive))
        {
            await page.GotoAsync(path);
            var width = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
            Assert.True(width <= 360, $"{path} is {width} pixels wide.");
        }
    }

    [Fact]
    public async Task The_dark_scheme_is_dark_and_the_light_one_light()
    {
        await using var portal = await PortalHost.StartAsync(Newsroom.Filled());
        Assert.True(await BrightnessAsync(portal, ColorScheme.Dark) < 60);
        Assert.True(await BrightnessAsync(portal, ColorScheme.Light) > 200);
    }

    [Fact]
    public async Task Hostile_text_runs_nothing_and_the_browser_reports_no_breach_of_policy()
    {
        var archive = Newsroom.Filled();
        Newsroom.AddStory(archive, "<img src=x onerror=document.title='owned'>.txt", "</title><script>document.title='owned'</script>", "<b onclick=x>body</b>", "2030-01-01");
        await using var portal = await PortalHost.StartAsync(archive);
        var page = await chromium.OpenAsync(portal.Url);
        var complaints = new List<string>();
        // That one of the pages is not there is what the server says of it.
        page.Console += (_, message) => complaints.AddRange(message.Text.Contains("404", StringComparison.Ordinal) ? [] : [message.Text]);
        page.PageError += (_, error) => complaints.Add(error);
        foreach (var path in Screens.Paths(archive))
        {
            await page.GotoAsync(path);
            Assert.NotEqual("owned", await page.TitleAsync());
        }

        Assert.Empty(complaints);
    }

    /// <summary>For the eye: <c>PORTAL_SCREENSHOTS=folder</c> keeps a picture of every page, light, dark and on a phone.</summary>
    [Fact]
    public async Task Every_page_has_one_heading_and_can_be_pictured()
    {
        var archive = Newsroom.Filled();
        await using var portal = await PortalHost.StartAsync(archive);
        var looks = new Dictionary<string, BrowserNewContextOptions>
        {
            ["light"] = new() { ViewportSize = new() { Width = 1200, Height = 850 } },
            ["dark"] = new() { ViewportSize = new() { Width = 1200, Height = 850 }, ColorScheme = ColorScheme.Dark },
            ["phone"] = new() { ViewportSize = new() { Width = 390, Height = 844 }, IsMobile = true, DeviceScaleFactor = 2 },
        };
        var folder = Environment.GetEnvironmentVariable("PORTAL_SCREENSHOTS");
        foreach (var (look, options) in looks)
        {
            var page = await chromium.OpenAsync(portal.Url, options);
            var number = 0;
            foreach (var path in Screens.Paths(archive))
            {
                await page.GotoAsync(path);
                await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveCountAsync(1);
                var picture = await page.ScreenshotAsync(new() { FullPage = true });
                Assert.NotEmpty(picture);
                if (folder is not null)
                {
                    Directory.CreateDirectory(folder);
                    await File.WriteAllBytesAsync(Path.Combine(folder, $"{look}-{number++:00}.png"), picture, TestContext.Current.CancellationToken);
                }
            }
        }
    }

    private async Task<double> BrightnessAsync(PortalHost portal, ColorScheme scheme)
    {
        var page = await chromium.OpenAsync(portal.Url, new() { ColorScheme = scheme });
        await page.GotoAsync("/files");
        return await page.EvaluateAsync<double>(
            "() => { const c = getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number); return (c[0] + c[1] + c[2]) / 3; }");
    }
}
