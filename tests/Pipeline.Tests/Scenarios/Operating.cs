using Ingest.Contracts;
using Ingest.Pipeline.Tests.Infrastructure;
using Ingest.Queries;
using Xunit;

namespace Ingest.Pipeline.Tests.Scenarios;

/// <summary>What an operator can set, and sees.</summary>
public sealed class Operating : IDisposable
{
    private readonly Workspace _workspace = new();
    private readonly NewsWriter _news = new(11);

    [Fact]
    public async Task Nothing_is_published_while_the_disk_has_less_free_space_than_wanted_and_the_ledger_says_why()
    {
        _workspace.Drop("a.txt", _news.Story());
        await using (var pipeline = await StartAsync(("Ingest:Watcher:MinFreeDisk", "0.9")))
        {
            var paused = await PausedAsync(pipeline);

            Assert.Contains("MinFreeDisk", paused, StringComparison.Ordinal);
            var file = await pipeline.FileAsync("a.txt", FileStates.InFlight);
            Assert.Null(file.PublishedAt);
        }

        await using var again = await StartAsync();
        await again.FileAsync("a.txt", FileStates.Indexed);
        Assert.Null((await again.Files.SummariseAsync(new SummaryRequest(), CancellationToken.None)).Paused);
    }

    [Fact]
    public async Task With_one_place_in_flight_everything_still_gets_through()
    {
        var written = _news.Write(_workspace.Folder, 40);
        await using var pipeline = await StartAsync(("Ingest:Watcher:MaxInFlight", "1"));

        LedgerSummary summary;
        do
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
            summary = await pipeline.Files.SummariseAsync(new SummaryRequest(), CancellationToken.None);
        }
        while (summary.States.Values.Sum() < written || summary.States[FileStates.InFlight] > 0);

        Assert.Equal(0, summary.States[FileStates.Failed]);
    }

    [Fact]
    public async Task Indexed_files_move_to_the_done_folder_and_rejected_ones_to_the_error_folder_with_their_reason()
    {
        var (done, errors) = (_workspace.OtherData("done"), _workspace.OtherData("errors"));
        await using var pipeline = await StartAsync(
            ("Ingest:Watcher:OnIndexed", "move"), ("Ingest:Watcher:DoneFolder", done),
            ("Ingest:Watcher:OnRejected", "move"), ("Ingest:Watcher:ErrorFolder", errors));
        var story = _news.Story();
        _workspace.Drop("sub/good.txt", story);
        _workspace.Drop("sub/empty.txt", "");

        await UntilAsync(() => File.Exists(Path.Combine(done, "sub", "good.txt")) && File.Exists(Path.Combine(errors, "sub", "empty.txt.reason.txt")));

        Assert.Equal(story, await File.ReadAllTextAsync(Path.Combine(done, "sub", "good.txt"), TestContext.Current.CancellationToken));
        Assert.StartsWith(RejectionReasons.Empty, await File.ReadAllTextAsync(Path.Combine(errors, "sub", "empty.txt.reason.txt"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(_workspace.Folder, "*", SearchOption.AllDirectories));
        // Moving it was not removing it: the article stays.
        await Task.Delay(500, TestContext.Current.CancellationToken);
        await pipeline.FileAsync("sub/good.txt", FileStates.Indexed);
        await pipeline.FileAsync("sub/empty.txt", FileStates.Rejected);
        await pipeline.FindAsync("", 1, duplicates: "show");
    }

    [Fact]
    public async Task Indexed_files_are_deleted_where_that_is_wanted()
    {
        await using var pipeline = await StartAsync(("Ingest:Watcher:OnIndexed", "delete"));
        var path = _workspace.Drop("a.txt", _news.Story());

        await UntilAsync(() => !File.Exists(path));

        await pipeline.FileAsync("a.txt", FileStates.Indexed);
    }

    public void Dispose() => _workspace.Dispose();

    private static async Task<string> PausedAsync(RunningPipeline pipeline)
    {
        while (true)
        {
            if ((await pipeline.Files.SummariseAsync(new SummaryRequest(), CancellationToken.None)).Paused is { } paused)
            {
                return paused;
            }

            await Task.Delay(25, TestContext.Current.CancellationToken);
        }
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        for (var i = 0; i < 1200 && !condition(); i++)
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        Assert.True(condition());
    }

    private async Task<RunningPipeline> StartAsync(params (string Key, string Value)[] settings) =>
        await RunningPipeline.StartAsync(
            _workspace, broker: null, [.. settings.Select(setting => new KeyValuePair<string, string?>(setting.Key, setting.Value))]);
}
