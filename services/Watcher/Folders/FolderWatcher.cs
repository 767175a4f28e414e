using Ingest.Files;
using Ingest.Watcher.Ledger;
using Microsoft.Extensions.Logging;

namespace Ingest.Watcher.Folders;

/// <summary>
/// One watched folder. Events are hints that make it fast; the truth is the scan, at the start and again and again.
/// </summary>
internal sealed partial class FolderWatcher : IAsyncDisposable
{
    private static readonly TimeSpan UnfinishedInterval = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan ImportPatience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan AfterProblem = TimeSpan.FromSeconds(1);

    private readonly WatchEntry _watch;
    private readonly FolderOptions _options;
    private readonly ILedgerIntake _ledger;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly string? _only;
    private readonly WatchedRoot _root;
    private readonly UnfinishedFiles _unfinished;
    private readonly FolderIntake _intake;
    private readonly FolderScan _scan;
    private string? _identity;
    private volatile string? _problem;

    /// <param name="watch">The watch as the ledger has it.</param>
    /// <param name="options">What is taken and how it is noticed.</param>
    /// <param name="excludedFolders">Absolute folders that are never entered: the data folder, done and error folders.</param>
    /// <param name="ledger">Who is told.</param>
    /// <param name="time">The clock.</param>
    /// <param name="log">The log.</param>
    /// <param name="only">A single file's path below the root; null for all.</param>
    public FolderWatcher(
        WatchEntry watch, FolderOptions options, IReadOnlyCollection<string> excludedFolders, ILedgerIntake ledger, TimeProvider time, ILogger log, string? only = null)
    {
        (_watch, _options, _ledger, _time, _log, _only) = (watch, options, ledger, time, log, only);
        _identity = watch.RootIdentity;
        _root = new WatchedRoot(watch.Root);
        _unfinished = new UnfinishedFiles(time);
        var names = new NameRules(options, _root.FullPath, excludedFolders);
        _intake = new FolderIntake(watch.Name, _root, new FileExaminer(watch.Name, _root, options, time), names, _unfinished, ledger);
        _scan = new FolderScan(watch, _root, options, names, _intake, ledger, log);
    }

    /// <summary>Absolute path of the folder.</summary>
    public string Root => _watch.Root;

    /// <summary>Why nothing can be taken at the moment; null when all is well.</summary>
    public string? Problem => _problem;

    /// <summary>Files met by the scan that runs or ran last.</summary>
    public long Seen => _only is null ? _scan.Seen : 1;

    /// <summary>One complete pass: returns when the ledger knows everything. A file that is being written is waited for, but not for ever.</summary>
    /// <exception cref="FileAccessException">The folder cannot be read, or looks as if its share were not mounted.</exception>
    public async Task ScanAsync(CancellationToken cancellationToken)
    {
        var identity = await CheckRootAsync(cancellationToken);
        if (_only is not null)
        {
            await _intake.TakeAsync([_only], identity, takeAnyway: false, cancellationToken);
        }
        else
        {
            await _scan.RunAsync(identity, entering: null, cancellationToken);
            await KeepIdentityAsync(identity, cancellationToken);
        }

        for (var end = _time.GetUtcNow() + ImportPatience; _unfinished.Any && _time.GetUtcNow() < end;)
        {
            await Task.Delay(UnfinishedInterval, _time, cancellationToken);
            await _intake.TakeAsync(_unfinished.Paths(), identity, takeAnyway: false, cancellationToken);
        }

        if (_unfinished.Any)
        {
            var late = _unfinished.Paths();
            late.ToList().ForEach(path => Log.TakenUnfinished(_log, path, ImportPatience));
            await _intake.TakeAsync(late, identity, takeAnyway: true, cancellationToken);
        }
    }

    /// <summary>Follows the folder until cancelled. Outlives whatever happens to it, and says so in <see cref="Problem"/>.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await FollowAsync(cancellationToken);
            }
            catch (FileAccessException exception)
            {
                Complain(exception.Message);
                await Task.Delay(AfterProblem, _time, cancellationToken);
            }
        }
    }

    /// <summary>Reads files again, whatever their stamp says, because a worker found them other than announced.</summary>
    /// <exception cref="FileAccessException">The folder cannot be used.</exception>
    public async Task LookAgainAsync(IReadOnlyCollection<string> paths, CancellationToken cancellationToken) =>
        await _intake.TakeAsync(paths, await CheckRootAsync(cancellationToken), takeAnyway: false, cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>
    /// The root's identity, if the root can be trusted: an empty folder that is another one than before is a mount point without
    /// its share far more often than an archive that somebody emptied.
    /// </summary>
    private async Task<string> CheckRootAsync(CancellationToken cancellationToken)
    {
        var identity = _root.Identity();
        if (_identity is not null && identity != _identity && !_root.Enumerate("").Any() && await KnowsFilesAsync(cancellationToken))
        {
            throw new FileAccessException(
                Files.Problem.Missing,
                $"{Root} is empty and not the folder it was before; its share is probably not mounted. If it was emptied on purpose, put a file into it.");
        }

        return identity;
    }

    private async Task<bool> KnowsFilesAsync(CancellationToken cancellationToken)
    {
        await foreach (var _ in _ledger.PresentAsync(_watch.Name, null, cancellationToken))
        {
            return true;
        }

        return false;
    }

    private async Task KeepIdentityAsync(string identity, CancellationToken cancellationToken)
    {
        if (identity != _identity)
        {
            await _ledger.SetRootIdentityAsync(_watch.Name, identity, cancellationToken);
            _identity = identity;
        }
    }

    private void Complain(string problem)
    {
        if (_problem != problem)
        {
            _problem = problem;
            Log.FolderProblem(_log, problem);
        }
    }

    private void BeContent()
    {
        if (_problem is not null)
        {
            _problem = null;
            Log.FolderBack(_log, Root);
        }
    }
}
