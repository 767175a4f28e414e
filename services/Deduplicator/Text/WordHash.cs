namespace Ingest.Deduplicator.Text;

/// <summary>Hashes of words and of sequences of words. Part of what stores keep: a change needs a new algorithm number in the options.</summary>
internal static class WordHash
{
    /// <summary>FNV-1a's offset: the hash of no characters.</summary>
    public const ulong Seed = 14695981039346656037;

    private const ulong Prime = 1099511628211;

    /// <summary>Adds a character.</summary>
    public static ulong Add(ulong hash, char c) => (hash ^ c) * Prime;

    /// <summary>Ends a word: every bit depends on every character (MurmurHash3's finaliser).</summary>
    public static ulong Finish(ulong hash)
    {
        hash ^= hash >> 33;
        hash *= 0xFF51AFD7ED558CCD;
        hash ^= hash >> 33;
        hash *= 0xC4CEB9FE1A85EC53;
        return hash ^ (hash >> 33);
    }

    /// <summary>A value for two values in this order.</summary>
    public static ulong Combine(ulong first, ulong second) => Finish((first * 0x9E3779B97F4A7C15) + second);
}
