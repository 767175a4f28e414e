namespace Ingest.Watcher.Ledger;

/// <summary>What the folder side tells the ledger, and what it asks to find out what changed.</summary>
internal interface ILedgerIntake
{
    /// <summary>
    /// The name under which a folder is watched: <paramref name="name"/>, or the folder's own name, made distinct when another
    /// folder that still exists has it already. The binding is kept, so a later run gives the same name.
    /// </summary>
    Task<WatchEntry> OpenWatchAsync(string root, string? name, CancellationToken cancellationToken);

    /// <summary>Keeps device and inode of the watch's root, once a scan of it has been completed.</summary>
    Task SetRootIdentityAsync(string watch, string identity, CancellationToken cancellationToken);

    /// <summary>
    /// Records files as they stand: content the ledger has already (and no removal since) only renews the stamp; anything else
    /// becomes a new revision that waits to be published, or is rejected at once where it could not be read.
    /// </summary>
    Task ObserveAsync(IReadOnlyList<ObservedFile> files, CancellationToken cancellationToken);

    /// <summary>Records files that are gone: a new revision that withdraws their articles.</summary>
    Task RemoveAsync(string watch, IReadOnlyList<string> paths, CancellationToken cancellationToken);

    /// <summary>Streams the rows of files that are present, below a folder (empty: the whole watch), in no order to rely on.</summary>
    IAsyncEnumerable<KnownFile> PresentAsync(string watch, string below, CancellationToken cancellationToken);

    /// <summary>The paths of rows, for the few that a scan did not find.</summary>
    Task<IReadOnlyList<string>> PathsAsync(IReadOnlyList<long> rows, CancellationToken cancellationToken);
}

/// <summary>A watched folder.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Root">Its absolute path.</param>
/// <param name="RootIdentity">Device and inode of the root when it was last scanned; tells an unmounted share from an emptied folder.</param>
internal sealed record WatchEntry(string Name, string Root, string? RootIdentity);

/// <summary>What a rescan compares to know, without reading, that a file is unchanged. Never an identity.</summary>
internal readonly record struct FileStamp(long Size, long ModifiedNs, long ChangedNs);

/// <summary>A file that stands in the folder as far as the ledger knows.</summary>
internal readonly record struct KnownFile(long Row, string Path, FileStamp Stamp);

/// <summary>A file as it stands now.</summary>
internal sealed record ObservedFile
{
    public required string Watch { get; init; }

    public required string Path { get; init; }

    public required FileStamp Stamp { get; init; }

    /// <summary>SHA-256 of the content, lower-case hexadecimal; null when it could not be read.</summary>
    public string? Sha256 { get; init; }

    /// <summary>One of <c>RejectionReasons</c> when the Watcher itself must reject it.</summary>
    public string? Reason { get; init; }

    /// <summary>A sentence to <see cref="Reason"/>.</summary>
    public string? Detail { get; init; }
}
