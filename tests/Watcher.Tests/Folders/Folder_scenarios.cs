using System.Diagnostics;
using Ingest.Contracts;
using Ingest.Queries;
using Ingest.Watcher.Folders;

namespace Ingest.Watcher.Tests.Folders;

/// <summary>What a user may do to a folder, and what must come of it, however changes are noticed.</summary>
public abstract class Folder_scenarios : IAsyncDisposable
{
    private const string Text = "date 2025-03-04 Harbour reopens\n\nThe harbour reopened.";

    protected Folder_scenarios(string polling) => Folder = new WatchedFolder(Options(polling));

    private protected WatchedFolder Folder { get; }

    private protected static FolderOptions Options(string polling) => new()
    {
        Polling = polling, PollInterval = TimeSpan.FromMilliseconds(150), RescanInterval = TimeSpan.FromMinutes(10), StableAfter = TimeSpan.FromMilliseconds(400),
    };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_stands_there_at_the_start_is_taken()
    {
        Folder.Write("a.txt", Text);
        Folder.Write("deep/er/b", Text);

        await Folder.StartAsync();

        await Folder.TakenAsync("a.txt", Text);
        await Folder.TakenAsync("deep/er/b", Text);
    }

    [Fact]
    public async Task A_file_that_is_written_slowly_is_taken_once_and_whole()
    {
        await Folder.StartAsync();
        await using (var writer = new StreamWriter(Path.Combine(Folder.Root, "slow.txt")))
        {
            for (var i = 0; i < 8; i++)
            {
                await writer.WriteLineAsync($"line {i}");
                await writer.FlushAsync(Stop);
                await Task.Delay(250, Stop);
                Assert.Null(await Folder.FindAsync("slow.txt"));
            }
        }

        var file = await Folder.TakenAsync("slow.txt", string.Concat(Enumerable.Range(0, 8).Select(i => $"line {i}\n")));
        Assert.Equal(1, file.Revision);
    }

    [Fact]
    public async Task A_file_that_is_renamed_into_place_is_taken()
    {
        await Folder.StartAsync();

        File.Move(Folder.WriteOutside("a.txt", Text), Path.Combine(Folder.Root, "a.txt"));

        await Folder.TakenAsync("a.txt", Text);
    }

    [Fact]
    public async Task A_temporary_name_is_left_alone_until_it_becomes_a_good_one()
    {
        await Folder.StartAsync();
        Folder.Write("a.txt.part", Text);
        await Folder.PassAsync();
        Assert.Null(await Folder.FindAsync("a.txt.part"));

        File.Move(Path.Combine(Folder.Root, "a.txt.part"), Path.Combine(Folder.Root, "a.txt"));

        await Folder.TakenAsync("a.txt", Text);
    }

    [Fact]
    public async Task A_folder_that_is_moved_in_is_taken_whole_and_one_that_is_moved_out_is_gone()
    {
        await Folder.StartAsync();
        for (var i = 0; i < 20; i++)
        {
            Folder.WriteOutside($"batch/{i % 3}/{i}.txt", Text + i);
        }

        Directory.Move(Path.Combine(Folder.Outside, "batch"), Path.Combine(Folder.Root, "batch"));
        for (var i = 0; i < 20; i++)
        {
            await Folder.TakenAsync($"batch/{i % 3}/{i}.txt", Text + i);
        }

        Folder.Write("batch/1/new.txt", Text);
        await Folder.TakenAsync("batch/1/new.txt", Text);
        Directory.Move(Path.Combine(Folder.Root, "batch"), Path.Combine(Folder.Outside, "back"));
        for (var i = 0; i < 20; i++)
        {
            await Folder.RemovedAsync($"batch/{i % 3}/{i}.txt");
        }
    }

    [Fact]
    public async Task A_folder_that_is_renamed_takes_its_files_along()
    {
        await Folder.StartAsync();
        Folder.Write("old/a.txt", Text);
        await Folder.TakenAsync("old/a.txt", Text);

        Directory.Move(Path.Combine(Folder.Root, "old"), Path.Combine(Folder.Root, "new"));

        await Folder.TakenAsync("new/a.txt", Text);
        await Folder.RemovedAsync("old/a.txt");
        Folder.Write("new/b.txt", Text);
        await Folder.TakenAsync("new/b.txt", Text);
    }

