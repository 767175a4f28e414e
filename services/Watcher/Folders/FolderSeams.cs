namespace Ingest.Watcher.Folders;

/// <summary>
/// What tests put in place of the kernel: answers that this machine's own file system would not give, such as a share's. Null and
/// the defaults mean the real thing.
/// </summary>
internal sealed record FolderSeams
{
    public Func<string, bool?>? HasWriter { get; init; }

    public Func<string, Stream>? OpenRead { get; init; }

    /// <summary>How many events may wait before they are given up for a scan.</summary>
    public int EventCapacity { get; init; } = 65536;

    /// <summary>How many folders the system lets this process watch.</summary>
    public int WatchLimit { get; init; } = int.MaxValue;

    /// <summary>Whether the system says nothing of changes, as under some container and share drivers.</summary>
    public bool EventsAreLost { get; init; }
}
