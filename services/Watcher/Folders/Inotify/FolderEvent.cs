namespace Ingest.Watcher.Folders.Inotify;

/// <summary>A hint that something happened at a path; what it is now, a look tells.</summary>
/// <param name="Kind">What the kernel said.</param>
/// <param name="Path">Path below the watched folder; empty for the folder itself and for lost events.</param>
internal readonly record struct FolderEvent(FolderEventKind Kind, string Path);

/// <summary>What the kernel said.</summary>
internal enum FolderEventKind
{
    /// <summary>A file is complete, new, renamed, changed in its attributes, or gone.</summary>
    Entry,

    /// <summary>A folder came.</summary>
    FolderCame,

    /// <summary>A folder went.</summary>
    FolderWent,

    /// <summary>Events were lost: only a scan tells.</summary>
    Lost,

    /// <summary>The watched folder itself went away or was unmounted.</summary>
    RootWent,
}
