namespace Ingest.Watcher.Ledger;

/// <summary>When a file is published again.</summary>
/// <param name="Delays">Wait after the first, second … failure; the last holds for all further ones.</param>
/// <param name="MaxFaults">So many failures of one revision make it <c>failed</c>.</param>
/// <param name="RedriveAfter">Without any progress for so long, it is published again; doubles each time.</param>
/// <param name="RedriveCap">The longest such wait.</param>
internal sealed record RetryPolicy(IReadOnlyList<TimeSpan> Delays, int MaxFaults, TimeSpan RedriveAfter, TimeSpan RedriveCap)
{
    /// <summary>Microseconds to wait after the <paramref name="fault"/>th failure, from 1.</summary>
    public long DelayAfter(long fault) =>
        Delays[(int)Math.Clamp(fault - 1, 0, Delays.Count - 1)].ToMicroseconds();

    /// <summary>Microseconds without progress after which a file counts as stalled.</summary>
    public long Patience(long redrives) =>
        Math.Min(RedriveCap.ToMicroseconds(), RedriveAfter.ToMicroseconds() << (int)Math.Min(redrives, 20));
}
