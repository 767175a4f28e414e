using Ingest.Indexer.Documents;
using Ingest.Indexer.Search;
using Ingest.Queries;
using Microsoft.Extensions.DependencyInjection;

namespace Ingest.Indexer.Tests.Search;

public sealed class Several_processes : IAsyncLifetime
{
    private readonly Archive _archive = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _archive.DisposeAsync();

    [Fact]
    public async Task A_folder_without_an_archive_answers_empty_and_stays_as_it_is()
    {
        var missing = Path.Combine(_archive.Folder.Path, "nothing", "here");
        await using var services = Archive.Services(missing).BuildServiceProvider();
        var queries = services.GetRequiredService<ISearchQueries>();
        Assert.Equal(0, (await queries.SearchAsync(new SearchRequest { Query = "x" }, Cancel)).Total);
        Assert.Equal(new IndexStatus(0, 0, 0), await queries.StatusAsync(new IndexStatusRequest(), Cancel));
        Assert.Null(await queries.GetAsync(new ArticleKey("x"), Cancel));
        Assert.False(Directory.Exists(missing));
    }

    [Fact]
    public async Task The_running_role_shows_what_arrives_changes_and_goes()
    {
        await using var running = await _archive.RunAsync();
        await running.Store.CommitAsync(News.Change(News.Article("a", "Flood")), Cancel);
        await running.SettleAsync();
        Assert.Equal("a", Archive.Names(await SearchAsync(running, "flood")));
        await running.Store.CommitAsync(News.Change(News.Article("a", "Drought", revision: 2)), Cancel);
        await running.SettleAsync();
        Assert.Equal("", Archive.Names(await SearchAsync(running, "flood")));
        Assert.Equal("a", Archive.Names(await SearchAsync(running, "drought")));
        await running.Store.CommitAsync(News.Retraction("a", 3), Cancel);
        await running.SettleAsync();
        Assert.Equal(0, (await SearchAsync(running, "drought")).Total);
    }

    [Fact]
    public async Task The_running_role_sees_what_other_processes_store()
    {
        await using var running = await _archive.RunAsync();
        await _archive.AddAsync(News.Article("a", "Flood"));
        await running.SettleAsync();
        Assert.Equal(1, (await SearchAsync(running, "flood")).Total);
    }

    [Fact]
    public async Task A_command_beside_a_writer_waits_for_its_commit_and_is_complete()
    {
        await using var running = await _archive.RunAsync();
        for (var i = 0; i < 3; i++)
        {
            await running.Store.CommitAsync(News.Change(News.Article($"a{i}", "Flood")), Cancel);
            Assert.Equal(i + 1, (await _archive.SearchAsync("flood")).Total);
        }
    }

    [Fact]
    public async Task A_process_that_stays_follows_the_commits_of_the_writer()
    {
        await using var portal = _archive.Command();
        var queries = portal.GetRequiredService<ISearchQueries>();
        await _archive.AddAsync(News.Article("a", "Flood"));
        Assert.Equal(1, (await queries.SearchAsync(new SearchRequest { Query = "flood" }, Cancel)).Total);
        await using var running = await _archive.RunAsync();
        await running.Store.CommitAsync(News.Change(News.Article("b", "Flood")), Cancel);
        while ((await queries.SearchAsync(new SearchRequest { Query = "flood" }, Cancel)).Total < 2)
        {
            await Task.Delay(20, Cancel);
        }

        var status = await queries.StatusAsync(new IndexStatusRequest(), Cancel);
        Assert.Equal(new IndexStatus(2, 2, 2), status);
    }

    [Fact]
    public async Task The_status_tells_how_far_commits_are_and_changes_nothing()
    {
        await _archive.AddAsync(News.Article("a", "Flood"));
        await using var command = _archive.Command();
        var queries = command.GetRequiredService<ISearchQueries>();
        Assert.Equal(new IndexStatus(1, 1, 0), await queries.StatusAsync(new IndexStatusRequest(), Cancel));
        Assert.False(Directory.Exists(_archive.Folder.Index));
    }

    [Fact]
    public async Task The_role_waits_for_its_turn_to_write_and_answers_from_commits_until_then()
    {
        await _archive.AddAsync(News.Article("a", "Flood"));
        await _archive.SearchAsync("flood");
        var held = new IndexFolder(_archive.Folder.Index).TryLock()!;
        await using var running = await _archive.RunAsync();
        await running.Store.CommitAsync(News.Change(News.Article("b", "Flood")), Cancel);
        Assert.Equal(1, (await SearchAsync(running, "flood")).Total);
        held.Dispose();
        await running.SettleAsync();
        Assert.Equal(2, (await SearchAsync(running, "flood")).Total);
    }

    [Fact]
    public async Task A_command_after_the_writer_was_stopped_or_killed_is_complete()
    {
        await using (var running = await _archive.RunAsync())
        {
            await running.Store.CommitAsync(News.Change(News.Article("a", "Flood")), Cancel);
        }

        // As after a kill: durable documents that no index has seen.
        await _archive.AddAsync(News.Article("b", "Flood"));
        Assert.Equal(2, (await _archive.SearchAsync("flood")).Total);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static Task<SearchResponse> SearchAsync(RunningIndexer running, string query) =>
        running.Queries.SearchAsync(new SearchRequest { Query = query }, Cancel);
}
