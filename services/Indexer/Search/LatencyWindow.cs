using Ingest.Queries;

namespace Ingest.Indexer.Search;

/// <summary>The last thousand times from a file's discovery to its article in search; of this run only.</summary>
internal sealed class LatencyWindow
{
    private const int Kept = 1000;
    private readonly Lock _lock = new();
    private readonly Queue<double> _seconds = new(Kept);

    public void Add(double seconds)
    {
        lock (_lock)
        {
            if (_seconds.Count == Kept)
            {
                _seconds.Dequeue();
            }

            _seconds.Enqueue(seconds);
        }
    }

    /// <summary>Null while nothing was measured.</summary>
    public SearchableLatencies? Figures()
    {
        double[] recent;
        lock (_lock)
        {
            recent = [.. _seconds];
        }

        if (recent.Length == 0)
        {
            return null;
        }

        var sorted = recent.Order().ToArray();
        return new SearchableLatencies(recent.Length, At(0.5), At(0.95), At(0.99), [.. recent.TakeLast(100)]);

        // The smallest value that at least this share does not exceed.
        double At(double share) => sorted[(int)Math.Ceiling(share * sorted.Length) - 1];
    }
}
