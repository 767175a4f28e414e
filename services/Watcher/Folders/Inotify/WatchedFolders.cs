using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Ingest.Files;
using Ingest.Files.Linux;

namespace Ingest.Watcher.Folders.Inotify;

/// <summary>Which folder each watch descriptor is about. Safe for many threads.</summary>
/// <param name="root">The watched folder.</param>
/// <param name="inotify">The descriptor of inotify.</param>
/// <param name="limit">How many folders may be watched.</param>
internal sealed unsafe class WatchedFolders(WatchedRoot root, int inotify, int limit)
{
    private const EventKinds Mask =
        EventKinds.ClosedAfterWriting | EventKinds.MovedTo | EventKinds.MovedFrom | EventKinds.Created | EventKinds.Deleted
        | EventKinds.Attributes | EventKinds.SelfDeleted | EventKinds.SelfMoved | EventKinds.OnlyFolders | EventKinds.ExceptUnlinked;

    private readonly Lock _lock = new();
    private readonly Dictionary<int, string> _paths = [];

    /// <summary>Watches a folder (empty: the root); no harm if it is watched already, or gone.</summary>
    /// <exception cref="WatchLimitException">The system watches no more.</exception>
    /// <exception cref="FileAccessException">The root is not there.</exception>
    public void Add(string folder)
    {
        using var top = Beneath.Root(root.FullPath);
        var opened = Beneath.TryOpen(top.Number, Beneath.Bytes(folder), Libc.PathOnly | Libc.DirectoryOnly);
        if (opened < 0)
        {
            // Gone, or a link by now. The scan that lists it says so where it matters.
            return;
        }

        // By the descriptor, as inotify itself would follow links on the way.
        using var descriptor = new Descriptor(opened);
        var path = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"/proc/self/fd/{opened}"));
        lock (_lock)
        {
            int watch;
            fixed (byte* bytes = Beneath.ZeroTerminated(path))
            {
                watch = _paths.Count < limit ? Libc.InotifyAddWatch(inotify, bytes, (uint)Mask) : -1;
            }

            // The kernel gives the same descriptor for the same folder, under whatever name: the newest name is the right one.
            if (watch >= 0)
            {
                _paths[watch] = folder;
            }
            else if (_paths.Count >= limit || Marshal.GetLastPInvokeError() is Errno.NoSpace or OutOfMemory)
            {
                throw new WatchLimitException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"the system watches no more than {_paths.Count} folders for this process; raise fs.inotify.max_user_watches (sysctl) to be told of changes at once."));
            }
        }
    }

    /// <summary>The folder of a watch; null when it is none any more.</summary>
    public string? Find(int watch)
    {
        lock (_lock)
        {
            return _paths.GetValueOrDefault(watch);
        }
    }

    /// <summary>The kernel has ended a watch.</summary>
    public void Forget(int watch)
    {
        lock (_lock)
        {
            _paths.Remove(watch);
        }
    }

    /// <summary>A folder was moved away: neither it nor what is below it has this path any more.</summary>
    public void ForgetBelow(string folder)
    {
        lock (_lock)
        {
            foreach (var (watch, path) in _paths)
            {
                if (path == folder || (path.Length > folder.Length && path[folder.Length] == '/' && path.StartsWith(folder, StringComparison.Ordinal)))
                {
                    _paths.Remove(watch);
                    _ = Libc.InotifyRemoveWatch(inotify, watch);
                }
            }
        }
    }

    private const int OutOfMemory = 12;
}
