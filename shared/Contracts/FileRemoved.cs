namespace Ingest.Contracts;

/// <summary>A file is gone from its watched folder: its articles are to be withdrawn. Published by the Watcher.</summary>
public sealed record FileRemoved
{
    /// <summary>See <see cref="Identifiers.File"/>.</summary>
    public required string FileId { get; init; }

    /// <summary>The removal's own revision, one above the content that was removed.</summary>
    public required long Revision { get; init; }

    /// <summary>How often this removal was published, from 1.</summary>
    public required int Attempt { get; init; }

    /// <summary>Name of the watch.</summary>
    public required string Watch { get; init; }

    /// <summary>Path below the watched folder.</summary>
    public required string Path { get; init; }

    /// <summary>When the Watcher noticed.</summary>
    public required DateTimeOffset RemovedAt { get; init; }

    /// <summary>Portions of a large file whose articles are withdrawn: the Parser is to go on with the next one.</summary>
    public int PortionsSettled { get; init; }
}
