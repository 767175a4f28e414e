using System.Diagnostics;
using Ingest.Files;
using Ingest.Watcher.Ledger;
using Microsoft.Extensions.Logging;

namespace Ingest.Watcher.Folders;

/// <summary>One pass over a folder tree: reads what is new or changed, and finds what is gone.</summary>
internal sealed class FolderScan(
    WatchEntry watch, WatchedRoot root, FolderOptions options, NameRules names, FolderIntake intake, ILedgerIntake ledger, ILogger log)
{
    private long _seen;

    /// <summary>Files met by the scan that runs or ran last.</summary>
    public long Seen => Interlocked.Read(ref _seen);

    /// <summary>Scans the whole watch.</summary>
    /// <param name="identity">The root's identity at the start.</param>
    /// <param name="entering">Called before a folder is listed: from then on its events are followed.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task RunAsync(string identity, Action<string>? entering, CancellationToken cancellationToken)
    {
        var time = Stopwatch.StartNew();
        Interlocked.Exchange(ref _seen, 0);
        var known = await KnownFiles.LoadAsync(ledger, watch.Name, null, cancellationToken);
        var unreadable = new List<string>();
        long changed = 0;
        foreach (var batch in Changed(known, unreadable, entering, cancellationToken).Chunk(FolderIntake.Batch))
        {
            changed += (await intake.TakeAsync(batch, identity, takeAnyway: false, cancellationToken)).Observed;
        }

        var gone = known.AnyMissing ? await RemoveMissingAsync(known, unreadable, identity, cancellationToken) : 0;
        if (changed + gone > 0)
        {
            Log.Scanned(log, watch.Root, Seen, changed, gone, time.Elapsed.TotalSeconds);
        }
        else
        {
            Log.NothingNew(log, watch.Root, Seen, time.Elapsed.TotalSeconds);
        }
    }

    /// <summary>Takes a folder that came in whole; what the ledger has of it already is only compared.</summary>
    public async Task TakeFolderAsync(string folder, string identity, Action<string>? entering, CancellationToken cancellationToken)
    {
        foreach (var batch in Files(folder, [], entering, cancellationToken).Chunk(FolderIntake.Batch))
        {
            var known = await ledger.FindAsync(watch.Name, [.. batch.Select(file => file.Path)], cancellationToken);
            var changed = batch.Zip(known).Where(pair => pair.Second is not { Present: true } file || file.Stamp != pair.First.Stamp);
            await intake.TakeAsync([.. changed.Select(pair => pair.First.Path)], identity, takeAnyway: false, cancellationToken);
        }
    }

    private IEnumerable<string> Changed(KnownFiles known, List<string> unreadable, Action<string>? entering, CancellationToken cancellationToken)
    {
        foreach (var (path, stamp) in Files("", unreadable, entering, cancellationToken))
        {
            Interlocked.Increment(ref _seen);
            if (!known.IsUnchanged(path, stamp))
            {
                yield return path;
            }
        }
    }

    private IEnumerable<(string Path, FileStamp Stamp)> Files(
        string start, List<string> unreadable, Action<string>? entering, CancellationToken cancellationToken)
    {
        var folders = new Stack<string>([start]);
        while (folders.TryPop(out var folder))
        {
            cancellationToken.ThrowIfCancellationRequested();
            using var entries = Open(folder, entering, unreadable);
            while (entries is not null && Next(entries, folder, unreadable) is { } entry)
            {
                var path = RelativePath.Join(folder, entry.Name);
                if (entry.Status is { Kind: FileKind.Directory })
                {
                    if (options.Recursive && names.Enters(path))
                    {
                        folders.Push(path);
                    }
                }
                else if (names.Takes(path))
                {
                    yield return (path, FileExaminer.Stamp(entry.Status ?? default));
                }
            }
        }
    }

    private IEnumerator<FileEntry>? Open(string folder, Action<string>? entering, List<string> unreadable)
    {
        try
        {
            entering?.Invoke(folder);
            return root.Enumerate(folder).GetEnumerator();
        }
        catch (FileAccessException exception) when (folder.Length > 0)
        {
            LeaveOut(folder, exception, unreadable);
            return null;
        }
    }

    private FileEntry? Next(IEnumerator<FileEntry> entries, string folder, List<string> unreadable)
    {
        try
        {
            return entries.MoveNext() ? entries.Current : null;
        }
        catch (FileAccessException exception) when (folder.Length > 0)
        {
            LeaveOut(folder, exception, unreadable);
            return null;
        }
    }

    private void LeaveOut(string folder, FileAccessException exception, List<string> unreadable)
    {
        // One that went away meanwhile is no trouble; what was in it will be found missing.
        if (exception.Problem != Problem.Missing)
        {
            unreadable.Add(folder + "/");
            Log.FolderUnreadable(log, folder, exception.Message);
        }
    }

    private async Task<long> RemoveMissingAsync(KnownFiles known, List<string> unreadable, string identity, CancellationToken cancellationToken)
    {
        var (suspects, removed) = (new List<string>(), 0L);
        await foreach (var file in ledger.PresentAsync(watch.Name, null, cancellationToken))
        {
            if (known.IsMissing(file) && !unreadable.Exists(folder => file.Path.StartsWith(folder, StringComparison.Ordinal)))
            {
                suspects.Add(file.Path);
            }

            if (suspects.Count == FolderIntake.Batch)
            {
                removed += await RemoveAsync(suspects, identity, cancellationToken);
                suspects.Clear();
            }
        }

        return removed + await RemoveAsync(suspects, identity, cancellationToken);
    }

    /// <summary>Files that are not taken any more count as gone; the others are looked at once more before that is said of them.</summary>
    private async Task<long> RemoveAsync(List<string> suspects, string identity, CancellationToken cancellationToken)
    {
        var excluded = suspects.FindAll(path => !intake.Takes(path));
        if (excluded.Count > 0)
        {
            await intake.RemoveAsync(excluded, identity, cancellationToken);
        }

        var result = await intake.TakeAsync(suspects.FindAll(intake.Takes), identity, takeAnyway: false, cancellationToken);
        return excluded.Count + result.Gone;
    }
}
