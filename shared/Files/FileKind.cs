namespace Ingest.Files;

/// <summary>What stands at a path; a symbolic link is never followed to say so.</summary>
public enum FileKind
{
    /// <summary>A regular file.</summary>
    File,

    /// <summary>A folder.</summary>
    Directory,

    /// <summary>A symbolic link, to whatever.</summary>
    SymbolicLink,

    /// <summary>A pipe, socket or device.</summary>
    Other,
}
