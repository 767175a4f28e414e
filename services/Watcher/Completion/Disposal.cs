using Ingest.Files;
using Ingest.Watcher.Folders;
using Ingest.Watcher.Ledger;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Ingest.Watcher.Completion;

/// <summary>
/// Moves or deletes files that are done. The ledger says so first and the file follows: a crash in between leaves a file that
/// stands in the folder and is known, never one that is gone and unknown.
/// </summary>
internal sealed class Disposal(
    LedgerStore ledger, IOptions<FolderOptions> options, TimeProvider time, ILogger<Disposal> log) : BackgroundService
{
    private const int Page = 256;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await RunAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                Log.DispatchFailed(log, exception, Interval);
            }
        }
    }

    /// <summary>Disposes of all that is pending; what cannot be moved stays pending and is tried again.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<FileRow> rows;
        for (var after = 0L; (rows = await ledger.PendingDispositionsAsync(after, Page, cancellationToken)).Count > 0; after = rows[^1].RowNo)
        {
            var roots = (await ledger.WatchesAsync(cancellationToken)).ToDictionary(watch => watch.Name, watch => new WatchedRoot(watch.Root));
            var (done, foreign) = (new List<FileRow>(), new List<FileRow>());
            foreach (var row in rows)
            {
                switch (Dispose(roots[row.Watch], row))
                {
                    case true:
                        done.Add(row);
                        break;
                    case false:
                        foreign.Add(row);
                        break;
                }
            }

            await ledger.DisposedAsync(done, foreign, cancellationToken);
        }
    }

    /// <returns>True: it is gone from its place. False: something else stands there by now. Null: try again.</returns>
    private bool? Dispose(WatchedRoot root, FileRow row)
    {
        try
        {
            if (root.Stat(row.Path) is not { } status)
            {
                return true;
            }

            if (!IsStill(row.Stamp, new FileStamp(status.Size, status.ModifiedNs, status.ChangedNs)))
            {
                return false;
            }

            Move(root, row);
            return true;
        }
        catch (FileAccessException exception) when (exception.Problem == Problem.Missing)
        {
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Log.NotDisposed(log, row.Path, exception.Message);
            return null;
        }
    }

    /// <summary>A stamp that was too fresh to be trusted has no time of change, and one of what could not be read is empty.</summary>
    private static bool IsStill(FileStamp completed, FileStamp standing) =>
        completed == default || standing == (completed.ChangedNs == 0 ? completed with { ChangedNs = standing.ChangedNs } : completed);

    private void Move(WatchedRoot root, FileRow row)
    {
        if (row.State == RowStates.Rejected)
        {
            var folder = Path.GetFullPath(options.Value.ErrorFolder!, root.FullPath);
            var moved = root.Move(row.Path, folder);
            new WatchedRoot(folder).WriteText(moved + ".reason.txt", $"{row.Reason}: {row.Detail}\n");
        }
        else if (options.Value.OnIndexed == FileDisposal.Delete)
        {
            root.Delete(row.Path);
        }
        else
        {
            root.Move(row.Path, Path.GetFullPath(options.Value.DoneFolder!, root.FullPath));
        }
    }
}
