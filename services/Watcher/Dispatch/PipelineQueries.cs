using Ingest.Hosting.Bus;
using Ingest.Queries;
using Ingest.Storage;
using Ingest.Watcher.Ledger;
using Microsoft.Extensions.Options;

namespace Ingest.Watcher.Dispatch;

/// <summary>What the pipeline does at the moment.</summary>
/// <param name="ledger">The files.</param>
/// <param name="store">Where the stores are.</param>
/// <param name="options">The share of the disk that must stay free.</param>
/// <param name="throughput">Only in the process that runs the Watcher.</param>
/// <param name="queues">Only in a process with a bus.</param>
internal sealed class PipelineQueries(
    LedgerStore ledger, IOptions<StoreOptions> store, IOptions<WatcherOptions> options, Throughput? throughput = null, IQueueDepths? queues = null)
    : IPipelineQueries
{
    /// <inheritdoc/>
    public async Task<PipelineActivity> ActivityAsync(ActivityRequest request, CancellationToken cancellationToken)
    {
        var (waiting, retrying, parsing, settling) = await ledger.StagesAsync(cancellationToken);
        var depths = queues is null ? null : await queues.LookAsync(cancellationToken);
        var newest = await ledger.BatchesAsync(new BatchFilter(Limit: 1), cancellationToken);
        return new PipelineActivity
        {
            Waiting = waiting,
            WaitingForRetry = retrying,
            Parsing = parsing,
            Settling = settling,
            Queues = depths ?? new Dictionary<string, long>(),
            FilesPerSecond = throughput?.FilesPerSecond() ?? 0,
            FinishedPerMinute = throughput?.PerMinute() ?? [],
            Batch = newest.Batches is [{ FinishedAt: null } batch] ? batch : null,
            Broker = new BrokerStatus(queues?.Broker, queues?.Broker is null || depths is not null),
            Disk = Disk(),
        };
    }

    private DiskStatus? Disk()
    {
        var folder = Path.GetFullPath(store.Value.Data);
        return DiskSpace.FreeBytes(folder) is { } bytes && DiskSpace.FreeShare(folder) is { } share
            ? new DiskStatus(folder, bytes, share, options.Value.MinFreeDisk)
            : null;
    }
}
