namespace Ingest.Files;

/// <summary>What the file system says about a path, without following a link and without opening it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Size">Bytes.</param>
/// <param name="ModifiedNs">When the content changed, nanoseconds since 1970 UTC; anyone can set it to anything.</param>
/// <param name="ChangedNs">When the inode changed (content, name, owner, mode), nanoseconds since 1970 UTC; nobody can set it.</param>
public readonly record struct FileStatus(FileKind Kind, long Size, long ModifiedNs, long ChangedNs);
