using Ingest.Indexer.Documents;
using Ingest.Indexer.Search;
using Ingest.Queries;
using Lucene.Net.Index;
using Microsoft.Extensions.DependencyInjection;

namespace Ingest.Indexer.Tests.Search;

public sealed class A_broken_or_old_index : IAsyncLifetime
{
    private readonly Archive _archive = new();

    public async ValueTask InitializeAsync()
    {
        for (var i = 0; i < 5; i++)
        {
            await _archive.AddAsync([.. Enumerable.Range(0, 40).Select(j => News.Article($"a{i}-{j}", $"Flood number {i} {j}"))]);
            await FindsAsync(40 * (i + 1));
        }
    }

    public ValueTask DisposeAsync() => _archive.DisposeAsync();

    [Fact]
    public async Task Is_made_anew_when_it_is_gone()
    {
        Directory.Delete(_archive.Folder.Index, recursive: true);
        await FindsAsync(200);
    }

    [Fact(Timeout = 60_000)]
    public async Task Is_made_anew_by_a_running_indexer_whichever_file_is_damaged()
    {
        foreach (var name in Directory.GetFiles(_archive.Folder.Index).Select(Path.GetFileName))
        {
            var file = Path.Combine(_archive.Folder.Index, name!);
            if (!File.Exists(file))
            {
                continue;
            }

            Damage(file);
            await using var running = await _archive.RunAsync();
            // Until the files are checked, search answers from them as well as it can.
            while ((await SearchAsync(running)).Total != 200)
            {
                await Task.Delay(20, TestContext.Current.CancellationToken);
            }
        }
    }

    [Fact]
    public async Task Is_made_anew_when_all_its_files_are_cut_short()
    {
        foreach (var file in Directory.GetFiles(_archive.Folder.Index))
        {
            await File.WriteAllBytesAsync(file, [], TestContext.Current.CancellationToken);
        }

        await FindsAsync(200);
    }

    [Fact]
    public async Task Goes_on_from_its_commit_when_that_is_behind_the_documents()
    {
        await _archive.AddAsync(News.Article("late", "A late flood"));
        Assert.Equal(200, Committed().Sequence);
        await FindsAsync(201);
        Assert.Equal(201, Committed().Sequence);
    }

    [Fact]
    public async Task Of_another_format_is_made_anew()
    {
        await RewriteAsync(position => position with { Format = IndexFolder.Format - 1 });
        await FindsAsync(200);
        Assert.Equal(IndexFolder.Format, Committed().Format);
    }

    [Fact]
    public async Task Of_another_store_is_made_anew()
    {
        await RewriteAsync(position => position with { Store = "another" });
        await FindsAsync(200);
        await RewriteAsync(position => position with { Sequence = 5000 });
        await FindsAsync(200);
    }

    private IndexPosition Committed() => new IndexFolder(_archive.Folder.Index).Committed()!;

    private async Task FindsAsync(int expected) => Assert.Equal(expected, (await _archive.SearchAsync("flood")).Total);

    private static Task<SearchResponse> SearchAsync(RunningIndexer running) =>
        running.Queries.SearchAsync(new SearchRequest { Query = "flood" }, TestContext.Current.CancellationToken);

    private static void Damage(string file)
    {
        var bytes = File.ReadAllBytes(file);
        for (var i = bytes.Length / 3; i < bytes.Length / 3 * 2; i++)
        {
            bytes[i] ^= 0x5A;
        }

        File.WriteAllBytes(file, bytes);
    }

    /// <summary>Leaves an empty index that says of itself what a test wants.</summary>
    private Task RewriteAsync(Func<IndexPosition, IndexPosition> change)
    {
        var folder = new IndexFolder(_archive.Folder.Index);
        var position = change(folder.Committed()!);
        using var directory = folder.Open();
        using var writer = IndexWriterFactory.Create(directory);
        writer.DeleteAll();
        writer.SetCommitData(position.ToCommitData());
        writer.Commit();
        return Task.CompletedTask;
    }
}
