using Ingest.Indexer.Documents;
using Ingest.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Ingest.Indexer.Search;

/// <summary>
/// The index of this process: the written one where it has the lock, else the committed one of whoever has. A process that only
/// asks (a command) takes the lock when it is free, catches up, and answers completely, also after a kill of the one before.
/// </summary>
public sealed class SearchIndexes(
    DocumentStore store, IOptions<StoreOptions> storeOptions, IOptions<IndexerOptions> options, TimeProvider time, ILogger<SearchIndexes> log) : IAsyncDisposable
{
    private const int Batch = 1024;
    private static readonly TimeSpan CommitPatience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan CommitPoll = TimeSpan.FromMilliseconds(50);

    private readonly SemaphoreSlim _one = new(1);
    private LuceneIndex? _written;
    private CommittedIndex? _committed;

    private string Folder => Path.Combine(storeOptions.Value.Data, "index");

    /// <summary>Set by the role that follows the documents: then a question only takes what is there.</summary>
    internal bool IsFollowed { get; set; }

    /// <summary>The index that this process writes; null while another one does.</summary>
    internal LuceneIndex? Written => Volatile.Read(ref _written);

    /// <summary>The index to ask. Without a role that follows the documents, the first question waits until it has them all.</summary>
    /// <returns>Null when nothing was ever indexed here.</returns>
    public async Task<ISearchIndex?> UseAsync(bool complete, CancellationToken cancellationToken)
    {
        if (Written is { } written)
        {
            return written;
        }

        if (await store.IsMissingAsync(cancellationToken))
        {
            return null;
        }

        await _one.WaitAsync(cancellationToken);
        try
        {
            if (_written is not null || (!IsFollowed && await TryOpenAsync(cancellationToken)))
            {
                return _written;
            }

            if (_committed is null)
            {
                _committed = new CommittedIndex(Folder);
                if (complete)
                {
                    await WaitForCommitAsync(_committed, cancellationToken);
                }
            }

            return _committed;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Takes the lock, if it is free.</summary>
    internal async Task<bool> TryWriteAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            return _written is not null || await OpenAsync(cancellationToken);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Lets go of a written index that met an error.</summary>
    internal async Task AbandonAsync()
    {
        await _one.WaitAsync();
        try
        {
            _written?.Dispose();
            _written = null;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Applies what the documents have and the index has not, up to a batch; returns what was applied.</summary>
    internal async Task<IReadOnlyList<Documents.Document>> ApplyAsync(LuceneIndex index, CancellationToken cancellationToken)
    {
        var documents = await store.TailAsync(index.AppliedSequence, Batch, cancellationToken);
        index.Apply(documents, (articleId, exception) => Log.DocumentFailed(log, exception, articleId));
        return documents;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_written is { } written)
        {
            written.Expunge(options.Value.ExpungeUpTo);
            written.Commit();
        }

        await AbandonAsync();
        _committed?.Dispose();
        _one.Dispose();
    }

    private async Task<bool> TryOpenAsync(CancellationToken cancellationToken)
    {
        if (!await OpenAsync(cancellationToken))
        {
            return false;
        }

        while ((await ApplyAsync(_written!, cancellationToken)).Count > 0)
        {
            // All of it, before the first answer.
        }

        _written!.Refresh();
        _written.Expunge(options.Value.ExpungeUpTo);
        _written.Commit();
        return true;
    }

    private async Task<bool> OpenAsync(CancellationToken cancellationToken)
    {
        var sequence = await store.SequenceAsync(cancellationToken);
        _written = LuceneIndex.TryOpen(Folder, await store.IdentityAsync(cancellationToken), sequence, reason => Log.IndexRenewed(log, reason));
        if (_written is not null)
        {
            Log.IndexOpened(log, _written.AppliedSequence, sequence);
        }

        return _written is not null;
    }

    private async Task WaitForCommitAsync(CommittedIndex index, CancellationToken cancellationToken)
    {
        var target = await store.SequenceAsync(cancellationToken);
        for (var start = time.GetTimestamp(); index.VisibleSequence < target && time.GetElapsedTime(start) < CommitPatience;)
        {
            await Task.Delay(CommitPoll, time, cancellationToken);
        }
    }
}
