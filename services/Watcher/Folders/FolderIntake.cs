using System.Collections.Concurrent;
using Ingest.Files;
using Ingest.Watcher.Ledger;

namespace Ingest.Watcher.Folders;

/// <summary>Looks at paths and tells the ledger what is there and what is gone.</summary>
internal sealed class FolderIntake(
    string watch, WatchedRoot root, FileExaminer examiner, NameRules names, UnfinishedFiles unfinished, ILedgerIntake ledger)
{
    /// <summary>So many files are told to the ledger in one transaction.</summary>
    public const int Batch = 256;

    private const int SmallBatch = 8;
    private static readonly int Parallelism = Math.Clamp(Environment.ProcessorCount, 1, 4);

    /// <param name="paths">What to look at.</param>
    /// <param name="identity">The root's identity; when it has changed, nothing is taken for removed.</param>
    /// <param name="takeAnyway">Take files as they stand, finished or not.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>How many files were told, how many removals, and which paths are folders.</returns>
    /// <exception cref="FileAccessException">The root cannot be used, or is another by now.</exception>
    public async Task<IntakeResult> TakeAsync(
        IReadOnlyCollection<string> paths, string identity, bool takeAnyway, CancellationToken cancellationToken)
    {
        var (observed, gone, folders) = (new ConcurrentBag<ObservedFile>(), new ConcurrentBag<string>(), new ConcurrentBag<string>());
        if (paths.Count <= SmallBatch)
        {
            foreach (var path in paths)
            {
                Look(path);
            }
        }
        else
        {
            var options = new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancellationToken };
            await Task.Run(() => Parallel.ForEach(paths, options, Look), cancellationToken);
        }

        foreach (var batch in observed.OrderBy(file => file.Path, StringComparer.Ordinal).Chunk(Batch))
        {
            await ledger.ObserveAsync(batch, cancellationToken);
        }

        if (!gone.IsEmpty)
        {
            await RemoveAsync([.. gone], identity, cancellationToken);
        }

        return new IntakeResult(observed.Count, gone.Count, [.. folders]);

        void Look(string path)
        {
            switch (examiner.Examine(path, unfinished.LastLook(path), takeAnyway, cancellationToken))
            {
                case Examination.Stands stands:
                    unfinished.Forget(path);
                    observed.Add(stands.File);
                    break;
                case Examination.Unfinished writing:
                    unfinished.Keep(path, writing.Stamp);
                    break;
                case Examination.Folder:
                    unfinished.Forget(path);
                    folders.Add(path);
                    gone.Add(path);
                    break;
                default:
                    unfinished.Forget(path);
                    gone.Add(path);
                    break;
            }
        }
    }

    /// <summary>Tells the ledger that files are gone.</summary>
    /// <exception cref="FileAccessException">The root is another by now: then it is not the files that are gone.</exception>
    public async Task RemoveAsync(IReadOnlyCollection<string> paths, string identity, CancellationToken cancellationToken)
    {
        if (root.Identity() != identity)
        {
            throw new FileAccessException(Problem.Missing, $"{root.FullPath} was replaced or unmounted while it was looked at.");
        }

        foreach (var batch in paths.Chunk(Batch))
        {
            await ledger.RemoveAsync(watch, batch, cancellationToken);
        }
    }

    /// <summary>Whether a path is taken at all.</summary>
    public bool Takes(string path) => names.TakesWhole(path);
}

/// <summary>What a look at some paths gave.</summary>
internal sealed record IntakeResult(int Observed, int Gone, IReadOnlyList<string> Folders);
