using Ingest.Files;
using Ingest.Watcher.Folders.Following;
using Ingest.Watcher.Folders.Inotify;
using Ingest.Watcher.Folders.Looking;
using Ingest.Watcher.Ledger;
using Microsoft.Extensions.Logging;

namespace Ingest.Watcher.Folders;

/// <summary>One watched folder: finds out what stands in it and tells the ledger.</summary>
internal sealed class FolderWatcher : IAsyncDisposable
{
    private readonly FolderParts _parts;
    private readonly ILogger _log;
    private readonly string? _only;
    private readonly CancellationTokenSource _disposed = new();
    private volatile string? _problem;
    private volatile bool _following;
    private volatile bool _interrupted;
    private Task _running = Task.CompletedTask;
    private int _isDisposed;

    /// <param name="watch">The folder and its name.</param>
    /// <param name="options">What is taken, and how it is watched.</param>
    /// <param name="excludedFolders">Absolute paths that are never entered: the data folder, the folders for done and rejected files.</param>
    /// <param name="ledger">What is told.</param>
    /// <param name="time">The clock.</param>
    /// <param name="log">Where warnings go.</param>
    /// <param name="only">A single file's path below the folder: nothing else is looked at, and the name rules do not apply to it.</param>
    /// <param name="seams">What tests put in place of the kernel.</param>
    public FolderWatcher(
        WatchEntry watch, FolderOptions options, IReadOnlyCollection<string> excludedFolders, ILedgerIntake ledger, TimeProvider time, ILogger log, string? only = null, FolderSeams? seams = null)
    {
        (_log, _only) = (log, only);
        _parts = new FolderParts(watch, options, excludedFolders, ledger, time, log, only, seams ?? new FolderSeams());
        _parts.Scanned += Recover;
    }

    /// <summary>Absolute path of the folder.</summary>
    public string Root => _parts.Root.FullPath;

    /// <summary>A sentence why nothing can be taken, or removed, at the moment; null when all is well.</summary>
    public string? Problem => _problem ?? _parts.Problem;

    /// <summary>Files seen by the current or last scan.</summary>
    public long Seen => _parts.Seen;

    /// <summary>Whether the whole folder was scanned once.</summary>
    public bool ScanCompleted => _parts.ScanCompleted;

    /// <summary>Whether the system's events are followed at the moment, and not only scans made.</summary>
    public bool FollowsEvents { get; private set; }

    /// <summary>
    /// One complete pass: everything that stands in the folder is told to the ledger, and what is gone since. A file that is being
    /// written is waited for, at most a minute; then it is taken as it stands.
    /// </summary>
    /// <exception cref="IOException">The folder cannot be used; <see cref="Problem"/> says why, too.</exception>
    public async Task ScanAsync(CancellationToken cancellationToken)
    {
        try
        {
            _parts.Guard.Begin();
            if (_only is not null)
            {
                await _parts.Look.LookAsync([new Ask(_only)], cancellationToken);
            }
            else
            {
                await Task.Run(() => _parts.ScanAsync("", entering: null, cancellationToken), cancellationToken);
            }

            await _parts.FinishAsync(cancellationToken);
            Recover();
        }
        catch (IOException e)
        {
            _problem = e.Message;
            throw;
        }
    }

    /// <summary>Follows the folder until cancelled, whatever happens to it meanwhile.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _disposed.Token);
        _running = FollowAsync(ending.Token);
        await _running;
    }

    /// <summary>
    /// Looks at these paths again at once, reads them even if nothing seems to have changed, and tells the ledger. What is being
    /// written is told when it is complete. While the folder cannot be used, nothing is told and <see cref="Problem"/> is set.
    /// </summary>
    public async Task LookAgainAsync(IReadOnlyCollection<string> paths, CancellationToken cancellationToken)
    {
        try
        {
            if (!_following)
            {
                _parts.Guard.Begin();
            }

            foreach (var batch in paths.Chunk(FolderLook.BatchSize))
            {
                await _parts.Look.LookAsync(batch.Select(path => new Ask(path)), cancellationToken);
            }

            if (!_following)
            {
                await _parts.FinishAsync(cancellationToken);
            }
        }
        catch (IOException e)
        {
            Fail(e.Message);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) != 0)
        {
            return;
        }

        await _disposed.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _disposed.Dispose();
    }

    private async Task FollowAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                _parts.Guard.Begin();
                if (!_interrupted)
                {
                    Recover();
                }

                _following = true;
                await FollowOnceAsync(cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                throw;
            }
            catch (Exception e) when (e is FileAccessException or FolderUnavailableException)
            {
                Fail(e.Message);
            }
            catch (Exception e)
            {
                // The ledger's disk may be full, or worse: whatever it is, the next scan finds all that was missed.
                _interrupted = true;
                if (_problem is null)
                {
                    Log.Interrupted(_log, _parts.Root.FullPath, _parts.Watch.Name, e);
                }

                _problem = $"Watching was interrupted and begins again: {e.Message}";
            }
            finally
            {
                _following = false;
                FollowsEvents = false;
            }

            await Task.Delay(_parts.Options.PollInterval, _parts.Time, cancellationToken);
        }
    }

    private async Task FollowOnceAsync(CancellationToken cancellationToken)
    {
        if (ReasonToPoll() is { } reason)
        {
            Log.Polling(_log, _parts.Root.FullPath, _parts.Watch.Name, _parts.Options.PollInterval, reason);
        }
        else
        {
            try
            {
                using var events = new EventFollower(_parts);
                if (await events.OpenAsync(cancellationToken) || _parts.Options.Polling == FolderPolling.Never)
                {
                    Log.Following(_log, _parts.Root.FullPath, _parts.Watch.Name);
                    FollowsEvents = true;
                    await events.RunAsync(cancellationToken);
                }

                PollInstead("the system accepts to watch it and reports no changes (a probe file was not noticed).");
            }
            catch (WatchLimitException e)
            {
                FollowsEvents = false;
                PollInstead(e.Message);
            }
        }

        await new PollingFollower(_parts).RunAsync(cancellationToken);
    }

    private string? ReasonToPoll() => _parts.Options.Polling switch
    {
        FolderPolling.Always => "Ingest:Watcher:Polling is 'always'.",
        _ when !OperatingSystem.IsLinux() => "events are followed on Linux only.",
        FolderPolling.Never => null,
        _ => _parts.Root.RemoteFileSystem() is { } remote
            ? $"it lies on {remote}, which others change without this machine being told."
            : null,
    };

    private void PollInstead(string why) =>
        Log.PollingInstead(_log, _parts.Root.FullPath, _parts.Watch.Name, _parts.Options.PollInterval, why);

    private void Recover()
    {
        if (_problem is not null)
        {
            Log.AvailableAgain(_log, _parts.Root.FullPath, _parts.Watch.Name);
        }

        (_problem, _interrupted) = (null, false);
    }

    private void Fail(string problem)
    {
        if (_problem != problem)
        {
            Log.Unavailable(_log, _parts.Root.FullPath, _parts.Watch.Name, problem);
        }

        _problem = problem;
    }
}
