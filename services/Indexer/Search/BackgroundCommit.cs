using System.Diagnostics;

namespace Ingest.Indexer.Search;

/// <summary>
/// Commits an index from time to time, beside the tail: waiting for the disk, up to half a second when that is busy, must not keep
/// an article that just arrived from being found.
/// </summary>
internal sealed class BackgroundCommit(WritableIndex index, TimeSpan interval)
{
    /// <summary>Times as long as a commit took that there is none: every one ends a segment, and many small ones are merged again and again.</summary>
    private const int Rest = 9;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    private Task _running = Task.CompletedTask;
    private TimeSpan _took;
    private Pace _pace = new(TimeSpan.Zero);

    /// <summary>Begins a commit when it is time and there is something new; true when the one before has ended well.</summary>
    /// <exception cref="IOException">The one before failed.</exception>
    public async Task<bool> BeginWhenDueAsync()
    {
        if (!_running.IsCompleted || index.AppliedSequence == index.CommittedSequence || !_pace.IsDue)
        {
            return false;
        }

        await _running;
        _pace = new Pace(_took * Rest > interval ? _took * Rest : interval);
        _running = Task.Run(Commit);
        return index.CommittedSequence > 0;
    }

    private void Commit()
    {
        var committing = Stopwatch.StartNew();
        index.Commit();
        _took = committing.Elapsed < Longest ? committing.Elapsed : Longest;
    }

    /// <summary>Waits for a running commit, whatever comes of it: the next owner of the index sees for itself.</summary>
    public async Task EndAsync() => await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
