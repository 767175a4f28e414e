namespace Ingest.Contracts;

/// <summary>
/// A complete file stands in a watched folder and is to be parsed. Published by the Watcher, again for every retry.
/// Carries no content: every worker mounts the folder and checks <see cref="Sha256"/> when it reads.
/// </summary>
public sealed record FileDiscovered
{
    /// <summary>See <see cref="Identifiers.File"/>.</summary>
    public required string FileId { get; init; }

    /// <summary>Counts the contents this file has had, from 1; a removal takes a number of its own.</summary>
    public required long Revision { get; init; }

    /// <summary>How often this revision was published, from 1.</summary>
    public required int Attempt { get; init; }

    /// <summary>Name of the watch; with <see cref="Path"/> it is the file's identity.</summary>
    public required string Watch { get; init; }

    /// <summary>Absolute path of the watched folder as the Watcher sees it; a worker may mount it elsewhere.</summary>
    public required string Root { get; init; }

    /// <summary>Path below the watched folder, in the notation of <c>Ingest.Files.RelativePath</c>.</summary>
    public required string Path { get; init; }

    /// <summary>Size in bytes.</summary>
    public required long Size { get; init; }

    /// <summary>SHA-256 of the whole content, lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>When the Watcher first saw this revision.</summary>
    public required DateTimeOffset DiscoveredAt { get; init; }

    /// <summary>Portions of a large file whose articles are all searchable: the Parser is to go on with the next one.</summary>
    public int PortionsSettled { get; init; }
}
