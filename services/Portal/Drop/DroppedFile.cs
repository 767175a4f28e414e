namespace Ingest.Portal.Drop;

/// <summary>A file that was taken.</summary>
/// <param name="Path">Its path below the folder: another than it came with when that was taken.</param>
/// <param name="FullPath">Its whole path, by which the ledger finds it once the Watcher has seen it.</param>
/// <param name="Bytes">Its size.</param>
public sealed record DroppedFile(string Path, string FullPath, long Bytes);

/// <summary>Why a file was not taken.</summary>
internal enum DropProblem
{
    /// <summary>Nothing can be dropped here.</summary>
    Off,

    /// <summary>Larger than the limit.</summary>
    TooLarge,

    /// <summary>No space.</summary>
    DiskFull,

    /// <summary>The folder does not take it.</summary>
    Unwritable,
}

/// <summary>A file was not taken.</summary>
internal sealed class DropException(DropProblem problem, string message, Exception? inner = null) : Exception(message, inner)
{
    public int Status { get; } = problem switch
    {
        DropProblem.Off => 403,
        DropProblem.TooLarge => 413,
        DropProblem.DiskFull => 507,
        _ => 500,
    };
}
