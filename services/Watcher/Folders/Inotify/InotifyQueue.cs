using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Ingest.Files;
using Ingest.Files.Linux;

namespace Ingest.Watcher.Folders.Inotify;

/// <summary>
/// inotify(7) over a folder tree. .NET's FileSystemWatcher does not pass on the one event that matters, that a writer has closed
/// the file (IN_CLOSE_WRITE), and cannot name files that are not valid UTF-8.
/// </summary>
internal sealed unsafe class InotifyQueue : IDisposable
{
    private const uint Attributes = 0x4, ClosedAfterWrite = 0x8, MovedFrom = 0x40, MovedTo = 0x80, Created = 0x100, Deleted = 0x200, SelfDeleted = 0x400, SelfMoved = 0x800;
    private const uint Unmounted = 0x2000, Overflow = 0x4000, Ignored = 0x8000, OnlyFolders = 0x0100_0000, IsFolder = 0x4000_0000;
    private const uint Mask = Attributes | ClosedAfterWrite | MovedFrom | MovedTo | Created | Deleted | SelfDeleted | SelfMoved | OnlyFolders;
    private const int NonBlocking = 0x800, CloseOnExec = 0x80000, HeaderSize = 16;
    private const int NoSpace = 28, TooManyFiles = 24, TableFull = 23;
    private const short Readable = 1;

    private readonly string _root;
    private readonly int _inotify;
    private readonly int _stop;
    private readonly Lock _lock = new();
    private readonly Dictionary<int, string> _pathOf = [];
    private readonly Dictionary<string, int> _watchOf = new(StringComparer.Ordinal);
    private readonly byte[] _buffer = new byte[64 * 1024];

    /// <exception cref="WatchLimitException">The system has no inotify instance left.</exception>
    public InotifyQueue(string root)
    {
        _root = root;
        _inotify = Libc.InotifyInit(NonBlocking | CloseOnExec);
        if (_inotify < 0)
        {
            throw new WatchLimitException("The system gives no inotify instance; raise fs.inotify.max_user_instances.");
        }

        _stop = Libc.EventFd(0, CloseOnExec);
    }

    /// <summary>Watches one folder (empty: the root); it must be listed after this, or what comes in between is missed.</summary>
    /// <exception cref="WatchLimitException">No watches are left.</exception>
    /// <exception cref="FileAccessException">The folder is not there, or cannot be read.</exception>
    public void Add(string path)
    {
        using var root = Beneath.Root(_root);
        using var folder = Beneath.Open(root.Number, path, Libc.PathOnly | Libc.DirectoryOnly);
        // By its descriptor: the path could lead somewhere else by now.
        var link = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"/proc/self/fd/{folder.Number}\0"));
        fixed (byte* bytes = link)
        {
            var watch = Libc.InotifyAddWatch(_inotify, bytes, Mask);
            if (watch < 0)
            {
                var error = Marshal.GetLastPInvokeError();
                throw error is NoSpace or TooManyFiles or TableFull
                    ? new WatchLimitException("The system's watches are used up; raise fs.inotify.max_user_watches (sysctl).")
                    : Errno.Exception(error, path);
            }

            lock (_lock)
            {
                if (_pathOf.TryGetValue(watch, out var old))
                {
                    _watchOf.Remove(old);
                }

                _pathOf[watch] = path;
                _watchOf[path] = watch;
            }
        }
    }

    /// <summary>Forgets a folder and everything below it.</summary>
    public void Remove(string path)
    {
        lock (_lock)
        {
            foreach (var (below, watch) in _watchOf.Where(pair => pair.Key == path || pair.Key.StartsWith(path + "/", StringComparison.Ordinal)).ToList())
            {
                _ = Libc.InotifyRemoveWatch(_inotify, watch);
                _watchOf.Remove(below);
                _pathOf.Remove(watch);
            }
        }
    }

    /// <summary>Blocks until events come, and gives them; null once <see cref="Stop"/> was called. For one thread of its own.</summary>
    public IReadOnlyList<FolderEvent>? Read()
    {
        var items = stackalloc PollItem[2];
        items[0] = new PollItem { Descriptor = _inotify, Events = Readable };
        items[1] = new PollItem { Descriptor = _stop, Events = Readable };
        while (true)
        {
            _ = Libc.Poll(items, 2, -1);
            if (items[1].Returned != 0)
            {
                return null;
            }

            nint length;
            fixed (byte* bytes = _buffer)
            {
                length = Libc.Read(_inotify, bytes, (nuint)_buffer.Length);
            }

            if (length > 0)
            {
                return Parse(_buffer.AsSpan(0, (int)length));
            }
        }
    }

    /// <summary>Makes the reader return null.</summary>
    public void Stop()
    {
        var one = 1UL;
        _ = Libc.Write(_stop, (byte*)&one, sizeof(ulong));
    }

    public void Dispose()
    {
        _ = Libc.Close(_inotify);
        _ = Libc.Close(_stop);
    }

    private List<FolderEvent> Parse(ReadOnlySpan<byte> bytes)
    {
        var events = new List<FolderEvent>();
        while (bytes.Length >= HeaderSize)
        {
            var watch = BinaryPrimitives.ReadInt32LittleEndian(bytes);
            var mask = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
            var length = BinaryPrimitives.ReadInt32LittleEndian(bytes[12..]);
            var name = bytes.Slice(HeaderSize, length).TrimEnd((byte)0);
            bytes = bytes[(HeaderSize + length)..];
            if (Read(watch, mask, name) is { } found)
            {
                events.Add(found);
            }
        }

        return events;
    }

    private FolderEvent? Read(int watch, uint mask, ReadOnlySpan<byte> name)
    {
        if ((mask & Overflow) != 0)
        {
            return new FolderEvent(FolderEventKind.Lost, "");
        }

        string? folder;
        lock (_lock)
        {
            if (!_pathOf.TryGetValue(watch, out folder))
            {
                return null;
            }

            if ((mask & Ignored) != 0)
            {
                _pathOf.Remove(watch);
                _watchOf.Remove(folder);
                return null;
            }
        }

        if ((mask & (SelfDeleted | SelfMoved | Unmounted)) != 0)
        {
            // Of a folder below the root the one above it tells as well.
            return folder.Length == 0 ? new FolderEvent(FolderEventKind.RootWent, "") : null;
        }

        if (name.IsEmpty)
        {
            return null;
        }

        var path = RelativePath.Join(folder, RelativePath.Decode(name));
        return (mask & IsFolder) == 0 ? new FolderEvent(FolderEventKind.Entry, path)
            : (mask & (Created | MovedTo)) != 0 ? new FolderEvent(FolderEventKind.FolderCame, path)
            : (mask & (Deleted | MovedFrom)) != 0 ? new FolderEvent(FolderEventKind.FolderWent, path)
            : null;
    }
}
