using Ingest.Contracts;
using Ingest.Pipeline.Tests.Infrastructure;
using Ingest.Queries;
using Xunit;

namespace Ingest.Pipeline.Tests.Scenarios;

/// <summary>What a user may rely on, whatever the transport and the store. Each subclass is one combination.</summary>
public abstract class Pipeline_scenarios : IDisposable
{
    private const string Harbour =
        """
         date 2025-03-04 Harbour reopens after the storm

        By Ada Quill, Reuters

        The harbour of Lindholm reopened on Tuesday after a storm had closed it for nine days, the port authority said.

        Forty-one ships were waiting outside the breakwater, and clearing the queue will take until Friday, it added.
        """;

    private readonly Workspace _workspace = new();

    protected abstract Task<string?> BrokerAsync();

    [Fact]
    public async Task A_dropped_file_is_found_by_search_with_its_fields()
    {
        await using var pipeline = await StartAsync();
        _workspace.Drop("harbour.txt", Harbour);

        var hit = Assert.Single((await pipeline.FindAsync("lindholm", 1)).Hits);

        Assert.Equal("Harbour reopens after the storm", hit.Title);
        Assert.Equal("2025-03-04", hit.PublishedAt);
        Assert.Equal("Ada Quill", hit.Authors[0]);
        Assert.Equal("harbour.txt", hit.Path);
        var file = await pipeline.FileAsync("harbour.txt", FileStates.Indexed);
        Assert.Equal(1, file.ArticleCount);
        Assert.NotNull(file.TraceId);
    }

    [Fact]
    public async Task Copies_are_folded_under_one_article()
    {
        await using var pipeline = await StartAsync();
        _workspace.Drop("a.txt", Harbour);
        _workspace.Drop("b/copy.txt", Harbour);

        await pipeline.FindAsync("lindholm", 2, duplicates: "show");
        var hit = Assert.Single((await pipeline.FindAsync("lindholm", 1)).Hits);

        var cluster = await pipeline.Clusters.ClusterAsync(new ClusterKey(hit.ClusterId), CancellationToken.None);
        Assert.Equal([Relations.Canonical, Relations.Exact], cluster!.Members.Select(member => member.Relation).Order());
    }

    [Fact]
    public async Task An_edited_file_replaces_its_article_and_a_removed_one_withdraws_it()
    {
        await using var pipeline = await StartAsync();
        _workspace.Drop("a.txt", Harbour);
        await pipeline.FindAsync("lindholm", 1);
        _workspace.Drop("a.txt", Harbour.Replace("Lindholm", "Vesterby", StringComparison.Ordinal));

        await pipeline.FindAsync("vesterby", 1);
        await pipeline.FindAsync("lindholm", 0);
        Assert.Equal(2, (await pipeline.FileAsync("a.txt", FileStates.Indexed)).Revision);

        File.Delete(Path.Combine(_workspace.Folder, "a.txt"));
        await pipeline.FindAsync("vesterby", 0);
        await pipeline.FileAsync("a.txt", FileStates.Removed);
    }

    [Fact]
    public async Task When_the_canonical_copy_is_removed_another_takes_its_place()
    {
        await using var pipeline = await StartAsync();
        _workspace.Drop("a.txt", Harbour);
        _workspace.Drop("b.txt", Harbour);
        await pipeline.FindAsync("lindholm", 2, duplicates: "show");
        var canonical = Assert.Single((await pipeline.FindAsync("lindholm", 1)).Hits).Path;

        File.Delete(Path.Combine(_workspace.Folder, canonical));

        await pipeline.FileAsync(canonical, FileStates.Removed);
        var hit = Assert.Single((await pipeline.FindAsync("lindholm", 1)).Hits);
        Assert.NotEqual(canonical, hit.Path);
    }

    [Fact]
    public async Task A_file_with_several_articles_gives_each_of_them()
    {
        await using var pipeline = await StartAsync();
        _workspace.Drop("many.txt", Harbour + "\n\n" + Harbour
            .Replace("2025-03-04 Harbour reopens after the storm", "2025-03-05 Ferry line to Lindholm to be doubled", StringComparison.Ordinal)
            .Replace("reopened on Tuesday after a storm had closed it for nine days", "will see twice as many ferries from the summer on", StringComparison.Ordinal)
            .Replace("Forty-one ships were waiting outside the breakwater", "Two more vessels have been chartered from a yard in Gdansk", StringComparison.Ordinal));

        await pipeline.FindAsync("lindholm", 2, duplicates: "show");
        Assert.Equal(2, (await pipeline.FileAsync("many.txt", FileStates.Indexed)).ArticleCount);
    }

    [Theory]
    [InlineData("empty.txt", "", RejectionReasons.Empty)]
    [InlineData("blank.txt", " \n\t\n", RejectionReasons.Empty)]
    [InlineData("noise.bin", "\u0000\u0001\u0002\u0000\u0003\u0000\u0000\u0004\u0005", RejectionReasons.Binary)]
    [InlineData("rule.txt", "----------\n==========\n", RejectionReasons.NoArticle)]
    public async Task A_file_that_cannot_work_is_rejected_with_its_reason_and_its_neighbour_is_not_disturbed(string name, string content, string reason)
    {
        await using var pipeline = await StartAsync();
        _workspace.Drop(name, content);
        _workspace.Drop("good.txt", Harbour);

        var rejected = await pipeline.FileAsync(name, FileStates.Rejected);

        Assert.Equal(reason, rejected.Reason);
        Assert.False(string.IsNullOrWhiteSpace(rejected.Detail));
        await pipeline.FileAsync("good.txt", FileStates.Indexed);
    }

