namespace Ingest.Queries;

/// <summary>
/// Files that came, went or were tried again one soon after the other: a drop of many files, an import, a retry. A batch takes files
/// until none has come for a while, and ends when each of them has a final state.
/// </summary>
public sealed record BatchEntry
{
    /// <summary>Its number, from 1.</summary>
    public required long Number { get; init; }

    /// <summary>When its first file came.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When its last file came, so far.</summary>
    public required DateTimeOffset LastArrivalAt { get; init; }

    /// <summary>When its last file reached a final state; null while one has not.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>Whether its report is kept, whatever becomes of its files from now on.</summary>
    public bool IsReported { get; init; }

    /// <summary>Files by <see cref="FileStates"/>; every state is there.</summary>
    public required IReadOnlyDictionary<string, long> States { get; init; }

    /// <summary>Articles of its indexed files.</summary>
    public long Articles { get; init; }

    /// <summary>All its files.</summary>
    public long Files => States.Values.Sum();
}

/// <summary>Which batches: the newest first.</summary>
/// <param name="Before">Only older ones than this number; all when null.</param>
/// <param name="Limit">Page size, 1 to 1,000.</param>
public sealed record BatchFilter(long? Before = null, int Limit = 50);

/// <summary>A page of batches.</summary>
/// <param name="Batches">Newest first.</param>
/// <param name="Next">Cursor of the next page; null on the last.</param>
public sealed record BatchPage(IReadOnlyList<BatchEntry> Batches, long? Next);

/// <summary>Names a batch.</summary>
public sealed record BatchKey(long Number);

/// <summary>Asks for a batch's report, a page at a time.</summary>
/// <param name="Number">The batch.</param>
/// <param name="After"><see cref="FilePage.Next"/> of the page before.</param>
/// <param name="Limit">Page size, 1 to 10,000.</param>
public sealed record BatchReport(long Number, string? After = null, int Limit = 10_000);

/// <summary>Attempts of a file's current revision that came to nothing, in their order.</summary>
public sealed record AttemptList(IReadOnlyList<FileAttempt> Attempts);

/// <summary>An attempt that came to nothing.</summary>
/// <param name="Attempt">Its number, from 1.</param>
/// <param name="PublishedAt">When the file was published.</param>
/// <param name="EndedAt">When it was clear that nothing would come of it.</param>
/// <param name="Reason">A code, as of <see cref="FileEntry.Reason"/>.</param>
/// <param name="Detail">A sentence.</param>
public sealed record FileAttempt(int Attempt, DateTimeOffset PublishedAt, DateTimeOffset EndedAt, string Reason, string? Detail);
