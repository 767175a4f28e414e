using System.Diagnostics;
using System.Globalization;
using Ingest.Contracts;
using Ingest.Watcher.Folders.Looking;
using Ingest.Watcher.Ledger;
using Microsoft.Extensions.Logging;

namespace Ingest.Watcher.Folders.Scanning;

/// <summary>
/// Compares what stands in a folder with what the ledger knows, in one pass: what is new or changed is looked at, and at the end
/// what was not found is looked at once more and told to be gone.
/// </summary>
internal sealed class FolderScan(
    WatchEntry watch, FolderOptions options, RootGuard guard, ILedgerIntake ledger, FolderLook look, Unsettled unsettled, ILogger log)
{
    /// <summary>So many files may wait to settle before the scan waits for them.</summary>
    private const int MostUnsettled = 8192;

    // While one batch is being committed, the other is read.
    private static readonly int Abreast = Math.Clamp(Environment.ProcessorCount, 2, 4);

    private long _seen;

    /// <summary>Files seen by the current or last scan of the whole folder.</summary>
    public long Seen => Interlocked.Read(ref _seen);

    /// <summary>Whether the whole folder was scanned once.</summary>
    public bool Completed { get; private set; }

    /// <summary>Why files that are missing are not taken for removed.</summary>
    public string? Problem { get; private set; }

    /// <summary>Scans the folder at <paramref name="below"/> (empty: all of it).</summary>
    /// <param name="below">A path; it need not exist any more.</param>
    /// <param name="entries">What stands there.</param>
    /// <param name="settle">Called when too many files wait to settle.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="IOException">The folder cannot be used; what was told until then holds.</exception>
    public async Task RunAsync(string below, IEnumerable<WalkEntry> entries, Func<CancellationToken, Task> settle, CancellationToken cancellationToken)
    {
        var (whole, started) = (below.Length == 0, Stopwatch.GetTimestamp());
        var known = await StampTable.LoadAsync(ledger.PresentAsync(watch.Name, below, cancellationToken), cancellationToken);
        var unlisted = new List<string>();
        await using var batches = new Batches(look, Abreast, cancellationToken);
        if (whole)
        {
            Interlocked.Exchange(ref _seen, 0);
        }

        foreach (var entry in entries)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (whole)
            {
                Interlocked.Increment(ref _seen);
            }

            var knowledge = known.Find(entry.Path, entry.Status is { } s ? new FileStamp(s.Size, s.ModifiedNs, s.ChangedNs) : null);
            if (entry.FolderError is { } error)
            {
                unlisted.Add(entry.Path + "/");
                if (knowledge == Knowledge.Unknown)
                {
                    await ledger.ObserveAsync([UnreadableFolder(entry.Path, error)], cancellationToken);
                }
            }
            else if (knowledge != Knowledge.Same)
            {
                await batches.AddAsync(entry.Path);
                if (unsettled.Count >= MostUnsettled)
                {
                    await settle(cancellationToken);
                }
            }
        }

        await batches.CompleteAsync();
        guard.Verify();
        if (whole ? MayRemove(known) : guard.IsKnown)
        {
            // The folder is accepted before anything is removed, as looks tell nothing to be gone from a folder that is not.
            if (whole && guard.Accept() is { } identity)
            {
                await ledger.SetRootIdentityAsync(watch.Name, identity, cancellationToken);
            }

            await RemoveAsync(known, unlisted, batches, cancellationToken);
        }

        Completed |= whole;
        Log.Scanned(log, watch.Name, below, Seen, batches.Looked, known.Count - known.Found, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
    }

    private bool MayRemove(StampTable known)
    {
        if (guard.IsKnown || known.Count == 0 || known.Found > 0 || options.AcceptReplacedFolder)
        {
            Problem = null;
            return true;
        }

        var problem = string.Create(
            CultureInfo.InvariantCulture,
            $"{watch.Root} is not the folder that was scanned before, and none of the {known.Count} files known from it is there. If it is a share or disk, mount it; if the folder was made anew, start once with Ingest:Watcher:AcceptReplacedFolder=true to remove the files it had.");
        if (Problem != problem)
        {
            Log.Replaced(log, watch.Name, problem);
        }

        Problem = problem;
        return false;
    }

    private async Task RemoveAsync(StampTable known, List<string> unlisted, Batches batches, CancellationToken cancellationToken)
    {
        foreach (var rows in known.Missing().Chunk(FolderLook.BatchSize))
        {
            foreach (var path in await ledger.PathsAsync(rows, cancellationToken))
            {
                // What lies in a folder that cannot be listed is neither there nor gone.
                if (!unlisted.Exists(folder => path.StartsWith(folder, StringComparison.Ordinal)))
                {
                    await batches.AddAsync(path);
                }
            }
        }

        await batches.CompleteAsync();
    }

    private ObservedFile UnreadableFolder(string path, string error) => new()
    {
        Watch = watch.Name,
        Path = path,
        Stamp = default,
        Reason = RejectionReasons.Unreadable,
        Detail = $"This folder cannot be listed, so nothing in it is taken. {error}",
    };
}
