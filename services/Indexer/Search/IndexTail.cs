using Ingest.Indexer.Documents;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Ingest.Indexer.Search;

/// <summary>
/// Follows the documents by their sequence numbers into the index. A single document is shown at once; when many come, they are
/// shown together every second, because each refresh makes a small segment that must be merged later.
/// </summary>
internal sealed class IndexTail(
    DocumentStore store, SearchIndexes indexes, IOptions<IndexerOptions> options, TimeProvider time, ILogger<IndexTail> log) : BackgroundService
{
    /// <summary>So few documents are shown without waiting for more.</summary>
    private const int Few = 16;

    private static readonly TimeSpan Idle = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan AfterError = TimeSpan.FromSeconds(2);
    private readonly SemaphoreSlim _changed = new(0, 1);
    private readonly List<DateTimeOffset> _unseen = [];
    private long _refreshed;
    private long _committed;
    private int _waiting;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        store.Migrate();
        indexes.IsFollowed = true;
        store.Changed += Wake;
        await base.StartAsync(cancellationToken);
    }

    public override void Dispose()
    {
        store.Changed -= Wake;
        _changed.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var told = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await indexes.TryWriteAsync(stoppingToken))
                {
                    told = false;
                    await FollowAsync(indexes.Written!, stoppingToken);
                    return;
                }

                if (!told)
                {
                    Log.FollowsCommits(log);
                    told = true;
                }

                await Task.Delay(AfterError, time, stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                Log.TailFailed(log, exception, AfterError);
                await indexes.AbandonAsync();
                await Task.Delay(AfterError, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task FollowAsync(LuceneIndex index, CancellationToken cancellationToken)
    {
        _refreshed = _committed = time.GetTimestamp();
        while (!cancellationToken.IsCancellationRequested)
        {
            var documents = await indexes.ApplyAsync(index, cancellationToken);
            _waiting += documents.Count;
            _unseen.AddRange(documents.Where(document => document.Article is not null && document.IsNew).Select(document => document.DiscoveredAt));
            var due = time.GetElapsedTime(_refreshed) >= options.Value.RefreshInterval;
            if (_waiting > 0 && (_waiting <= Few || due || documents.Count == 0))
            {
                Refresh(index);
            }

            if (time.GetElapsedTime(_committed) >= options.Value.CommitInterval && index.IsDirty)
            {
                index.Commit();
                _committed = time.GetTimestamp();
            }

            if (documents.Count == 0)
            {
                await _changed.WaitAsync(_waiting > 0 ? Gather : Idle, cancellationToken);
            }
            else if (documents.Count > Few)
            {
                // A little patience makes larger batches of what the pipeline is about to bring.
                await Task.Delay(Gather, time, cancellationToken);
            }
        }
    }

    private void Refresh(LuceneIndex index)
    {
        index.Refresh();
        _refreshed = time.GetTimestamp();
        _waiting = 0;
        var now = time.GetUtcNow();
        _unseen.ForEach(discovered => Telemetry.Visible(now - discovered));
        _unseen.Clear();
    }

    private void Wake()
    {
        try
        {
            _changed.Release();
        }
        catch (SemaphoreFullException)
        {
            // Woken already.
        }
    }
}
