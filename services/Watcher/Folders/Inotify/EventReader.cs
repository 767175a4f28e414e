using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Threading.Channels;
using Ingest.Files;
using Ingest.Files.Linux;

namespace Ingest.Watcher.Folders.Inotify;

/// <summary>
/// Reads one inotify descriptor on a thread of its own, so that the kernel's queue is emptied whatever else goes on. .NET's
/// FileSystemWatcher has no close-write and no names that are not UTF-8.
/// </summary>
internal sealed unsafe class EventReader : IDisposable
{
    private const int HeaderSize = 16;
    private const short Readable = 1;

    private readonly Channel<FolderEvent> _events;
    private readonly Descriptor _inotify;
    private readonly Descriptor _stop;
    private readonly Thread _thread;
    private int _overflowed;

    /// <param name="capacity">How many events may wait; further ones are given up, and <see cref="TakeOverflow"/> says so.</param>
    /// <exception cref="WatchLimitException">This user may not have another one.</exception>
    public EventReader(int capacity)
    {
        _events = Channel.CreateBounded<FolderEvent>(new BoundedChannelOptions(capacity) { SingleReader = true });
        _inotify = Open(Libc.InotifyInit(Libc.CloseOnExec | Libc.NonBlocking), "fs.inotify.max_user_instances");
        try
        {
            _stop = Open(Libc.EventFd(0, Libc.CloseOnExec | Libc.NonBlocking), "ulimit -n");
        }
        catch (WatchLimitException)
        {
            _inotify.Dispose();
            throw;
        }

        _thread = new Thread(Read) { IsBackground = true, Name = "inotify" };
        _thread.Start();
    }

    /// <summary>What came.</summary>
    public ChannelReader<FolderEvent> Events => _events.Reader;

    /// <summary>The inotify descriptor, to add watches to.</summary>
    public int Descriptor => _inotify.Number;

    /// <summary>Whether events were lost since this was last asked.</summary>
    public bool TakeOverflow() => Interlocked.Exchange(ref _overflowed, 0) != 0;

    /// <summary>Wakes whoever waits for events.</summary>
    public void Nudge() => _events.Writer.TryWrite(default);

    public void Dispose()
    {
        var one = 1UL;
        _ = Libc.Write(_stop.Number, (byte*)&one, sizeof(ulong));
        _thread.Join();
        _inotify.Dispose();
        _stop.Dispose();
    }

    private static Descriptor Open(int result, string limit) => result >= 0
        ? new Descriptor(result)
        : throw new WatchLimitException($"{Marshal.GetLastPInvokeErrorMessage()}; raise {limit}.");

    private void Read()
    {
        var buffer = new byte[64 * 1024];
        var waits = stackalloc PollItem[2];
        try
        {
            while (true)
            {
                waits[0] = new PollItem { Descriptor = _inotify.Number, Events = Readable };
                waits[1] = new PollItem { Descriptor = _stop.Number, Events = Readable };
                var ready = Libc.Poll(waits, 2, -1);
                if (ready < 0 && Marshal.GetLastPInvokeError() != Errno.Interrupted)
                {
                    throw new IOException($"Waiting for events failed: {Marshal.GetLastPInvokeErrorMessage()}.");
                }

                if (ready > 0 && waits[1].Returned != 0)
                {
                    _events.Writer.TryComplete();
                    return;
                }

                if (ready > 0)
                {
                    fixed (byte* bytes = buffer)
                    {
                        Take(buffer.AsSpan(0, (int)Math.Max(0, Libc.Read(_inotify.Number, bytes, (nuint)buffer.Length))));
                    }
                }
            }
        }
        catch (Exception e)
        {
            // Whoever reads the events gets the reason.
            _events.Writer.TryComplete(e);
        }
    }

    private void Take(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length >= HeaderSize)
        {
            var watch = BinaryPrimitives.ReadInt32LittleEndian(bytes);
            var kind = (EventKinds)BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
            var length = (int)BinaryPrimitives.ReadUInt32LittleEndian(bytes[12..]);
            var name = bytes.Slice(HeaderSize, length);
            var end = name.IndexOf((byte)0);
            name = end < 0 ? name : name[..end];
            bytes = bytes[(HeaderSize + length)..];
            if (kind.HasFlag(EventKinds.Overflow) || !_events.Writer.TryWrite(new FolderEvent(watch, kind, name.IsEmpty ? "" : RelativePath.Decode(name))))
            {
                Interlocked.Exchange(ref _overflowed, 1);
                Nudge();
            }
        }
    }
}

/// <summary>The system watches no more folders for this user. The message says which limit to raise.</summary>
internal sealed class WatchLimitException(string message) : IOException(message);
