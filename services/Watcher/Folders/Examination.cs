using Ingest.Watcher.Ledger;

namespace Ingest.Watcher.Folders;

/// <summary>What a look at a path found: a closed set.</summary>
internal abstract record Examination
{
    /// <summary>A file as it stands, or something that the Watcher itself must reject.</summary>
    public sealed record Stands(ObservedFile File) : Examination;

    /// <summary>Nothing is there, or nothing that is taken.</summary>
    public sealed record Nothing : Examination;

    /// <summary>A folder.</summary>
    public sealed record Folder : Examination;

    /// <summary>Somebody is still writing it; look again.</summary>
    public sealed record Unfinished(FileStamp Stamp) : Examination;
}
