namespace Ingest.Deduplicator.Store;

/// <summary>
/// Tells of nearly all keys that were never added that they were not, without asking the store: a Bloom filter whose bits for one key lie in one word (Putze, Sanders and
/// Singler, "Cache-, hash- and space-efficient Bloom filters", 2007). With twelve bits a key it is wrong about one in a hundred, and more often when it is overfull.
/// </summary>
/// <param name="keys">How many it is made for; it never takes more than 32 MiB.</param>
internal sealed class KeyFilter(long keys)
{
    private const int BitsAKey = 12;
    private const int BitsAWord = 64;
    private const long MostWords = 1 << 22;

    private readonly ulong[] _words = new ulong[Math.Min(MostWords, (keys * BitsAKey / BitsAWord) + 1)];
    private long _count;

    /// <summary>Whether a larger one would do better.</summary>
    public bool IsFull => _count > keys && _words.Length < MostWords;

    /// <summary>Adds a key; nothing happens when it is there.</summary>
    /// <param name="key">Evenly spread.</param>
    public void Add(ulong key)
    {
        ref var word = ref _words[PlaceOf(key)];
        var bits = BitsOf(key);
        _count += (word & bits) == bits ? 0 : 1;
        word |= bits;
    }

    /// <summary>False for a key that was never added.</summary>
    public bool MayHave(ulong key)
    {
        var bits = BitsOf(key);
        return (_words[PlaceOf(key)] & bits) == bits;
    }

    // From its upper bits, and the four bits there from its lower ones.
    private int PlaceOf(ulong key) => (int)Math.BigMul(key, (ulong)_words.Length, out _);

    private static ulong BitsOf(ulong key) =>
        (1UL << (int)key) | (1UL << (int)(key >> 6)) | (1UL << (int)(key >> 12)) | (1UL << (int)(key >> 18));
}
