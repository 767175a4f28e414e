using Ingest.Watcher.Ledger;

namespace Ingest.Watcher.Folders;

/// <summary>Files that somebody is still writing, with how they looked last and since when.</summary>
internal sealed class UnfinishedFiles(TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, (FileStamp Stamp, DateTimeOffset Since)> _files = new(StringComparer.Ordinal);

    public bool Any
    {
        get
        {
            lock (_lock)
            {
                return _files.Count > 0;
            }
        }
    }

    public IReadOnlyList<string> Paths()
    {
        lock (_lock)
        {
            return [.. _files.Keys];
        }
    }

    public (FileStamp Stamp, DateTimeOffset Since)? LastLook(string path)
    {
        lock (_lock)
        {
            return _files.TryGetValue(path, out var look) ? look : null;
        }
    }

    public void Keep(string path, FileStamp stamp)
    {
        lock (_lock)
        {
            if (!_files.TryGetValue(path, out var look) || look.Stamp != stamp)
            {
                _files[path] = (stamp, time.GetUtcNow());
            }
        }
    }

    public void Forget(string path)
    {
        lock (_lock)
        {
            _files.Remove(path);
        }
    }
}
