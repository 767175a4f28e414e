using Ingest.Parser.Containers;

namespace Ingest.Parser.Portions;

/// <summary>
/// Files of which a portion was read and the next is expected. Opened anew, a file of many portions would be unpacked from its
/// beginning for each of them; left open, it is unpacked once, and once more after a kill.
/// </summary>
internal sealed class WaitingFiles : IDisposable
{
    /// <summary>Each may hold a file of the size that is read whole, so they are few.</summary>
    private const int Most = 4;

    /// <summary>A file that nobody asked for so long was finished by another process, or removed.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    private readonly Lock _lock = new();
    private readonly List<Entry> _waiting = [];
    private readonly TimeProvider _time;
    private readonly ITimer _timer;

    public WaitingFiles(TimeProvider time)
    {
        _time = time;
        _timer = time.CreateTimer(_ => Close(TakeAll(entry => _time.GetElapsedTime(entry.Since) > Longest)), null, Longest, Longest);
    }

    /// <summary>Takes a file that waits at this place; null when there is none. Whoever gets it closes it or lets it wait again.</summary>
    public OpenedFile? Take(FileKey key, Bookmark position)
    {
        var own = TakeAll(entry => entry.Key.FileId == key.FileId);
        var found = own.Find(entry => entry.Key == key && entry.File.Position == position);
        Close(own.Where(entry => entry != found));
        return found?.File;
    }

    /// <summary>Keeps a file open until its next portion is asked for.</summary>
    public void Wait(FileKey key, OpenedFile file)
    {
        int over;
        lock (_lock)
        {
            _waiting.Add(new Entry(key, file, _time.GetTimestamp()));
            over = _waiting.Count - Most;
        }

        // Those first that wait longest.
        Close(TakeAll(_ => over-- > 0));
    }

    /// <summary>Closes a file of which no more portions are asked for.</summary>
    public void Forget(string fileId) => Close(TakeAll(entry => entry.Key.FileId == fileId));

    public void Dispose()
    {
        _timer.Dispose();
        Close(TakeAll(_ => true));
    }

    private List<Entry> TakeAll(Predicate<Entry> which)
    {
        lock (_lock)
        {
            List<Entry> taken = [.. _waiting.Where(entry => which(entry))];
            _waiting.RemoveAll(taken.Contains);
            return taken;
        }
    }

    private static void Close(IEnumerable<Entry> entries)
    {
        foreach (var entry in entries)
        {
            entry.File.Dispose();
        }
    }

    private sealed record Entry(FileKey Key, OpenedFile File, long Since);
}

/// <summary>Which content of which file.</summary>
internal sealed record FileKey(string FileId, long Revision, string Sha256);
