using Ingest.Contracts;
using Ingest.Files;
using Ingest.Watcher.Folders;
using Ingest.Watcher.Folders.Scanning;
using Microsoft.Extensions.Logging.Abstractions;

namespace Ingest.Watcher.Tests.Folders;

/// <summary>As <c>ingest import</c> does it.</summary>
public sealed class Scanning_a_folder_once
{
    private static readonly FolderOptions Options = new() { StableAfter = TimeSpan.FromMilliseconds(100) };

    [Fact]
    public async Task Waits_for_a_file_that_is_being_written()
    {
        await using var folder = new WatchedFolder(Options);
        Task scan;
        await using (var file = new StreamWriter(folder["a"]) { AutoFlush = true })
        {
            await file.WriteAsync("half");
            scan = folder.ScanAsync();
            await folder.UntilAsync(() => Task.FromResult(folder.Watcher?.ScanCompleted == true), "the scan");
            Assert.False(scan.IsCompleted);
            await file.WriteAsync(" whole");
        }

        await scan;
        await folder.HasAsync("a", "half whole");
    }

    [Fact]
    public async Task Reads_nothing_again_that_has_not_changed()
    {
        var reads = 0;
        WatchedRoot? root = null;
        await using var folder = new WatchedFolder(Options)
        {
            Seams = new FolderSeams
            {
                OpenRead = path =>
                {
                    Interlocked.Increment(ref reads);
                    return root!.OpenRead(path);
                },
            },
        };
        root = new WatchedRoot(folder.FullPath);
        folder.Bash("for i in $(seq 600); do printf $i > f$i; done; sleep 0.1");
        await folder.ScanAsync();
        Assert.Equal(600, reads);
        await folder.ScanAsync();
        Assert.Equal(600, reads);
        folder.Bash("rm f1 f2; mv f3 g3; printf x > f4; touch f5; sleep 0.1");
        await folder.ScanAsync();
        Assert.Equal(603, reads);
        Assert.Equal(3, (await folder.RowsAsync()).Count(row => row.Desired == "absent"));
        Assert.Equal(2, (await folder.RowAsync("f4"))!.Revision);
        Assert.Equal(1, (await folder.RowAsync("f5"))!.Revision);
    }

    [Fact]
    public async Task Of_a_single_file_touches_no_other_and_takes_any_name()
    {
        await using var folder = new WatchedFolder(Options);
        folder.Bash("printf 1 > a; printf 2 > b.tmp");
        await folder.ScanAsync();
        folder.Bash("rm a");
        await folder.ScanAsync(only: "b.tmp");
        await folder.HasAsync("b.tmp", "2");
        Assert.Equal("present", (await folder.RowAsync("a"))!.Desired);
    }

    [Fact]
    public async Task Skips_what_is_excluded()
    {
        await using var folder = new WatchedFolder(new FolderOptions { Exclude = ["x/**"] });
        folder.Bash("mkdir done x; printf 1 > done/1; printf 2 > x/2; printf 3 > 3");
        await folder.ScanAsync();
        Assert.Equal("3", Assert.Single(await folder.RowsAsync()).Path);
    }

    [Fact]
    public async Task Says_what_is_wrong_with_the_folder()
    {
        await using var folder = new WatchedFolder(Options);
        folder.Bash("printf 1 > a");
        await folder.ScanAsync();
        Directory.Delete(folder.FullPath, recursive: true);
        await Assert.ThrowsAsync<FileAccessException>(() => folder.ScanAsync());
        Assert.Contains(folder.FullPath, folder.Watcher!.Problem, StringComparison.Ordinal);
        Assert.Equal("present", (await folder.RowAsync("a"))!.Desired);
    }

    [Fact]
    public async Task Removes_from_a_folder_made_anew_only_when_told_that_it_was()
    {
        await using var folder = new WatchedFolder(Options);
        folder.Bash("printf 1 > a");
        await folder.ScanAsync();
        Directory.Move(folder.FullPath, folder.Outside + "/old");
        Directory.CreateDirectory(folder.FullPath);
        folder.Bash("printf 2 > b");
        await folder.ScanAsync();
        Assert.Contains("AcceptReplacedFolder", folder.Watcher!.Problem, StringComparison.Ordinal);
        Assert.Equal("present", (await folder.RowAsync("a"))!.Desired);
        await folder.HasAsync("b", "2");

        folder.Options.AcceptReplacedFolder = true;
        try
        {
            await folder.ScanAsync();
        }
        finally
        {
            folder.Options.AcceptReplacedFolder = false;
        }

        Assert.Null(folder.Watcher!.Problem);
        await folder.RemovedAsync("a");
    }

    [Fact]
    public async Task Takes_a_restored_folder_for_the_same_when_its_files_are_there()
    {
        await using var folder = new WatchedFolder(Options);
        folder.Bash("printf 1 > a; printf 2 > b");
        await folder.ScanAsync();
        folder.Bash("cp -r . ../copy; rm ../copy/b; cd ..; mv inbox old; mv copy inbox");
        await folder.ScanAsync();
        Assert.Null(folder.Watcher!.Problem);
        await folder.RemovedAsync("b");
        Assert.Equal(1, (await folder.RowAsync("a"))!.Revision);
    }

    [Fact]
    public async Task Looks_again_where_the_ledger_asks_it_to()
    {
        await using var folder = new WatchedFolder(Options);
        folder.Bash("printf 1 > a; printf 1 > b");
        await folder.ScanAsync();
        folder.Bash("printf 2 > a; rm b");
        await using var watcher = await folder.OpenAsync();
        await watcher.LookAgainAsync(["a", "b", "never-known"], TestContext.Current.CancellationToken);
        Assert.Equal(2, (await folder.HasAsync("a", "2")).Revision);
        await folder.RemovedAsync("b");
    }

    [Fact]
    public async Task Shows_a_folder_that_cannot_be_listed_and_keeps_what_was_known_of_it()
    {
        await using var folder = new WatchedFolder(Options);
        folder.Bash("chmod 755 .. .; mkdir d; printf 1 > d/1; printf 2 > 2");
        await folder.ScanAsync();
        folder.Bash("chmod 0 d");
        await ScanAsNobodyAsync(folder);
        var row = await folder.RejectedAsync("d", RejectionReasons.Unreadable);
        Assert.Contains("cannot be listed", row.Detail, StringComparison.Ordinal);
        Assert.Equal("present", (await folder.RowAsync("d/1"))!.Desired);
        folder.Bash("chmod 755 d");
        await folder.ScanAsync();
        await folder.RemovedAsync("d");
        await folder.HasAsync("d/1", "1");
    }

    /// <summary>Lists with the rights of nobody, as tests may run as root, who may do everything.</summary>
    private static async Task ScanAsNobodyAsync(WatchedFolder folder)
    {
        var watch = await folder.Ledger.OpenWatchAsync(folder.FullPath, "inbox", TestContext.Current.CancellationToken);
        var parts = new FolderParts(watch, folder.Options, [], folder.Ledger, TimeProvider.System, NullLogger.Instance, null, folder.Seams);
        parts.Guard.Begin();
        var walk = new FolderWalk(parts.Root, parts.Rules, entering: null);
        await parts.ScanAsync("", ThreadIdentity.AsNobody(() => walk.Files("").ToList()), TestContext.Current.CancellationToken);
    }
}
