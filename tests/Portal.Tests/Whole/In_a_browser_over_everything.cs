using System.Text.RegularExpressions;
using Ingest.Portal.Tests.Browser;
using Ingest.Queries;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Ingest.Portal.Tests.Whole;

/// <summary>A browser before the whole system: what people do with it, on real files.</summary>
public sealed class In_a_browser_over_everything(Chromium chromium, WholeSystem system) : IClassFixture<Chromium>, IClassFixture<WholeSystem>
{
    [Fact]
    public async Task A_search_marks_its_words_and_folds_the_copy()
    {
        var page = await chromium.OpenAsync(system.Url);
        await page.GotoAsync("/?q=ferries");

        await Expect(page.Locator(".hit")).ToHaveCountAsync(1);
        await Expect(page.Locator(".hit mark").First).ToHaveTextAsync("ferry");
        await Expect(page.Locator(".hit").GetByText("2 versions")).ToBeVisibleAsync();
        await page.GetByText("Dates, order and copies").ClickAsync();
        await page.GetByLabel("Show copies").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Apply" }).ClickAsync();
        await Expect(page.Locator(".hit")).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task A_facet_narrows_the_result_and_its_chip_widens_it_again()
    {
        var page = await chromium.OpenAsync(system.Url);
        await page.GotoAsync("/?q=sails+OR+orchards");
        await Expect(page.Locator(".hit")).ToHaveCountAsync(2);

        await page.Locator(".facet").GetByRole(AriaRole.Link, new() { Name = "Anna Lindqvist" }).ClickAsync();

        await Expect(page.Locator(".hit")).ToHaveCountAsync(1);
        await Expect(page.Locator(".hit")).ToContainTextAsync("orchards of Aldmark");
        // The other author is still there, with what it would find, and can be added.
        await page.Locator(".facet").GetByRole(AriaRole.Link, new() { Name = "Jane Holm 1" }).ClickAsync();
        await Expect(page.Locator(".hit")).ToHaveCountAsync(2);
        await page.Locator(".facet").GetByRole(AriaRole.Link, new() { Name = "Jane Holm, chosen: take it out" }).ClickAsync();
        await Expect(page.Locator(".hit")).ToHaveCountAsync(1);
        await page.GetByRole(AriaRole.Link, new() { Name = "Remove filter Author: Anna Lindqvist" }).ClickAsync();
        await Expect(page.Locator(".hit")).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task A_bar_of_the_histogram_narrows_to_its_day()
    {
        var page = await chromium.OpenAsync(system.Url);
        await page.GotoAsync("/?q=sails+OR+orchards");

        await page.Locator(".chart.dates").GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^7 May 2025") }).ClickAsync();

        await Expect(page).ToHaveURLAsync(new Regex("from=2025-05-07&to=2025-05-07|to=2025-05-07"));
        await Expect(page.Locator(".hit")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_misspelt_word_leads_to_the_right_one()
    {
        var page = await chromium.OpenAsync(system.Url);
        await page.GotoAsync("/?q=orchrads");

        await page.Locator(".did-you-mean a").ClickAsync();

        await Expect(page.Locator(".hit").First).ToContainTextAsync("orchards");
    }

    [Fact]
    public async Task An_article_leads_to_its_file_its_cluster_and_the_difference_of_two_members()
    {
        var page = await chromium.OpenAsync(system.Url);
        await page.GotoAsync("/?q=ferry+sails");
        await page.Locator(".hit h2 a").First.ClickAsync();
        await Expect(page.Locator(".story")).ToContainTextAsync("Tickets for the first crossing");
        await Expect(page.Locator(".facts")).ToContainTextAsync("Jane Holm");

        await page.GetByRole(AriaRole.Link, new() { Name = "2 versions of this story" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Compare side by side" }).ClickAsync();

        await Expect(page.Locator(".difference")).ToBeVisibleAsync();
        var texts = await page.Locator(".difference del, .difference ins").AllInnerTextsAsync();
        Assert.Equal(["fourteen", "twelve"], texts.Order());
        await page.GetByText("Why: each rule with its figure").ClickAsync();
        await Expect(page.Locator(".findings li").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_file_shows_its_way_through_the_stages_and_its_trace()
    {
        var file = (await system.SettledAsync("desk/orchard.txt"))[0];
        var page = await chromium.OpenAsync(system.Url);
        await page.GotoAsync("/files/" + file.FileId);

        Assert.Equal(["Watcher", "Parser", "Deduplicator", "Indexer"], await page.Locator(".wf-name").AllInnerTextsAsync());
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Trace", Exact = true })).ToHaveAttributeAsync("href", "https://traces.example/trace/" + file.TraceId);
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Frost costs the orchards" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_rejected_file_that_was_mended_is_found_again_after_a_retry_of_its_group()
    {
        for (var i = 0; i < 6; i++)
        {
            system.Write($"retry/{i}.txt", "");
        }

        await system.SettledAsync([.. Enumerable.Range(0, 6).Select(i => $"retry/{i}.txt")]);
        var page = await chromium.OpenAsync(system.Url);
        await page.GotoAsync("/files?state=rejected&reason=empty");
        await page.GotoAsync("/files");

        await page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Try 5 first of 6 files: Empty file") }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Trying 5 first");
        // They are as empty as before; the page follows by itself until that is clear.
        await Expect(page.GetByText("5 of 5 did not work again")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Retry the other") }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status).Filter(new() { HasText = "tried again" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Files_that_are_dropped_onto_the_page_are_in_the_folder_and_end_as_indexed()
    {
        var page = await chromium.OpenAsync(system.Url);
        await page.GotoAsync("/drop");

        // A real drop: the browser's own data transfer, with files in it, over the zone.
        var transfer = await page.EvaluateHandleAsync(
            """
            () => {
              const transfer = new DataTransfer();
              transfer.items.add(new File(["date 2025-06-01 Swimmers return to the harbour of Lindholm\nBy Staff\n\nThe water of the harbour is clean again, the city said."], "dropped one.txt", { type: "text/plain" }));
              transfer.items.add(new File([new Uint8Array(200000)], "too large.bin"));
              transfer.items.add(new File(["x"], ".hidden.txt"));
              return transfer;
            }
            """);
        await page.DispatchEventAsync("[data-drop]", "drop", new { dataTransfer = transfer });

        await Expect(page.Locator(".drop-list li").Filter(new() { HasText = "dropped one.txt" })).ToContainTextAsync("Indexed 1 article");
        await Expect(page.Locator(".drop-list li").Filter(new() { HasText = "too large.bin" })).ToContainTextAsync("larger than");
        await Expect(page.Locator(".drop-list li").Filter(new() { HasText = ".hidden.txt" })).ToContainTextAsync("another name");
        Assert.True(File.Exists(Path.Combine(system.Folder, "dropped one.txt")));
        Assert.Empty(Directory.EnumerateFileSystemEntries(system.Folder, ".ingest-drop-*"));
        await page.Locator(".drop-list a", new() { HasText = "dropped one.txt" }).ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("dropped one.txt");
    }

    [Fact]
    public async Task Without_scripts_a_form_drops_files_and_names_them()
    {
        var page = await chromium.OpenAsync(system.Url, new() { JavaScriptEnabled = false });
        await page.GotoAsync("/drop");
        await page.GetByLabel("or choose them").SetInputFilesAsync(
        [
            new FilePayload { Name = "plain form.txt", MimeType = "text/plain", Buffer = "date 2025-06-02 A form is enough\n\nNo script was needed for this article."u8.ToArray() },
        ]);
        await page.GetByRole(AriaRole.Button, new() { Name = "Put them into the folder" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync("1 file is in the folder");
        Assert.Equal(FileStates.Indexed, (await system.SettledAsync("plain form.txt"))[0].State);
    }

    [Fact]
    public async Task The_overview_and_the_search_follow_a_new_file_by_themselves()
    {
        var overview = await chromium.OpenAsync(system.Url);
        await overview.GotoAsync("/files?path=live");
        var search = await chromium.OpenAsync(system.Url);
        await search.GotoAsync("/?q=lighthouse");
        await Expect(overview.Locator("html[data-live=on]")).ToHaveCountAsync(1);
        await Expect(search.Locator("html[data-live=on]")).ToHaveCountAsync(1);
        await Expect(search.Locator(".hit")).ToHaveCountAsync(0);

        system.Write("live/lighthouse.txt", "date 2025-06-03 The lighthouse of Vesterholm gets its light back\n\nThe lighthouse was dark for a year.");

        await Expect(overview.Locator("td.path", new() { HasText = "live/lighthouse.txt" })).ToBeVisibleAsync();
        await Expect(overview.Locator("tr", new() { HasText = "live/lighthouse.txt" }).Locator(".state")).ToHaveTextAsync("Indexed");
        await search.Locator("#news-notice a").ClickAsync();
        await Expect(search.Locator(".hit")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Live_updates_can_be_paused()
    {
        var page = await chromium.OpenAsync(system.Url);
        await page.GotoAsync("/overview");
        await page.GetByRole(AriaRole.Button, new() { Name = "Live" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Paused" })).ToHaveAttributeAsync("aria-pressed", "false");
        await Expect(page.Locator("html[data-live]")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_batch_has_a_report_that_can_be_downloaded()
    {
        var file = (await system.SettledAsync("desk/orchard.txt"))[0];
        var page = await chromium.OpenAsync(system.Url);
        await page.GotoAsync("/batches/" + file.Batch);

        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Download as CSV" }).ClickAsync());

        Assert.Equal($"batch-{file.Batch}.csv", download.SuggestedFilename);
        var lines = await File.ReadAllLinesAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
        Assert.StartsWith("path,state,reason,detail,articles", lines[0], StringComparison.Ordinal);
        Assert.Contains(lines, line => line.StartsWith("desk/orchard.txt,indexed,,,1,", StringComparison.Ordinal));
    }
}
