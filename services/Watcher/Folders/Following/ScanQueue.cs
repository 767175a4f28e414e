namespace Ingest.Watcher.Folders.Following;

/// <summary>Folders that are to be scanned, each once, and none that lies below another that is.</summary>
internal sealed class ScanQueue : IDisposable
{
    private readonly Lock _lock = new();
    private readonly LinkedList<string> _folders = [];
    private readonly HashSet<string> _names = [];
    private readonly SemaphoreSlim _arrived = new(0);

    /// <summary>Asks for a scan of a folder (empty: all).</summary>
    public void Request(string folder)
    {
        lock (_lock)
        {
            if (IsCovered(folder))
            {
                return;
            }

            if (folder.Length == 0)
            {
                _folders.Clear();
                _names.Clear();
            }

            _folders.AddLast(folder);
            _names.Add(folder);
        }

        _arrived.Release();
    }

    /// <summary>The next folder, as soon as there is one.</summary>
    public async Task<string> NextAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            await _arrived.WaitAsync(cancellationToken);
            lock (_lock)
            {
                if (_folders.First is { } first)
                {
                    _folders.RemoveFirst();
                    _names.Remove(first.Value);
                    return first.Value;
                }
            }
        }
    }

    public void Dispose() => _arrived.Dispose();

    private bool IsCovered(string folder)
    {
        for (var above = folder; ; above = Files.RelativePath.Directory(above))
        {
            if (_names.Contains(above))
            {
                return true;
            }

            if (above.Length == 0)
            {
                return false;
            }
        }
    }
}
