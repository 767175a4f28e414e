namespace Ingest.Storage.Tests;

public sealed class Giving_up_on_a_commit
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Hands_nothing_over_when_the_token_has_fired_before()
    {
        var recorder = new Recorder();
        recorder.Release();
        await using (var commits = new GroupCommit<int, string>(recorder.CommitAsync))
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => commits.CommitAsync(1, new CancellationToken(canceled: true)));
        }

        Assert.Empty(recorder.Attempts);
    }

    [Fact]
    public async Task Ends_the_wait_of_that_caller_only_and_commits_its_item_with_the_others()
    {
        using var impatient = new CancellationTokenSource();
        var recorder = new Recorder();
        await using var commits = new GroupCommit<int, string>(recorder.CommitAsync);
        var first = commits.CommitAsync(0, Cancellation);
        await recorder.Begun;
        var abandoned = commits.CommitAsync(1, impatient.Token);
        var patient = commits.CommitAsync(2, Cancellation);

        await impatient.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => abandoned);
        recorder.Release();
        Assert.Equal("result of 0", await first);
        Assert.Equal("result of 2", await patient);
        Assert.Equal([[0], [1, 2]], recorder.Attempts);
    }

    [Fact]
    public async Task Disposing_commits_what_was_handed_over()
    {
        var recorder = new Recorder();
        var commits = new GroupCommit<int, string>(recorder.CommitAsync, limit: 4);
        var handedOver = Enumerable.Range(0, 10).Select(item => commits.CommitAsync(item, Cancellation)).ToList();
        await recorder.Begun;

        var disposing = commits.DisposeAsync();
        recorder.Release();
        await disposing;

        Assert.Equal(Enumerable.Range(0, 10), recorder.Attempts.SelectMany(batch => batch));
        Assert.Equal(Enumerable.Range(0, 10).Select(item => $"result of {item}"), await Task.WhenAll(handedOver));
    }

    [Fact]
    public async Task Refuses_items_after_it_was_disposed_and_says_why()
    {
        var recorder = new Recorder();
        var commits = new GroupCommit<int, string>(recorder.CommitAsync);
        await commits.DisposeAsync();

        var error = await Assert.ThrowsAsync<ObjectDisposedException>(() => commits.CommitAsync(1, Cancellation));

        Assert.Contains("stopping", error.Message, StringComparison.Ordinal);
        await commits.DisposeAsync();
    }
}