    [Fact]
    public async Task An_old_modification_time_does_not_hide_a_file()
    {
        await Folder.StartAsync();
        var path = Folder.WriteOutside("a.txt", Text);
        File.SetLastWriteTimeUtc(path, new DateTime(1999, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        File.Move(path, Path.Combine(Folder.Root, "a.txt"));

        await Folder.TakenAsync("a.txt", Text);
    }

    [Theory]
    [InlineData("with  spaces .txt")]
    [InlineData("it's \"quoted\".txt")]
    [InlineData("two\nlines\tand a tab.txt")]
    [InlineData("Zürich – 東京 😀.txt")]
    public async Task Unusual_names_are_taken_as_they_are(string name)
    {
        await Folder.StartAsync();

        Folder.Write(name, Text);

        await Folder.TakenAsync(name, Text);
    }

    [Fact]
    public async Task A_name_that_is_not_valid_UTF8_is_taken()
    {
        await Folder.StartAsync();

        await ShellAsync(@"printf hello > ""$(printf 'bad\377name\\.txt')""");

        await Folder.TakenAsync(@"bad\xffname\\.txt", "hello");
        await ShellAsync(@"rm ""$(printf 'bad\377name\\.txt')""");
        await Folder.RemovedAsync(@"bad\xffname\\.txt");
    }

    [Fact]
    public async Task A_changed_file_is_a_new_revision_and_a_touched_one_is_not()
    {
        await Folder.StartAsync();
        var path = Folder.Write("a.txt", Text);
        await Folder.TakenAsync("a.txt", Text);

        File.SetLastWriteTimeUtc(path, DateTime.UtcNow.AddDays(-3));
        await Folder.PassAsync();
        Assert.Equal(1, (await Folder.FindAsync("a.txt"))!.Revision);
        File.AppendAllText(path, " More.");

        Assert.Equal(2, (await Folder.TakenAsync("a.txt", Text + " More.")).Revision);
    }

    [Fact]
    public async Task A_change_that_keeps_size_and_modification_time_is_noticed()
    {
        await Folder.StartAsync();
        var path = Folder.Write("a.txt", "aaaa");
        await Folder.TakenAsync("a.txt", "aaaa");
        var time = File.GetLastWriteTimeUtc(path);

        File.WriteAllText(path, "bbbb");
        File.SetLastWriteTimeUtc(path, time);

        await Folder.TakenAsync("a.txt", "bbbb");
    }

    [Fact]
    public async Task Removed_and_renamed_files_are_gone_under_their_old_name()
    {
        await Folder.StartAsync();
        var a = Folder.Write("a.txt", Text);
        var b = Folder.Write("b.txt", Text);
        await Folder.TakenAsync("a.txt", Text);
        await Folder.TakenAsync("b.txt", Text);

        File.Delete(a);
        File.Move(b, Path.Combine(Folder.Root, "c.txt"));

        await Folder.RemovedAsync("a.txt");
        await Folder.RemovedAsync("b.txt");
        await Folder.TakenAsync("c.txt", Text);
    }

    [Fact]
    public async Task A_link_out_of_the_folder_is_rejected_and_one_inside_is_no_second_file()
    {
        Folder.WriteOutside("secret.txt", "secret");
        await Folder.StartAsync();
        Folder.Write("a.txt", Text);
        File.CreateSymbolicLink(Path.Combine(Folder.Root, "out.txt"), Path.Combine(Folder.Outside, "secret.txt"));
        File.CreateSymbolicLink(Path.Combine(Folder.Root, "nowhere.txt"), "/does/not/exist");
        File.CreateSymbolicLink(Path.Combine(Folder.Root, "in.txt"), "a.txt");
        Directory.CreateSymbolicLink(Path.Combine(Folder.Root, "outside"), Folder.Outside);

        var rejected = await Folder.FileAsync("out.txt", file => file.State == FileStates.Rejected);
        Assert.Equal(RejectionReasons.SymbolicLink, rejected.Reason);
        Assert.Equal(RejectionReasons.SymbolicLink, (await Folder.FileAsync("nowhere.txt", file => file.State == FileStates.Rejected)).Reason);
        await Folder.FileAsync("outside", file => file.State == FileStates.Rejected);
        await Folder.PassAsync();
        Assert.Null(await Folder.FindAsync("in.txt"));
        Assert.Null(await Folder.FindAsync("outside/secret.txt"));
    }

    [Fact]
    public async Task A_pipe_is_rejected_and_holds_up_nobody()
    {
        await Folder.StartAsync();

        await ShellAsync("mkfifo pipe.txt");

        Assert.Equal(RejectionReasons.NotAFile, (await Folder.FileAsync("pipe.txt", file => file.State == FileStates.Rejected)).Reason);
        await Folder.PassAsync();
    }

    [Fact]
    public async Task A_folder_that_vanishes_is_a_problem_and_not_a_removal_of_everything()
    {
        Folder.Write("a.txt", Text);
        await Folder.StartAsync();
        await Folder.TakenAsync("a.txt", Text);

        Directory.Move(Folder.Root, Folder.Root + ".away");
        await WatchedFolder.UntilAsync(() => Task.FromResult(Folder.Problem is not null), "the problem to be seen");
        Directory.CreateDirectory(Folder.Root);
        await Task.Delay(1500, Stop);
        Assert.NotNull(Folder.Problem);
        Assert.NotEqual(FileStates.Removed, (await Folder.FindAsync("a.txt"))!.State);

        Directory.Delete(Folder.Root);
        Directory.Move(Folder.Root + ".away", Folder.Root);
        await WatchedFolder.UntilAsync(() => Task.FromResult(Folder.Problem is null), "the problem to go away");
        await Folder.PassAsync();
        Assert.Equal(1, (await Folder.FindAsync("a.txt"))!.Revision);
    }

    [Fact]
    public async Task A_folder_that_was_emptied_is_empty()
    {
        var path = Folder.Write("a.txt", Text);
        await Folder.StartAsync();
        await Folder.TakenAsync("a.txt", Text);

        File.Delete(path);

        await Folder.RemovedAsync("a.txt");
        Assert.Null(Folder.Problem);
    }

    public async ValueTask DisposeAsync()
    {
        await Folder.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private async Task ShellAsync(string command)
    {
        using var shell = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", command]) { WorkingDirectory = Folder.Root })!;
        await shell.WaitForExitAsync(Stop);
        Assert.Equal(0, shell.ExitCode);
    }
}
