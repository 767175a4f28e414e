namespace Ingest.Files;

/// <summary>One entry of a folder.</summary>
/// <param name="Name">Its name, in the notation of <see cref="RelativePath"/>.</param>
/// <param name="Status">What it is; null when it exists and cannot be looked at.</param>
public readonly record struct FileEntry(string Name, FileStatus? Status);
