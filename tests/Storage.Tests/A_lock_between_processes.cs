using System.Diagnostics;

namespace Ingest.Storage.Tests;

public sealed class A_lock_between_processes : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Is_held_once_and_free_again_after_dispose()
    {
        var path = _folder["new folder/one.lock"];
        using (var first = InterprocessLock.TryAcquire(path))
        {
            Assert.NotNull(first);
            Assert.Null(InterprocessLock.TryAcquire(path));
        }

        using var second = InterprocessLock.TryAcquire(path);
        Assert.NotNull(second);
    }

    [Fact]
    public async Task Is_seen_by_another_process()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "flock(1) is Linux's.");
        var path = _folder["one.lock"];
        using (InterprocessLock.TryAcquire(path))
        {
            Assert.Equal(1, await FlockAsync(path));
        }

        Assert.Equal(0, await FlockAsync(path));
    }

    [Fact]
    public void Waiting_ends_with_a_sentence_for_the_operator()
    {
        var path = _folder["one.lock"];
        using var held = InterprocessLock.TryAcquire(path);

        var error = Assert.Throws<StoreException>(() => InterprocessLock.Acquire(path, TimeSpan.FromMilliseconds(100)));

        Assert.Contains("Another process has held", error.Message, StringComparison.Ordinal);
        Assert.Contains(path, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_place_that_cannot_be_written_is_not_taken_for_a_lock_that_is_held()
    {
        File.WriteAllText(_folder["a file"], "");

        var error = Assert.Throws<StoreException>(() => InterprocessLock.TryAcquire(_folder["a file/one.lock"]));

        Assert.Contains("writable", error.Message, StringComparison.Ordinal);
    }

    /// <summary>0 when another process could take the lock, 1 when it could not.</summary>
    private static async Task<int> FlockAsync(string path)
    {
        using var process = Process.Start("flock", ["--nonblock", path, "true"]);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return process.ExitCode;
    }
}
