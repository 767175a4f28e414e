using Ingest.Storage;
using Ingest.Watcher.Dispatch;
using Microsoft.Extensions.Logging;

namespace Ingest.Watcher.Ledger;

/// <summary>Takes what the stages report, one report at a time, and writes what has gathered in one transaction.</summary>
internal sealed class LedgerReports : IAsyncDisposable
{
    private readonly LedgerStore _ledger;
    private readonly Throughput _throughput;
    private readonly TimeProvider _time;
    private readonly ILogger<LedgerReports> _log;
    private readonly GroupCommit<StageEvent, bool> _commits;
    private long _lastProgress;

    public LedgerReports(LedgerStore ledger, Throughput throughput, TimeProvider time, ILogger<LedgerReports> log)
    {
        (_ledger, _throughput, _time, _log) = (ledger, throughput, time, log);
        _lastProgress = time.GetTimestamp();
        _commits = new GroupCommit<StageEvent, bool>(ApplyAsync, limit: 512);
    }

    /// <summary>How long ago a report last changed anything.</summary>
    public TimeSpan SinceProgress => _time.GetElapsedTime(Interlocked.Read(ref _lastProgress));

    /// <summary>Returns when the report is in the ledger.</summary>
    public Task ApplyAsync(StageEvent reported, CancellationToken cancellationToken)
    {
        if (reported is StageEvent.Faulted faulted)
        {
            Telemetry.Faulted(faulted.Stage);
            Log.StageFaulted(_log, faulted.Stage, faulted.FileId, faulted.Revision, faulted.Error);
        }

        return _commits.CommitAsync(reported, cancellationToken);
    }

    public ValueTask DisposeAsync() => _commits.DisposeAsync();

    private async Task<IReadOnlyList<bool>> ApplyAsync(IReadOnlyList<StageEvent> events, CancellationToken cancellationToken)
    {
        var applied = await _ledger.ApplyAsync(events, cancellationToken);
        Telemetry.Finished(applied.Finished);
        _throughput.Finished(applied.Finished.Count);
        if (applied.Touched > 0)
        {
            Interlocked.Exchange(ref _lastProgress, _time.GetTimestamp());
        }

        return new bool[events.Count];
    }
}
