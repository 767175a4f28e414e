namespace Ingest.Watcher.Folders.Inotify;

/// <summary>One event as inotify(7) gives it.</summary>
/// <param name="Watch">The watch descriptor.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Name">The entry's name in the notation of <c>RelativePath</c>; empty when it is about the folder itself.</param>
internal readonly record struct FolderEvent(int Watch, EventKinds Kind, string Name);

/// <summary>The bits of inotify(7).</summary>
[Flags]
internal enum EventKinds : uint
{
    None = 0,
    Attributes = 0x4,
    ClosedAfterWriting = 0x8,
    MovedFrom = 0x40,
    MovedTo = 0x80,
    Created = 0x100,
    Deleted = 0x200,
    SelfDeleted = 0x400,
    SelfMoved = 0x800,
    Unmounted = 0x2000,
    Overflow = 0x4000,
    Ignored = 0x8000,
    OnlyFolders = 0x1000000,
    ExceptUnlinked = 0x4000000,
    Folder = 0x40000000,
}
