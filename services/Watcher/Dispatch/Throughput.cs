namespace Ingest.Watcher.Dispatch;

/// <summary>How many files reached a final state in each second of the last hour. Of this run only: the ledger has what lasts.</summary>
internal sealed class Throughput(TimeProvider time)
{
    private const int Seconds = 3600;
    private readonly long[] _counts = new long[Seconds];
    private readonly Lock _lock = new();
    private long _last = time.GetUtcNow().ToUnixTimeSeconds();

    public void Finished(int files)
    {
        lock (_lock)
        {
            _counts[Forward() % Seconds] += files;
        }
    }

    /// <summary>Files a second over the last ten whole seconds.</summary>
    public double FilesPerSecond()
    {
        lock (_lock)
        {
            var now = Forward();
            return Enumerable.Range(1, 10).Sum(back => _counts[(now - back) % Seconds]) / 10.0;
        }
    }

    /// <summary>Files in each of the last sixty minutes, the present one last.</summary>
    public IReadOnlyList<long> PerMinute()
    {
        lock (_lock)
        {
            var now = Forward();
            return [.. Enumerable.Range(0, 60).Select(minute => Enumerable.Range(0, 60).Sum(second => _counts[(now + 1 + (minute * 60) + second) % Seconds]))];
        }
    }

    /// <summary>Empties the seconds that have passed since the last look.</summary>
    private long Forward()
    {
        var now = Math.Max(_last, time.GetUtcNow().ToUnixTimeSeconds());
        for (var second = Math.Max(_last + 1, now - Seconds + 1); second <= now; second++)
        {
            _counts[second % Seconds] = 0;
        }

        return _last = now;
    }
}
