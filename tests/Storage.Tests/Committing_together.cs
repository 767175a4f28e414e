using Microsoft.Data.Sqlite;

namespace Ingest.Storage.Tests;

public sealed class Committing_together
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Gives_every_caller_the_result_of_its_own_item()
    {
        var recorder = new Recorder();
        recorder.Release();
        await using var commits = new GroupCommit<int, string>(recorder.CommitAsync);

        var results = await Task.WhenAll(Enumerable.Range(0, 1000).Select(item => commits.CommitAsync(item, Cancellation)));

        Assert.Equal(Enumerable.Range(0, 1000).Select(item => $"result of {item}"), results);
        Assert.Equal(Enumerable.Range(0, 1000), recorder.Attempts.SelectMany(batch => batch).Order());
    }

    [Fact]
    public async Task Takes_what_arrived_during_a_commit_as_one_batch_in_the_order_of_the_calls()
    {
        var recorder = new Recorder();
        await using var commits = new GroupCommit<int, string>(recorder.CommitAsync);
        var first = commits.CommitAsync(0, Cancellation);
        await recorder.Begun;

        var others = Enumerable.Range(1, 20).Select(item => commits.CommitAsync(item, Cancellation)).ToList();
        recorder.Release();
        await Task.WhenAll([first, .. others]);

        Assert.Equal([[0], [.. Enumerable.Range(1, 20)]], recorder.Attempts);
    }

    [Fact]
    public async Task Never_makes_a_batch_larger_than_the_limit()
    {
        var recorder = new Recorder();
        await using var commits = new GroupCommit<int, string>(recorder.CommitAsync, limit: 8);
        var first = commits.CommitAsync(0, Cancellation);
        await recorder.Begun;

        var others = Enumerable.Range(1, 20).Select(item => commits.CommitAsync(item, Cancellation)).ToList();
        recorder.Release();
        await Task.WhenAll([first, .. others]);

        Assert.Equal([1, 8, 8, 4], recorder.Attempts.Select(batch => batch.Length));
    }

    [Fact]
    public async Task Fails_only_the_item_that_cannot_be_committed()
    {
        var recorder = new Recorder { Fails = items => items.Contains(13) ? new InvalidOperationException("13 cannot be stored") : null };
        await using var commits = new GroupCommit<int, string>(recorder.CommitAsync);
        var first = commits.CommitAsync(0, Cancellation);
        await recorder.Begun;

        var others = Enumerable.Range(10, 6).ToDictionary(item => item, item => commits.CommitAsync(item, Cancellation));
        recorder.Release();

        Assert.Equal("result of 0", await first);
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => others[13]);
        Assert.Equal("13 cannot be stored", error.Message);
        foreach (var (item, commit) in others.Where(other => other.Key != 13))
        {
            Assert.Equal($"result of {item}", await commit);
        }

        Assert.Equal([[0], [10, 11, 12, 13, 14, 15], [10], [11], [12], [13], [14], [15]], recorder.Attempts);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(13)]
    public async Task Tells_all_callers_at_once_when_the_store_itself_is_in_trouble(int code)
    {
        var recorder = new Recorder { Fails = items => items.Contains(0) ? null : new SqliteException("the store", code) };
        await using var commits = new GroupCommit<int, string>(recorder.CommitAsync);
        var first = commits.CommitAsync(0, Cancellation);
        await recorder.Begun;

        var others = Enumerable.Range(1, 5).Select(item => commits.CommitAsync(item, Cancellation)).ToList();
        recorder.Release();

        await first;
        foreach (var other in others)
        {
            await Assert.ThrowsAsync<SqliteException>(() => other);
        }

        Assert.Equal(2, recorder.Attempts.Count);
    }

    [Fact]
    public async Task Goes_on_after_a_failure()
    {
        var recorder = new Recorder { Fails = items => items.Contains(1) ? new InvalidOperationException("no") : null };
        recorder.Release();
        await using var commits = new GroupCommit<int, string>(recorder.CommitAsync);

        await Assert.ThrowsAsync<InvalidOperationException>(() => commits.CommitAsync(1, Cancellation));

        Assert.Equal("result of 2", await commits.CommitAsync(2, Cancellation));
    }

    [Fact]
    public async Task Reports_a_commit_that_returns_too_few_results()
    {
        await using var commits = new GroupCommit<int, string>((_, _) => Task.FromResult<IReadOnlyList<string>>([]));

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => commits.CommitAsync(1, Cancellation));

        Assert.Contains("one for each", error.Message, StringComparison.Ordinal);
    }
}
