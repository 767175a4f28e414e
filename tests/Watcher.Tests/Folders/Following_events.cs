using Ingest.Watcher.Folders;
using Microsoft.Extensions.Logging.Abstractions;

namespace Ingest.Watcher.Tests.Folders;

public sealed class Following_events
{
    [Fact]
    public async Task Is_chosen_on_a_local_folder_and_leaves_no_probe_behind()
    {
        await using var folder = new WatchedFolder(Options());
        await folder.FollowAsync();
        Assert.True(folder.Watcher!.FollowsEvents);
        Assert.Empty(Directory.GetFileSystemEntries(folder.FullPath));
    }

    [Fact]
    public async Task Gives_way_to_polling_when_events_do_not_arrive()
    {
        await using var folder = new WatchedFolder(Options()) { Seams = new FolderSeams { EventsAreLost = true } };
        await folder.FollowAsync();
        Assert.False(folder.Watcher!.FollowsEvents);
        Assert.Empty(Directory.GetFileSystemEntries(folder.FullPath));
        folder.Bash("printf 1 > a");
        await folder.HasAsync("a", "1");
    }

    [Fact]
    public async Task Gives_way_to_polling_when_the_system_watches_no_more_folders()
    {
        await using var folder = new WatchedFolder(Options()) { Seams = new FolderSeams { WatchLimit = 3 } };
        folder.Bash("mkdir -p a b c d; printf 1 > d/1");
        await folder.FollowAsync();
        Assert.False(folder.Watcher!.FollowsEvents);
        await folder.HasAsync("d/1", "1");
        folder.Bash("printf 2 > d/2");
        await folder.HasAsync("d/2", "2");
    }

    [Fact]
    public async Task Gives_way_to_polling_when_that_happens_later()
    {
        await using var folder = new WatchedFolder(Options()) { Seams = new FolderSeams { WatchLimit = 3 } };
        await folder.FollowAsync();
        Assert.True(folder.Watcher!.FollowsEvents);
        folder.Bash("mkdir -p a b c d; printf 1 > d/1");
        await folder.HasAsync("d/1", "1");
        Assert.False(folder.Watcher.FollowsEvents);
    }

    [Fact]
    public async Task Scans_when_more_happened_than_the_queue_holds()
    {
        await using var folder = new WatchedFolder(Options()) { Seams = new FolderSeams { EventCapacity = 1 } };
        await folder.FollowAsync();
        folder.Bash("mkdir d; for i in $(seq 2000); do printf $i > d/$i; done; rm d/7");
        await folder.UntilAsync(async () => (await folder.RowsAsync()).Count(row => row.Desired == "present") == 1999, "all files");
        Assert.NotEqual("present", (await folder.RowAsync("d/7"))?.Desired);
    }

    [Fact]
    public async Task Goes_on_when_the_ledger_fails_for_a_while()
    {
        await using var folder = new WatchedFolder(Options());
        var ledger = new FailingLedger(folder.Ledger);
        await using var watcher = new FolderWatcher(
            await folder.Ledger.OpenWatchAsync(folder.FullPath, "inbox", TestContext.Current.CancellationToken), folder.Options, [], ledger, TimeProvider.System, NullLogger.Instance);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var running = watcher.RunAsync(stop.Token);
        await folder.UntilAsync(() => Task.FromResult(watcher.ScanCompleted), "the first scan");
        ledger.Fails = true;
        folder.Bash("printf 1 > a; printf 2 > b");
        await folder.UntilAsync(() => Task.FromResult(watcher.Problem?.Contains("no space", StringComparison.Ordinal) == true), "the problem");
        ledger.Fails = false;
        await folder.HasAsync("a", "1");
        await folder.HasAsync("b", "2");
        await folder.UntilAsync(() => Task.FromResult(watcher.Problem is null), "no problem");
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    private static FolderOptions Options() => new()
    {
        StableAfter = TimeSpan.FromMilliseconds(200),
        PollInterval = TimeSpan.FromMilliseconds(100),
        RescanInterval = TimeSpan.FromHours(1),
    };
}
