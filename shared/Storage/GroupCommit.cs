using System.Threading.Channels;

namespace Ingest.Storage;

/// <summary>
/// Collects items that arrive concurrently and commits them together: one fsync for many. Every caller gets its own item's
/// result or error. When a batch fails, its items are tried one by one, so that one bad item never fails its neighbours. When
/// it failed because of the store itself (locked, full, away), all are told at once: alone none would fare better, and 256
/// waits for a lock of 30 seconds each would stop the service for hours.
/// </summary>
/// <remarks>
/// This is how databases call it (group commit): while one batch commits, the next one collects, so it waits for nothing when
/// idle and grows by itself under load. Rejected: MassTransit's <c>Batch&lt;T&gt;</c>, see ADR 0002.
/// </remarks>
public sealed class GroupCommit<TItem, TResult> : IAsyncDisposable
{
    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(8);

    private readonly Channel<Entry> _entries;
    private readonly Func<IReadOnlyList<TItem>, CancellationToken, Task<IReadOnlyList<TResult>>> _commit;
    private readonly int _limit;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _loop;

    /// <param name="commit">Commits a batch in one transaction; returns one result an item, in order.</param>
    /// <param name="limit">Largest batch.</param>
    public GroupCommit(Func<IReadOnlyList<TItem>, CancellationToken, Task<IReadOnlyList<TResult>>> commit, int limit = 256)
    {
        _commit = commit;
        _limit = limit;
        _entries = Channel.CreateBounded<Entry>(new BoundedChannelOptions(limit * 4) { SingleReader = true });
        _loop = Task.Run(RunAsync);
    }

    /// <summary>
    /// Returns when the item is durable. Items are committed in the order of the calls. A caller whose token fires stops waiting;
    /// its item may be committed all the same, like one whose process dies before it hears of it.
    /// </summary>
    /// <exception cref="ObjectDisposedException">The service is stopping.</exception>
    public async Task<TResult> CommitAsync(TItem item, CancellationToken cancellationToken)
    {
        var entry = new Entry(item, new TaskCompletionSource<TResult>(TaskCreationOptions.RunContinuationsAsynchronously));
        try
        {
            await _entries.Writer.WriteAsync(entry, cancellationToken);
        }
        catch (ChannelClosedException)
        {
            throw new ObjectDisposedException(nameof(GroupCommit<,>), "Nothing more can be committed: the service is stopping.");
        }

        return await entry.Done.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Commits what has been handed over, then ends; after 20 seconds what is left is cancelled.</summary>
    public async ValueTask DisposeAsync()
    {
        _entries.Writer.TryComplete();
        try
        {
            await _loop.WaitAsync(TimeSpan.FromSeconds(20));
        }
        catch (TimeoutException)
        {
            await _stop.CancelAsync();
        }

        _stop.Dispose();
    }

    private async Task RunAsync()
    {
        var batch = new List<Entry>(_limit);
        while (await _entries.Reader.WaitToReadAsync())
        {
            // Where the last batch was no single item there is a stream of them: the callers that were just answered will be back
            // in a moment, and one commit for all costs a fraction of one for each few.
            if (batch.Count > 1 && _entries.Reader.Count < _limit / 2)
            {
                await Task.Delay(Gather);
            }

            batch.Clear();
            while (batch.Count < _limit && _entries.Reader.TryRead(out var entry))
            {
                batch.Add(entry);
            }

            await CommitBatchAsync(batch);
        }
    }

    private async Task CommitBatchAsync(List<Entry> batch)
    {
        try
        {
            var results = await _commit(batch.ConvertAll(entry => entry.Item), _stop.Token);
            if (results.Count != batch.Count)
            {
                throw new InvalidOperationException($"A commit of {batch.Count} items returned {results.Count} results; it must return one for each.");
            }

            for (var i = 0; i < batch.Count; i++)
            {
                batch[i].Done.TrySetResult(results[i]);
            }
        }
        catch (Exception exception) when (batch.Count == 1 || StoreTrouble.Is(exception))
        {
            foreach (var entry in batch)
            {
                entry.Done.TrySetException(exception);
            }
        }
        catch (Exception)
        {
            // Something in the batch cannot be committed; alone, only that one fails.
            foreach (var entry in batch)
            {
                await CommitBatchAsync([entry]);
            }
        }
    }

    private sealed record Entry(TItem Item, TaskCompletionSource<TResult> Done);
}
