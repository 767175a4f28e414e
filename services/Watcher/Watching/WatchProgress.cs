namespace Ingest.Watcher.Watching;

/// <summary>How far a one-time scan (<c>ingest import</c>) is; the command shows it and waits for it.</summary>
public sealed class WatchProgress
{
    private readonly TaskCompletionSource _scanned = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile IReadOnlyList<WatchScope> _scopes = [];
    private Func<long> _seen = () => 0;

    /// <summary>What is taken in; empty until the watches are open.</summary>
    public IReadOnlyList<WatchScope> Scopes => _scopes;

    /// <summary>Files that the scan has seen so far.</summary>
    public long Seen => _seen();

    /// <summary>Completes when the ledger knows every file; faults when the scan cannot go on.</summary>
    public Task Scanned => _scanned.Task;

    internal void Begin(IReadOnlyList<WatchScope> scopes, Func<long> seen) => (_scopes, _seen) = (scopes, seen);

    internal void End(Exception? error)
    {
        if (error is null)
        {
            _scanned.TrySetResult();
        }
        else
        {
            _scanned.TrySetException(error);
        }
    }
}

/// <summary>A watch, or one file of it.</summary>
/// <param name="Watch">Name of the watch.</param>
/// <param name="Path">The file; null for everything below the watch's folder.</param>
public sealed record WatchScope(string Watch, string? Path);
