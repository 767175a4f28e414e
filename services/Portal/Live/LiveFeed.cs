using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Ingest.Queries;
using Microsoft.Extensions.Hosting;

namespace Ingest.Portal.Live;

/// <summary>
/// Tells pages that something has changed. Looks once a second however many listen, and not at all when nobody does; a listener that is slow
/// misses what lies between, never the last state.
/// </summary>
internal sealed class LiveFeed(IFileQueries files, ISearchQueries search, TimeProvider time, IHostApplicationLifetime lifetime) : IDisposable
{
    /// <summary>So many listeners at most.</summary>
    public const int MostListeners = 200;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(15);
    private readonly Lock _lock = new();
    private readonly HashSet<Channel<LiveState>> _listeners = [];
    private CancellationTokenSource? _looking;
    private LiveState? _last;

    /// <summary>Whether there is no place for another listener.</summary>
    public bool IsFull
    {
        get
        {
            lock (_lock)
            {
                return _listeners.Count >= MostListeners;
            }
        }
    }

    /// <summary>The present state, then every change; a beat in between so that proxies keep the connection.</summary>
    public async IAsyncEnumerable<SseItem<LiveState?>> ListenAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        var channel = Channel.CreateBounded<LiveState>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
        Add(channel);
        try
        {
            while (!ending.IsCancellationRequested)
            {
                var state = await NextAsync(channel.Reader, ending.Token);
                yield return state is null ? new SseItem<LiveState?>(null, "beat") : new SseItem<LiveState?>(state, "change");
            }
        }
        finally
        {
            Remove(channel);
        }
    }

    public void Dispose() => _looking?.Dispose();

    private async Task<LiveState?> NextAsync(ChannelReader<LiveState> changes, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Beat, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            return await changes.ReadAsync(either.Token);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    private void Add(Channel<LiveState> listener)
    {
        lock (_lock)
        {
            _listeners.Add(listener);
            if (_last is { } last)
            {
                listener.Writer.TryWrite(last);
            }

            if (_looking is null)
            {
                _looking = CancellationTokenSource.CreateLinkedTokenSource(lifetime.ApplicationStopping);
                _ = LookAsync(_looking.Token);
            }
        }
    }

    private void Remove(Channel<LiveState> listener)
    {
        lock (_lock)
        {
            _listeners.Remove(listener);
            if (_listeners.Count == 0)
            {
                _looking?.Cancel();
                (_looking, _last) = (null, null);
            }
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                var ledger = await files.SummariseAsync(new SummaryRequest(), cancellationToken);
                var index = await search.StatusAsync(new IndexStatusRequest(), cancellationToken);
                Tell(new LiveState(
                    ledger.States[FileStates.InFlight], ledger.States[FileStates.Indexed], ledger.States[FileStates.Rejected], ledger.States[FileStates.Failed],
                    ledger.States[FileStates.Removed], ledger.Articles, index.Documents, index.VisibleSequence, ledger.Paused));
            }
            catch (Exception) when (!cancellationToken.IsCancellationRequested)
            {
                // A service is away for a moment; the pages say so themselves.
            }

            await Task.Delay(Interval, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private void Tell(LiveState state)
    {
        lock (_lock)
        {
            if (state != _last)
            {
                _last = state;
                foreach (var listener in _listeners)
                {
                    listener.Writer.TryWrite(state);
                }
            }
        }
    }
}

/// <summary>What a change is told with.</summary>
/// <param name="InFlight">Files on their way.</param>
/// <param name="Indexed">Files that are done.</param>
/// <param name="Rejected">Files that can never work.</param>
/// <param name="Failed">Files that a person can run again.</param>
/// <param name="Removed">Files that are gone.</param>
/// <param name="FileArticles">Articles of indexed files.</param>
/// <param name="Articles">Articles that the Indexer holds.</param>
/// <param name="Sequence">The last change that search shows.</param>
/// <param name="Paused">Why nothing is published.</param>
public sealed record LiveState(
    long InFlight, long Indexed, long Rejected, long Failed, long Removed, long FileArticles, long Articles, long Sequence, string? Paused);
