namespace Ingest.Parser.Store;

/// <summary>Times in the store: microseconds since 1970 UTC, which every database orders and no time zone changes.</summary>
internal static class StoreTime
{
    public static long ToMicroseconds(this DateTimeOffset time) => (time.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    public static DateTimeOffset FromMicroseconds(long microseconds) => DateTimeOffset.UnixEpoch.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond);

    /// <summary>As it will come back from the store, so that the first publishing and every later one say the same.</summary>
    public static DateTimeOffset Rounded(this DateTimeOffset time) => FromMicroseconds(time.ToMicroseconds());
}
