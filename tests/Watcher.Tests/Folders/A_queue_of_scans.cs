using Ingest.Watcher.Folders.Following;

namespace Ingest.Watcher.Tests.Folders;

public sealed class A_queue_of_scans : IDisposable
{
    private readonly ScanQueue _queue = new();

    private static CancellationToken Ending => TestContext.Current.CancellationToken;

    public void Dispose() => _queue.Dispose();

    [Fact]
    public async Task Gives_each_folder_once_and_none_below_another()
    {
        foreach (var folder in (string[])["a/b", "a", "a/c", "ab", "a"])
        {
            _queue.Request(folder);
        }

        Assert.Equal(["a/b", "a", "ab"], [await _queue.NextAsync(Ending), await _queue.NextAsync(Ending), await _queue.NextAsync(Ending)]);
        _queue.Request("a/c");
        Assert.Equal("a/c", await _queue.NextAsync(Ending));
    }

    [Fact]
    public async Task Gives_only_the_whole_when_that_is_asked_for()
    {
        _queue.Request("a");
        _queue.Request("");
        _queue.Request("b");
        Assert.Equal("", await _queue.NextAsync(Ending));
        using var soon = CancellationTokenSource.CreateLinkedTokenSource(Ending);
        soon.CancelAfter(TimeSpan.FromMilliseconds(50));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _queue.NextAsync(soon.Token));
    }
}
