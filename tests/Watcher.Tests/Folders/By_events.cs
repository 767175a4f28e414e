namespace Ingest.Watcher.Tests.Folders;

public sealed class By_events() : Folder_scenarios("never")
{
    [Fact]
    public async Task What_events_did_not_tell_the_next_scan_finds()
    {
        // An import's scan knows nothing of events.
        await Folder.StartAsync();
        await Folder.DisposeWatcherAsync();
        Folder.Write("a.txt", "unseen");
        var watcher = await Folder.OpenAsync();

        await watcher.ScanAsync(TestContext.Current.CancellationToken);

        await Folder.TakenAsync("a.txt", "unseen");
    }

    [Fact]
    public async Task Ten_thousand_files_at_once_are_all_taken()
    {
        await Folder.StartAsync();
        for (var i = 0; i < 10_000; i++)
        {
            Folder.Write($"{i % 50}/{i}.txt", $"story {i}");
        }

        await Folder.TakenAsync("49/9999.txt", "story 9999");
        await WatchedFolder.UntilAsync(
            async () => (await Folder.Ledger.SummariseAsync(new Ingest.Queries.SummaryRequest(), CancellationToken.None)).States.Values.Sum() == 10_000,
            "ten thousand files in the ledger");
    }
}
