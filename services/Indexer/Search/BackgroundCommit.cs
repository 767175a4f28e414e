namespace Ingest.Indexer.Search;

/// <summary>
/// Commits an index from time to time, beside the tail: waiting for the disk, up to half a second when that is busy, must not keep
/// an article that just arrived from being found.
/// </summary>
internal sealed class BackgroundCommit(WritableIndex index, TimeSpan interval)
{
    private Task _running = Task.CompletedTask;
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
        _pace = new Pace(interval);
        _running = Task.Run(index.Commit);
        return index.CommittedSequence > 0;
    }

    /// <summary>Waits for a running commit, whatever comes of it: the next owner of the index sees for itself.</summary>
    public async Task EndAsync() => await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
