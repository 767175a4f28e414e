using System.Diagnostics;
using Ingest.Indexer.Documents;
using Ingest.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Ingest.Indexer.Search;

/// <summary>
/// Follows the documents into the search index: at once when the consumers of this process say so, by looking otherwise. One such
/// process at a time writes; another waits for its turn, and reads commits until then.
/// </summary>
internal sealed class IndexTail : BackgroundService
{
    private static readonly TimeSpan LockRetry = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan PauseAfterError = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan BetweenChecks = TimeSpan.FromMinutes(1);

    private readonly IndexFolder _folder;
    private readonly DocumentReader _documents;
    private readonly DocumentFeed _feed;
    private readonly IndexAccess _access;
    private readonly IndexerOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger<IndexTail> _log;
    private readonly SemaphoreSlim _wake = new(0);
    private volatile bool _damaged;
    private int _failures;

    public IndexTail(
        IndexFolder folder, DocumentReader documents, DocumentStore store, IndexAccess access, IndexerOptions options, TimeProvider time, ILogger<IndexTail> log)
    {
        (_folder, _documents, _access, _options, _time, _log) = (folder, documents, access, options, time, log);
        _feed = new DocumentFeed(documents, store.Recent);
        access.IsTailed = true;
        access.Damaged += () => _damaged = true;
        store.Changed += Wake;
    }

    public override void Dispose()
    {
        base.Dispose();
        _wake.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                using var held = await LockAsync(stoppingToken);
                await TailAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                // Whatever it was: the documents are safe, and the index is opened again, or built anew when its files are damaged.
                _failures++;
                Log.TailFailed(_log, _folder.Path, exception);
                await Task.Delay(PauseAfterError * Math.Min(_failures, 30), _time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task<InterprocessLock> LockAsync(CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            if (_folder.TryLock() is { } held)
            {
                return held;
            }

            if (attempt == 20)
            {
                Log.IndexHeld(_log, _folder.Path);
            }

            await Task.Delay(LockRetry, _time, cancellationToken);
        }
    }

    private async Task TailAsync(CancellationToken cancellationToken)
    {
        var store = await _documents.IdentityAsync(cancellationToken)
            ?? throw new StoreException("The Indexer's store has no tables yet.");
        if (_failures >= 3)
        {
            // It opened well and failed again and again: the fault lies deeper than checksums see.
            _folder.Delete();
        }

        _damaged = false;
        using var index = WritableIndex.Open(_folder, store, await _documents.SequenceAsync(cancellationToken), check: true, _log);
        var commits = new BackgroundCommit(index, _options.CommitInterval);
        try
        {
            _access.Lend(index);
            await FollowAsync(index, commits, cancellationToken);
        }
        finally
        {
            _access.Lend(null);
            await commits.EndAsync();
            if (cancellationToken.IsCancellationRequested)
            {
                index.Commit();
            }
        }
    }

    private async Task FollowAsync(WritableIndex index, BackgroundCommit commits, CancellationToken cancellationToken)
    {
        var latency = new SearchableLatency(_time, _access.Latency);
        var refreshes = new Pace(TimeSpan.Zero);
        var sinceCheck = new Pace(BetweenChecks);
        while (true)
        {
            if (_damaged && sinceCheck.IsDue)
            {
                // Opening it again checks every byte. Not more than once a minute, whatever searches report.
                return;
            }

            var changes = await index.ApplyNextAsync(_feed, cancellationToken);
            latency.Applied(changes);
            if (index.AppliedSequence > index.VisibleSequence && refreshes.IsDue)
            {
                refreshes = Refresh(index);
                latency.Visible();
            }

            if (await commits.BeginWhenDueAsync())
            {
                _failures = 0;
            }

            if (changes.Count == 0)
            {
                var pending = index.AppliedSequence > index.VisibleSequence;
                var rest = Shorter(_options.PollInterval, pending ? Shorter(refreshes.Rest, Quiet) : _options.PollInterval);
                if (!await _wake.WaitAsync(rest, cancellationToken) && pending)
                {
                    // Nothing more comes: what was put off to spare the load is due.
                    refreshes = new Pace(TimeSpan.Zero);
                }
            }
        }
    }

    /// <summary>
    /// Makes changes visible, and tells when to do so again: under load a tenth of the time goes into that, while a single change
    /// delays the next one hardly.
    /// </summary>
    private Pace Refresh(WritableIndex index)
    {
        var changes = index.AppliedSequence - index.VisibleSequence;
        var refreshing = Stopwatch.StartNew();
        index.Refresh();
        var pause = Math.Min(refreshing.Elapsed.TotalMilliseconds * 9, changes * 5.0);
        return new Pace(TimeSpan.FromMilliseconds(Math.Min(pause, _options.MaxRefreshInterval.TotalMilliseconds)));
    }

    private static TimeSpan Shorter(TimeSpan first, TimeSpan second) => first < second ? first : second;

    private void Wake()
    {
        if (_wake.CurrentCount == 0)
        {
            _wake.Release();
        }
    }
}
