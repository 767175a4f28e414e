using Ingest.Files;
using Ingest.Watcher.Folders.Looking;
using Ingest.Watcher.Folders.Scanning;
using Ingest.Watcher.Ledger;
using Microsoft.Extensions.Logging;

namespace Ingest.Watcher.Folders;

/// <summary>What one watched folder is worked with, put together.</summary>
internal sealed class FolderParts
{
    /// <summary>So long a scan waits for files that are being written.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly FolderScan _scan;

    public FolderParts(
        WatchEntry watch, FolderOptions options, IReadOnlyCollection<string> excludedFolders, ILedgerIntake ledger, TimeProvider time, ILogger log, string? only, FolderSeams seams)
    {
        (Watch, Options, Time, Logger, Seams) = (watch, options, time, log, seams);
        Root = new WatchedRoot(watch.Root);
        Rules = new NameRules(Root.FullPath, options, excludedFolders);
        Unsettled = new Unsettled(time);
        Guard = new RootGuard(Root, watch.RootIdentity);
        Look = new FolderLook(watch, new FileLook(watch.Name, Root, Rules, options, seams, time), Guard, ledger, Unsettled, options, only);
        _scan = new FolderScan(watch, options, Guard, ledger, Look, Unsettled, log);
    }

    public WatchEntry Watch { get; }

    public FolderOptions Options { get; }

    public TimeProvider Time { get; }

    public ILogger Logger { get; }

    public FolderSeams Seams { get; }

    public WatchedRoot Root { get; }

    public NameRules Rules { get; }

    public Unsettled Unsettled { get; }

    public RootGuard Guard { get; }

    public FolderLook Look { get; }

    /// <summary>Raised when the whole folder was scanned.</summary>
    public event Action? Scanned;

    /// <summary>Why missing files are kept, if they are.</summary>
    public string? Problem => _scan.Problem;

    public long Seen => _scan.Seen;

    public bool ScanCompleted => _scan.Completed;

    /// <summary>Scans a folder (empty: all of it).</summary>
    public Task ScanAsync(string folder, Action<string>? entering, CancellationToken cancellationToken) =>
        ScanAsync(folder, new FolderWalk(Root, Rules, entering).Files(folder), cancellationToken);

    /// <summary>As the other, with what stands there.</summary>
    public async Task ScanAsync(string folder, IEnumerable<WalkEntry> entries, CancellationToken cancellationToken)
    {
        await _scan.RunAsync(folder, entries, token => SettleAsync(0, token), cancellationToken);
        if (folder.Length == 0)
        {
            Scanned?.Invoke();
        }
    }

    /// <summary>Looks at what is due of the files that were being written.</summary>
    public async Task LookAtDueAsync(CancellationToken cancellationToken)
    {
        while (Unsettled.TakeDue(FolderLook.BatchSize) is { Count: > 0 } due)
        {
            await Look.LookAsync(due, cancellationToken);
        }
    }

    /// <summary>Waits until no more than <paramref name="most"/> files are being written, at most a minute.</summary>
    /// <returns>False when the minute was not enough.</returns>
    public async Task<bool> SettleAsync(int most, CancellationToken cancellationToken)
    {
        var began = Time.GetTimestamp();
        while (true)
        {
            await LookAtDueAsync(cancellationToken);
            if (Unsettled.Count <= most)
            {
                return true;
            }

            if (Time.GetElapsedTime(began) >= Patience)
            {
                return false;
            }

            var pause = Unsettled.UntilDue() ?? TimeSpan.Zero;
            await Task.Delay(pause < Options.StableAfter ? pause : Options.StableAfter, Time, cancellationToken);
        }
    }

    /// <summary>Returns when nothing is being written any more; what still is after a minute is taken as it stands.</summary>
    public async Task FinishAsync(CancellationToken cancellationToken)
    {
        while (!await SettleAsync(0, cancellationToken))
        {
            var rest = Unsettled.TakeAll();
            Log.TakenUnfinished(Logger, Watch.Name, rest.Count, Patience);
            foreach (var batch in rest.Chunk(FolderLook.BatchSize))
            {
                await Look.LookAsync(batch.Select(ask => ask with { Force = true }), cancellationToken);
            }
        }
    }
}
