using Ingest.Contracts;
using Ingest.Files;
using Ingest.Watcher.Folders;

namespace Ingest.Watcher.Tests.Folders;

/// <summary>What a user expects of a watched folder, however it is watched.</summary>
public abstract class Folder_scenarios : IAsyncDisposable
{
    private readonly FolderOptions _options;
    private WatchedFolder? _folder;

    private protected Folder_scenarios(FolderOptions options) => _options = options;

    private protected WatchedFolder Folder => _folder ??= new WatchedFolder(_options) { Seams = Seams };

    private protected virtual FolderSeams Seams => new();

    public async ValueTask DisposeAsync()
    {
        await (_folder?.DisposeAsync() ?? ValueTask.CompletedTask);
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task What_stands_there_already_is_taken()
    {
        Folder.Bash("printf a > a.txt; mkdir -p d/e; printf b > d/e/b.txt");
        await Folder.FollowAsync();
        Assert.Equal(1, (await Folder.HasAsync("a.txt", "a")).Revision);
        Assert.Equal(1, (await Folder.HasAsync("d/e/b.txt", "b")).Revision);
    }

    [Fact]
    public async Task A_file_written_slowly_is_taken_once_and_whole()
    {
        await Folder.FollowAsync();
        await using (var file = new StreamWriter(Folder["slow.txt"]) { AutoFlush = true })
        {
            for (var i = 0; i < 15; i++)
            {
                await file.WriteAsync("line ");
                await Task.Delay(100, TestContext.Current.CancellationToken);
                Assert.Null(await Folder.RowAsync("slow.txt"));
            }
        }

        Assert.Equal(1, (await Folder.HasAsync("slow.txt", string.Concat(Enumerable.Repeat("line ", 15)))).Revision);
    }

    [Fact]
    public async Task A_file_written_under_a_temporary_name_and_renamed_is_taken_by_its_last_name()
    {
        await Folder.FollowAsync();
        Folder.Bash("printf junk > .ready; printf one > a.tmp; mv a.tmp a.txt; printf two > b.txt.part; mv b.txt.part b.txt");
        await Folder.HasAsync("a.txt", "one");
        await Folder.HasAsync("b.txt", "two");
        Assert.Equal(2, (await Folder.RowsAsync()).Count);
    }

    [Fact]
    public async Task Junk_is_ignored_until_it_gets_a_good_name()
    {
        await Folder.FollowAsync();
        Folder.Bash("for n in .DS_Store ._x Thumbs.db desktop.ini '~$x.doc' x.crdownload x.swp x~ .hidden; do printf junk > \"$n\"; done; mkdir .git @eaDir; printf junk > .git/x; printf junk > @eaDir/x; printf ok > last.txt");
        await Folder.HasAsync("last.txt", "ok");
        Assert.Single(await Folder.RowsAsync());
        Folder.Bash("mv .hidden shown; mv .git archive");
        await Folder.HasAsync("shown", "junk");
        await Folder.HasAsync("archive/x", "junk");
    }

    [Fact]
    public async Task A_folder_moved_in_is_taken_with_its_whole_tree_and_removed_when_moved_out()
    {
        await Folder.FollowAsync();
        Folder.Bash($"mkdir -p {Folder.Outside}/t/u/v; printf 1 > {Folder.Outside}/t/1; printf 2 > {Folder.Outside}/t/u/2; printf 3 > {Folder.Outside}/t/u/v/3; mv {Folder.Outside}/t .");
        await Folder.HasAsync("t/1", "1");
        await Folder.HasAsync("t/u/2", "2");
        await Folder.HasAsync("t/u/v/3", "3");
        Folder.Bash("printf 4 > t/u/v/4");
        await Folder.HasAsync("t/u/v/4", "4");
        Folder.Bash($"mv t/u {Folder.Outside}/gone");
        await Folder.RemovedAsync("t/u/2");
        await Folder.RemovedAsync("t/u/v/3");
        await Folder.RemovedAsync("t/u/v/4");
        Assert.Equal("present", (await Folder.RowAsync("t/1"))!.Desired);
    }

    [Fact]
    public async Task A_renamed_folder_is_followed_under_its_new_name()
    {
        Folder.Bash("mkdir -p old/sub; printf 1 > old/sub/1");
        await Folder.FollowAsync();
        await Folder.HasAsync("old/sub/1", "1");
        Folder.Bash("mv old new");
        await Folder.HasAsync("new/sub/1", "1");
        await Folder.RemovedAsync("old/sub/1");
        Folder.Bash("printf 2 > new/sub/2");
        await Folder.HasAsync("new/sub/2", "2");
    }

    [Fact]
    public async Task A_deleted_tree_is_removed()
    {
        Folder.Bash("mkdir -p d/e; printf 1 > d/1; printf 2 > d/e/2; printf 3 > 3");
        await Folder.FollowAsync();
        await Folder.HasAsync("3", "3");
        Folder.Bash("rm -r d");
        await Folder.RemovedAsync("d/1");
        await Folder.RemovedAsync("d/e/2");
        Assert.Equal("present", (await Folder.RowAsync("3"))!.Desired);
    }

    [Fact]
    public async Task A_file_with_an_old_time_is_taken()
    {
        await Folder.FollowAsync();
        Folder.Bash("printf old > old.txt; touch -d 1999-01-01 old.txt");
        await Folder.HasAsync("old.txt", "old");
    }

    [Fact]
    public async Task Names_may_be_any_bytes()
    {
        await Folder.FollowAsync();
        Folder.Bash(@"printf 1 > 'a b.txt'; printf 2 > $'it\'s ""x"".txt'; printf 3 > $'line\nbreak.txt'; printf 4 > $'caf\xe9.txt'; mkdir $'\xff'; printf 5 > $'\xff/back\\slash'");
        await Folder.HasAsync("a b.txt", "1");
        await Folder.HasAsync("it's \"x\".txt", "2");
        await Folder.HasAsync("line\nbreak.txt", "3");
        await Folder.HasAsync(@"caf\xe9.txt", "4");
        await Folder.HasAsync(@"\xff/back\\slash", "5");
        Folder.Bash(@"rm $'caf\xe9.txt'");
        await Folder.RemovedAsync(@"caf\xe9.txt");
    }

    [Fact]
    public async Task Links_and_pipes_are_rejected_and_a_link_inside_is_no_file_of_its_own()
    {
        await Folder.FollowAsync();
        Folder.Bash($"printf secret > {Folder.Outside}/secret; ln -s {Folder.Outside}/secret out; ln -s {Folder.Outside} outdir; ln -s none dangling; mkfifo pipe; printf x > x; ln -s x inside");
        Assert.Contains("leads out", (await Folder.RejectedAsync("out", RejectionReasons.SymbolicLink)).Detail, StringComparison.Ordinal);
        await Folder.RejectedAsync("outdir", RejectionReasons.SymbolicLink);
        await Folder.RejectedAsync("dangling", RejectionReasons.SymbolicLink);
        await Folder.RejectedAsync("pipe", RejectionReasons.NotAFile);
        await Folder.HasAsync("x", "x");
        Assert.Null(await Folder.RowAsync("inside"));
        Folder.Bash("rm out; printf file > out");
        await Folder.HasAsync("out", "file");
    }

    [Fact]
    public async Task A_modified_file_becomes_a_new_revision_and_a_touched_one_does_not()
    {
        Folder.Bash("printf 1 > a; printf 1 > b");
        await Folder.FollowAsync();
        var before = await Folder.HasAsync("b", "1");
        await Folder.HasAsync("a", "1");
        Folder.Bash("sleep 0.1; touch b; printf 2 > a");
        Assert.Equal(2, (await Folder.HasAsync("a", "2")).Revision);
        await Folder.UntilAsync(async () => (await Folder.RowAsync("b"))!.ModifiedNs != before.ModifiedNs, "the new stamp");
        Assert.Equal(1, (await Folder.RowAsync("b"))!.Revision);
    }

    [Fact]
    public async Task Appending_makes_a_revision_when_the_writer_has_closed()
    {
        Folder.Bash("printf 1 > a");
        await Folder.FollowAsync();
        await Folder.HasAsync("a", "1");
        Folder.Bash("exec 3>> a; for i in 2 3 4 5 6 7 8; do printf $i >&3; sleep 0.1; done; exec 3>&-");
        Assert.Equal(2, (await Folder.HasAsync("a", "12345678")).Revision);
    }

    [Fact]
    public async Task A_removed_file_is_removed_and_taken_again_when_it_returns()
    {
        Folder.Bash("printf 1 > a");
        await Folder.FollowAsync();
        await Folder.HasAsync("a", "1");
        Folder.Bash("rm a");
        Assert.Equal(2, (await Folder.RemovedAsync("a")).Revision);
        Folder.Bash("printf 1 > a");
        Assert.Equal(3, (await Folder.HasAsync("a", "1")).Revision);
    }

    [Fact]
    public async Task A_renamed_file_is_removed_and_taken_by_its_new_name()
    {
        Folder.Bash("printf 1 > a");
        await Folder.FollowAsync();
        await Folder.HasAsync("a", "1");
        Folder.Bash("mv a b");
        await Folder.HasAsync("b", "1");
        await Folder.RemovedAsync("a");
    }

    [Fact]
    public async Task A_hard_link_is_a_file()
    {
        Folder.Bash("printf 1 > a");
        await Folder.FollowAsync();
        Folder.Bash("ln a b");
        await Folder.HasAsync("b", "1");
    }

    [Fact]
    public async Task A_file_that_nobody_may_read_is_rejected_until_it_may_be_read()
    {
        await using var folder = new WatchedFolder(_options) { Seams = Seams with { OpenRead = path => ThreadIdentity.AsNobody(() => _folderRoot!.OpenRead(path)) } };
        _folderRoot = new WatchedRoot(folder.FullPath);
        folder.Bash($"chmod 755 {Path.GetDirectoryName(folder.FullPath)} .");
        await folder.FollowAsync();
        folder.Bash("umask 077; printf x > .secret; chmod 0 .secret; mv .secret secret.txt; printf y > y.txt; chmod 644 y.txt");
        var row = await folder.RejectedAsync("secret.txt", RejectionReasons.Unreadable);
        Assert.Contains("permissions", row.Detail, StringComparison.Ordinal);
        await folder.HasAsync("y.txt", "y");
        folder.Bash("chmod 644 secret.txt");
        await folder.HasAsync("secret.txt", "x");
    }

    [Fact]
    public async Task A_file_that_changes_while_it_is_read_is_told_as_it_is_in_the_end()
    {
        var changes = 0;
        await using var folder = new WatchedFolder(_options)
        {
            Seams = Seams with
            {
                OpenRead = path =>
                {
                    var content = _folderRoot!.OpenRead(path);
                    if (Interlocked.Increment(ref changes) <= 2)
                    {
                        // As another program would, between the first look and the last.
                        File.AppendAllText(Path.Combine(_folderRoot.FullPath, path), "+");
                    }

                    return content;
                },
            },
        };
        _folderRoot = new WatchedRoot(folder.FullPath);
        await folder.FollowAsync();
        folder.Bash("printf x > x");
        await folder.HasAsync("x", "x++");
    }

    [Fact]
    public async Task The_folder_may_vanish_and_come_back_and_nothing_is_taken_for_removed()
    {
        Folder.Bash("printf 1 > a; printf 1 > b");
        await Folder.FollowAsync();
        await Folder.HasAsync("a", "1");
        Folder.Bash("cd ..; mv inbox away");
        await Folder.UntilAsync(() => Task.FromResult(Folder.Watcher!.Problem is not null), "the problem");

        // An empty mount point, as an unmounted share leaves it.
        Directory.CreateDirectory(Folder.FullPath);
        await Folder.UntilAsync(() => Task.FromResult(Folder.Watcher!.Problem?.Contains("mount it", StringComparison.Ordinal) == true), "the empty folder being noticed");
        await Folder.Watcher!.LookAgainAsync(["a"], TestContext.Current.CancellationToken);
        Assert.All(await Folder.RowsAsync(), row => Assert.Equal("present", row.Desired));

        Directory.Delete(Folder.FullPath);
        File.WriteAllText(Path.Combine(Folder.FullPath, "..", "away", "c"), "3");
        File.Delete(Path.Combine(Folder.FullPath, "..", "away", "b"));
        Directory.Move(Path.Combine(Folder.FullPath, "..", "away"), Folder.FullPath);
        await Folder.HasAsync("c", "3");
        await Folder.RemovedAsync("b");
        Assert.Equal(1, (await Folder.RowAsync("a"))!.Revision);
        Assert.Null(Folder.Watcher.Problem);
    }

    [Fact]
    public async Task An_emptied_folder_is_empty()
    {
        Folder.Bash("printf 1 > a; mkdir d; printf 1 > d/b");
        await Folder.FollowAsync();
        await Folder.HasAsync("d/b", "1");
        Folder.Bash("rm -r *");
        await Folder.RemovedAsync("a");
        await Folder.RemovedAsync("d/b");
        Assert.Null(Folder.Watcher!.Problem);
    }

    private WatchedRoot? _folderRoot;
}
