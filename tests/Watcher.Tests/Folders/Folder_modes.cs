using Ingest.Watcher.Folders;

namespace Ingest.Watcher.Tests.Folders;

/// <summary>Nothing but events: no rescan comes to their help.</summary>
public sealed class A_folder_followed_by_events() : Folder_scenarios(new FolderOptions
{
    Polling = FolderPolling.Never,
    StableAfter = TimeSpan.FromMilliseconds(300),
    PollInterval = TimeSpan.FromMilliseconds(100),
    RescanInterval = TimeSpan.FromHours(1),
});

/// <summary>Nothing but scans, on a file system that can say whether a file is being written.</summary>
public sealed class A_folder_that_is_polled() : Folder_scenarios(Options)
{
    internal static FolderOptions Options => new()
    {
        Polling = FolderPolling.Always,
        StableAfter = TimeSpan.FromSeconds(1),
        PollInterval = TimeSpan.FromMilliseconds(100),
    };
}

/// <summary>Nothing but scans, and nobody to say whether a file is being written: a network share.</summary>
public sealed class A_share_that_is_polled() : Folder_scenarios(A_folder_that_is_polled.Options)
{
    private protected override FolderSeams Seams => new() { HasWriter = _ => null };
}
