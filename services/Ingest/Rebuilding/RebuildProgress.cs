using System.Collections.Concurrent;

namespace Ingest.CommandLine.Rebuilding;

/// <summary>Which articles are on their way through the stages again; holds the sender back when there are many.</summary>
internal sealed class RebuildProgress : IDisposable
{
    private const int MaxInFlight = 1024;
    private readonly ConcurrentDictionary<string, byte> _inFlight = new();
    private readonly SemaphoreSlim _places = new(MaxInFlight);
    private long _done;
    private long _failed;

    public long Done => Interlocked.Read(ref _done);

    public long Failed => Interlocked.Read(ref _failed);

    public async Task BeginAsync(string articleId, CancellationToken cancellationToken)
    {
        await _places.WaitAsync(cancellationToken);
        _inFlight.TryAdd(articleId, 0);
    }

    /// <summary>An article has arrived, or failed; a repeat changes nothing.</summary>
    public void End(string articleId, bool failed)
    {
        if (_inFlight.TryRemove(articleId, out _))
        {
            Interlocked.Increment(ref failed ? ref _failed : ref _done);
            _places.Release();
        }
    }

    public async Task CompleteAsync(CancellationToken cancellationToken)
    {
        while (!_inFlight.IsEmpty)
        {
            await Task.Delay(20, cancellationToken);
        }
    }

    public void Dispose() => _places.Dispose();
}
