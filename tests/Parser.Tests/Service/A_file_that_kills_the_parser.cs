using Ingest.Contracts;
using Ingest.Parser.Quarantine;
using Ingest.Storage;

namespace Ingest.Parser.Tests.Service;

public sealed class A_file_that_kills_the_parser : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly TemporaryFolder _data = new();

    public void Dispose()
    {
        _folder.Dispose();
        _data.Dispose();
    }

    [Fact]
    public async Task Is_tried_again_until_it_has_done_so_too_often_then_set_aside()
    {
        var file = _folder.Drop("story.txt", Stories.Bridge);
        for (var death = 1; death <= 3; death++)
        {
            LeaveJournal(file);
            await using var restarted = await ParserHost.StartAsync(_data.FullPath);
            Assert.Empty(Directory.EnumerateFiles(JournalFile.Folder(_data.FullPath), "dead-*"));
        }

        await using var host = await ParserHost.StartAsync(_data.FullPath);
        var failed = Assert.IsType<FileFailed>(Assert.Single(await host.TellAsync(file with { Attempt = 4 })));

        Assert.Equal((file.FileId, 1, RejectionReasons.Quarantined), (failed.FileId, failed.Revision, failed.Reason));
        Assert.Contains("died 3 times", failed.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gets_new_tries_after_it_was_set_aside()
    {
        var file = _folder.Drop("story.txt", Stories.Bridge);
        LeaveJournal(file);
        await using var host = await ParserHost.StartAsync(_data.FullPath, ("MaxDeaths", "1"));

        Assert.IsType<FileFailed>(Assert.Single(await host.TellAsync(file)));
        Assert.Contains(await host.TellAsync(file with { Attempt = 2 }), message => message is FileParsed);
    }

    [Fact]
    public async Task Is_forgiven_when_it_is_parsed_or_has_new_content()
    {
        var file = _folder.Drop("story.txt", Stories.Bridge);
        LeaveJournal(file);
        await using (var host = await ParserHost.StartAsync(_data.FullPath, ("MaxDeaths", "2")))
        {
            Assert.Contains(await host.TellAsync(file), message => message is FileParsed);
        }

        LeaveJournal(_folder.Drop("story.txt", Stories.Ferry, revision: 2));
        LeaveJournal(file with { Revision = 2 });
        await using var next = await ParserHost.StartAsync(_data.FullPath, ("MaxDeaths", "2"));
        Assert.Contains(await next.TellAsync(_folder.Drop("story.txt", Stories.Bridge + Stories.Ferry, revision: 3)), message => message is FileParsed);
    }

    [Fact]
    public async Task Is_noticed_by_a_sibling_when_it_comes_again()
    {
        var file = _folder.Drop("story.txt", Stories.Bridge);
        await using var host = await ParserHost.StartAsync(_data.FullPath, ("MaxDeaths", "1"));
        LeaveJournal(file);
        await Task.Delay(TimeSpan.FromSeconds(1.1), TestContext.Current.CancellationToken);

        Assert.IsType<FileFailed>(Assert.Single(await host.TellAsync(file with { Attempt = 2 })));
    }

    [Fact]
    public async Task Is_not_blamed_while_the_process_that_parses_it_lives()
    {
        var file = _folder.Drop("story.txt", Stories.Bridge);
        await using var host = await ParserHost.StartAsync(_data.FullPath, ("MaxDeaths", "1"));
        using var sibling = new Journal(_data.FullPath, slots: 3);
        sibling.Enter(1, file.FileId, file.Revision);

        await host.DeadJournals.CountAsync(TestContext.Current.CancellationToken);

        Assert.Contains(await host.TellAsync(file), message => message is FileParsed);
    }

    [Fact]
    public void Stands_in_the_journal_exactly_while_it_is_parsed()
    {
        using (var journal = new Journal(_data.FullPath, slots: 3))
        {
            journal.Enter(0, FileId("a"), 1);
            journal.Enter(2, FileId("b"), long.MaxValue);
            Assert.Equal([(FileId("a"), 1), (FileId("b"), long.MaxValue)], Standing());

            journal.Leave(0);
            Assert.Equal([(FileId("b"), long.MaxValue)], Standing());
        }

        Assert.Empty(Directory.EnumerateFiles(JournalFile.Folder(_data.FullPath)));
    }

    [Fact]
    public async Task Is_found_whatever_else_a_damaged_journal_holds()
    {
        var file = _folder.Drop("story.txt", Stories.Bridge);
        LeaveJournal(file);
        var path = Directory.EnumerateFiles(JournalFile.Folder(_data.FullPath), "*" + JournalFile.Extension).Single();
        await File.WriteAllBytesAsync(
            path, [0, 0, 0, 10, 255, 32, 49, 120, 10, .. await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken), 32, 10, 65], TestContext.Current.CancellationToken);

        await using var host = await ParserHost.StartAsync(_data.FullPath, ("MaxDeaths", "1"));
        Assert.IsType<FileFailed>(Assert.Single(await host.TellAsync(file)));
    }

    /// <summary>What a killed process leaves: its journal, and a lock file that nobody holds.</summary>
    private void LeaveJournal(FileDiscovered file)
    {
        var name = Path.Combine(JournalFile.Folder(_data.FullPath), $"dead-{Guid.NewGuid():N}");
        InterprocessLock.TryAcquire(name + JournalFile.LockExtension)!.Dispose();
        File.WriteAllBytes(name + JournalFile.Extension, [.. JournalFile.Blank, .. JournalFile.Entry(file.FileId, file.Revision)]);
    }

    private List<(string, long)> Standing() =>
        [.. JournalFile.Read(Directory.EnumerateFiles(JournalFile.Folder(_data.FullPath), "*" + JournalFile.Extension).Single())];

    private static string FileId(string path) => Identifiers.File("in", path);
}