    [Fact]
    public async Task A_rejected_file_that_is_mended_is_indexed()
    {
        await using var pipeline = await StartAsync();
        _workspace.Drop("a.txt", "");
        await pipeline.FileAsync("a.txt", FileStates.Rejected);

        _workspace.Drop("a.txt", Harbour);

        await pipeline.FileAsync("a.txt", FileStates.Indexed);
        await pipeline.FindAsync("lindholm", 1);
    }

    [Fact]
    public async Task A_retried_file_goes_through_all_stages_again_and_changes_nothing()
    {
        await using var pipeline = await StartAsync();
        _workspace.Drop("a.txt", Harbour);
        await pipeline.FindAsync("lindholm", 1);
        var before = await pipeline.FileAsync("a.txt", FileStates.Indexed);

        await pipeline.Files.RetryAsync(new RetryRequest { State = FileStates.Indexed }, CancellationToken.None);
        var after = await pipeline.FileAsync("a.txt", FileStates.Indexed);
        while (after.Attempts == before.Attempts || after.State != FileStates.Indexed)
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
            after = await pipeline.FileAsync("a.txt", FileStates.Indexed);
        }

        Assert.Equal(before.Revision, after.Revision);
        Assert.Equal(before.TraceId, after.TraceId);
        await pipeline.FindAsync("lindholm", 1, duplicates: "show");
    }

    [Fact]
    public async Task What_was_dropped_while_it_was_stopped_is_taken_at_the_next_start()
    {
        await using (var first = await StartAsync())
        {
            _workspace.Drop("a.txt", Harbour);
            await first.FindAsync("lindholm", 1);
        }

        File.Delete(Path.Combine(_workspace.Folder, "a.txt"));
        _workspace.Drop("b.txt", Harbour.Replace("Lindholm", "Vesterby", StringComparison.Ordinal));

        await using var second = await StartAsync();
        await second.FindAsync("vesterby", 1);
        await second.FindAsync("lindholm", 0);
        await second.FileAsync("a.txt", FileStates.Removed);
    }

    [Fact]
    public async Task The_counts_add_up_over_a_mixed_folder()
    {
        var written = new NewsWriter(7).Write(_workspace.Folder, 200);
        await using var pipeline = await StartAsync();
        await pipeline.FileAsync(Path.Combine("03", "00199.txt"), (await Settled(pipeline, written)).State);

        var summary = await pipeline.Files.SummariseAsync(new SummaryRequest(), CancellationToken.None);

        Assert.Equal(written, summary.States.Values.Sum());
        Assert.Equal(0, summary.States[FileStates.InFlight]);
        Assert.Equal(0, summary.States[FileStates.Failed]);
        Assert.Equal(summary.States[FileStates.Rejected], summary.Reasons.Sum(reason => reason.Count));
        await pipeline.FindAsync("", (int)summary.Articles, duplicates: "show");
    }

    [Fact]
    public async Task A_file_of_a_million_characters_is_found_by_its_last_words()
    {
        await using var pipeline = await StartAsync();
        _workspace.Drop("long.txt", Harbour + string.Concat(Enumerable.Range(0, 10_000).Select(line =>
            $"\n\nShip number {line} left the harbour at dawn, with a cargo of timber and wool.")) + "\n\nThe lighthouse was called Skerryvard.\n");

        Assert.Equal("Harbour reopens after the storm", Assert.Single((await pipeline.FindAsync("skerryvard", 1)).Hits).Title);
        Assert.Equal(1, (await pipeline.FileAsync("long.txt", FileStates.Indexed)).ArticleCount);
    }

    [Fact]
    public async Task An_archive_is_taken_portion_by_portion_and_withdrawn_at_once()
    {
        await using var pipeline = await StartAsync(new KeyValuePair<string, string?>("Ingest:Parser:PortionArticles", "10"));
        var archive = _workspace.DropZip("ships.zip", Enumerable.Range(1, 35).Select(number =>
            ($"{number:00}.txt", $"date 2025-03-04 Ship number {number} arrives\n\nThe {number}th ship of the year came into the harbour of Lindholm with {number * 13} crates of oranges.\n")));

        await pipeline.FindAsync("oranges", 35, duplicates: "show");
        Assert.Equal(35, (await pipeline.FileAsync("ships.zip", FileStates.Indexed)).ArticleCount);

        File.Delete(archive);
        await pipeline.FindAsync("oranges", 0, duplicates: "show");
        await pipeline.FileAsync("ships.zip", FileStates.Removed);
    }

    public void Dispose()
    {
        _workspace.Dispose();
        GC.SuppressFinalize(this);
    }

    private static async Task<FileEntry> Settled(RunningPipeline pipeline, int files)
    {
        while (true)
        {
            var summary = await pipeline.Files.SummariseAsync(new SummaryRequest(), CancellationToken.None);
            if (summary.States.Values.Sum() == files && summary.States[FileStates.InFlight] == 0)
            {
                return (await pipeline.Files.GetAsync(new FileKey(Path.Combine("03", "00199.txt")), CancellationToken.None))!;
            }

            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    private async Task<RunningPipeline> StartAsync(params KeyValuePair<string, string?>[] settings) =>
        await RunningPipeline.StartAsync(_workspace, await BrokerAsync(), settings);
}
