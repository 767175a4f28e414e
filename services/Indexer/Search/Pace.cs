using System.Diagnostics;

namespace Ingest.Indexer.Search;

/// <summary>Time since something was done last, against how often it shall be done.</summary>
internal readonly struct Pace(TimeSpan interval)
{
    private readonly long _since = Stopwatch.GetTimestamp();

    /// <summary>How long it is until the next time.</summary>
    public TimeSpan Rest => interval - Stopwatch.GetElapsedTime(_since) is { Ticks: > 0 } rest ? rest : TimeSpan.Zero;

    /// <summary>Whether it is time.</summary>
    public bool IsDue => Rest == TimeSpan.Zero;
}
