using System.Diagnostics;
using Ingest.Indexer.Documents;
using Ingest.Storage;
using Microsoft.Extensions.Logging;

namespace Ingest.Indexer.Search;

/// <summary>
/// The index that searches of this process use. Where the role runs, its <see cref="IndexTail"/> writes the index and lends it here.
/// Elsewhere searches read commits; when those are behind the documents and nobody is writing, this process catches up itself.
/// </summary>
/// <param name="folder">Where the index is.</param>
/// <param name="documents">What it is made from.</param>
/// <param name="log">Told what goes wrong.</param>
internal sealed class IndexAccess(IndexFolder folder, DocumentReader documents, ILogger<IndexAccess> log) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _catchingUp = new(1);
    private readonly CommittedIndex _committed = new(folder);
    private volatile WritableIndex? _writable;
    private bool _waited;

    /// <summary>Whether this process has a tail, which alone writes.</summary>
    public bool IsTailed { get; set; }

    /// <summary>How long articles took into search; filled by the tail.</summary>
    public LatencyWindow Latency { get; } = new();

    /// <summary>Lends the tail's index to searches; null takes it back.</summary>
    public void Lend(WritableIndex? index)
    {
        _writable = index;
        _committed.Forget();
    }

    /// <summary>Raised when a search found the files damaged.</summary>
    public event Action? Damaged;

    /// <summary>The last change that searches show.</summary>
    public long VisibleSequence => _writable?.VisibleSequence ?? _committed.VisibleSequence;

    /// <summary>Searches; an index that is damaged is built anew where this process may, and searched again.</summary>
    public async Task<FoundArticles> SearchAsync(SearchPlan plan, CancellationToken cancellationToken)
    {
        if (!IsTailed)
        {
            await PrepareAsync(cancellationToken);
        }

        var failing = Stopwatch.StartNew();
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return Search(plan);
            }
            catch (Exception exception) when (IndexFolder.LooksDamaged(exception) && (attempt == 0 || failing.Elapsed < Patience))
            {
                if (attempt == 0)
                {
                    Log.SearchFailed(log, folder.Path, exception);
                    Damaged?.Invoke();
                }
            }

            _committed.Forget();
            if (IsTailed || !await CatchUpAsync(check: true, cancellationToken))
            {
                // Somebody else is about to mend it.
                await Task.Delay(100, cancellationToken);
            }
        }
    }

    public void Dispose()
    {
        _committed.Dispose();
        _catchingUp.Dispose();
    }

    private FoundArticles Search(SearchPlan plan)
    {
        if (_writable is { } writable)
        {
            try
            {
                return writable.Search(plan);
            }
            catch (ObjectDisposedException)
            {
                // The tail has just closed it; what it committed is there.
            }
        }

        return _committed.Search(plan);
    }

    /// <summary>
    /// The commit shall have what the store has now. A running writer is waited for once, for a bounded time: that makes a command
    /// right after an import complete, and costs a page of the portal nothing.
    /// </summary>
    private async Task PrepareAsync(CancellationToken cancellationToken)
    {
        var wanted = await documents.SequenceAsync(cancellationToken);
        if (await IsCurrentAsync(wanted, cancellationToken) || await CatchUpAsync(check: false, cancellationToken) || _waited)
        {
            return;
        }

        _waited = true;
        var waiting = Stopwatch.StartNew();
        while (waiting.Elapsed < Patience && !await IsCurrentAsync(wanted, cancellationToken))
        {
            await Task.Delay(50, cancellationToken);
            if (await CatchUpAsync(check: false, cancellationToken))
            {
                return;
            }
        }
    }

    private async Task<bool> IsCurrentAsync(long wanted, CancellationToken cancellationToken) =>
        wanted == 0 || (folder.Committed() is { Format: IndexFolder.Format } position && position.Sequence >= wanted
            && position.Store == await documents.IdentityAsync(cancellationToken)
            // Asked only now: the store may have grown since, and an index beyond it is of another.
            && position.Sequence <= await documents.SequenceAsync(cancellationToken));

    /// <summary>Applies and commits everything the store has; false when another process writes the index.</summary>
    private async Task<bool> CatchUpAsync(bool check, CancellationToken cancellationToken)
    {
        await _catchingUp.WaitAsync(cancellationToken);
        try
        {
            if (await documents.IdentityAsync(cancellationToken) is not { } store)
            {
                return true;
            }

            using var held = folder.TryLock();
            if (held is null)
            {
                return false;
            }

            using var index = WritableIndex.Open(folder, store, await documents.SequenceAsync(cancellationToken), check, log);
            var feed = new DocumentFeed(documents, recent: null);
            while (await index.ApplyNextAsync(feed, cancellationToken) is { Count: > 0 })
            {
            }

            index.Commit();
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or StoreException)
        {
            // A full disk or a read-only folder: what was committed can still be searched.
            Log.CannotCatchUp(log, folder.Path, exception);
            return true;
        }
        finally
        {
            _catchingUp.Release();
        }
    }
}
