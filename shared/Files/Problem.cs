namespace Ingest.Files;

/// <summary>Why a file could not be had.</summary>
public enum Problem
{
    /// <summary>There is nothing at this path (any more).</summary>
    Missing,

    /// <summary>Permissions, or an error of the disk or share.</summary>
    Unreadable,

    /// <summary>A symbolic link stands in the path; links are never followed, as they may lead out of the folder.</summary>
    OutsideRoot,

    /// <summary>A folder, pipe, socket or device where a file was expected.</summary>
    NotAFile,
}
