using Ingest.Storage;
using Microsoft.Extensions.Options;

namespace Ingest.Watcher.Dispatch;

/// <summary>Says when the stores' disk is nearly full; looks at most once a second.</summary>
internal sealed class DiskGuard(IOptions<StoreOptions> store, IOptions<WatcherOptions> options, TimeProvider time)
{
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(1);
    private readonly Lock _lock = new();
    private long _lookedAt = long.MinValue;
    private string? _complaint;

    /// <summary>A sentence that says how full it is and what to do; null while there is enough space.</summary>
    public string? Complaint()
    {
        lock (_lock)
        {
            if (_lookedAt == long.MinValue || time.GetElapsedTime(_lookedAt) > Freshness)
            {
                _complaint = Look();
                _lookedAt = time.GetTimestamp();
            }

            return _complaint;
        }
    }

    private string? Look()
    {
        var wanted = options.Value.MinFreeDisk;
        var folder = Path.GetFullPath(store.Value.Data);
        return wanted > 0 && DiskSpace.FreeShare(folder) is { } free && free < wanted
            ? FormattableString.Invariant(
                $"The disk of {folder} has {free:P1} free, less than {wanted:P0} (Ingest:Watcher:MinFreeDisk). Free some space; it goes on by itself.")
            : null;
    }
}
