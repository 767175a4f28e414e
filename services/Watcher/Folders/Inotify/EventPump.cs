using System.Threading.Channels;

namespace Ingest.Watcher.Folders.Inotify;

/// <summary>Reads the kernel's queue on a thread of its own, so that it never fills while files are hashed.</summary>
internal sealed class EventPump : IDisposable
{
    /// <summary>Above so many unread hints they are worth less than one scan.</summary>
    private const int Capacity = 262_144;

    private readonly InotifyQueue _queue;
    private readonly Channel<FolderEvent> _events = Channel.CreateBounded<FolderEvent>(new BoundedChannelOptions(Capacity) { SingleReader = true });
    private readonly Thread _thread;
    private int _lost;

    public EventPump(InotifyQueue queue)
    {
        _queue = queue;
        _thread = new Thread(Run) { IsBackground = true, Name = "ingest-inotify" };
        _thread.Start();
    }

    public ChannelReader<FolderEvent> Events => _events.Reader;

    /// <summary>Whether hints were dropped since this was last asked.</summary>
    public bool TakeLost() => Interlocked.Exchange(ref _lost, 0) != 0;

    public void Dispose()
    {
        _queue.Stop();
        _thread.Join();
        _queue.Dispose();
    }

    private void Run()
    {
        while (_queue.Read() is { } events)
        {
            foreach (var happened in events)
            {
                if (!_events.Writer.TryWrite(happened))
                {
                    Volatile.Write(ref _lost, 1);
                }
            }
        }

        _events.Writer.TryComplete();
    }
}
