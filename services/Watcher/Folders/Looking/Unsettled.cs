namespace Ingest.Watcher.Folders.Looking;

/// <summary>Paths that are to be looked at again a little later, such as files that are being written. Safe for many threads.</summary>
internal sealed class Unsettled(TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Entry> _entries = [];

    // Holds outdated places too: they are skipped when their time comes.
    private readonly PriorityQueue<string, long> _order = new();

    /// <summary>Raised when something was put here, so that whoever sleeps until the next one is due sleeps less.</summary>
    public event Action? Added;

    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _entries.Count;
            }
        }
    }

    /// <summary>To be looked at in a while.</summary>
    public void Add(Ask ask, TimeSpan delay)
    {
        var due = time.GetUtcNow().UtcTicks + delay.Ticks;
        lock (_lock)
        {
            _entries[ask.Path] = new Entry(ask, due);
            _order.Enqueue(ask.Path, due);
        }

        Added?.Invoke();
    }

    /// <summary>The path is looked at now: what was kept of it, joined to the new reason to look.</summary>
    public Ask Take(Ask ask)
    {
        lock (_lock)
        {
            return _entries.Remove(ask.Path, out var entry) ? ask with { Last = ask.Last ?? entry.Ask.Last, Closed = ask.Closed || entry.Ask.Closed } : ask;
        }
    }

    public bool Contains(string path)
    {
        lock (_lock)
        {
            return _entries.ContainsKey(path);
        }
    }

    /// <summary>Takes what is due, at most <paramref name="limit"/>.</summary>
    public IReadOnlyList<Ask> TakeDue(int limit)
    {
        var now = time.GetUtcNow().UtcTicks;
        var due = new List<Ask>();
        lock (_lock)
        {
            while (due.Count < limit && _order.TryPeek(out var path, out var at) && at <= now)
            {
                _order.Dequeue();
                if (_entries.TryGetValue(path, out var entry) && entry.Due == at)
                {
                    _entries.Remove(path);
                    due.Add(entry.Ask);
                }
            }
        }

        return due;
    }

    /// <summary>Takes everything, due or not.</summary>
    public IReadOnlyList<Ask> TakeAll()
    {
        lock (_lock)
        {
            var all = _entries.Values.Select(entry => entry.Ask).ToList();
            _entries.Clear();
            _order.Clear();
            return all;
        }
    }

    /// <summary>How long until something is due; null when nothing waits.</summary>
    public TimeSpan? UntilDue()
    {
        lock (_lock)
        {
            return _order.TryPeek(out _, out var at) ? TimeSpan.FromTicks(Math.Max(0, at - time.GetUtcNow().UtcTicks)) : null;
        }
    }

    private readonly record struct Entry(Ask Ask, long Due);
}
