namespace Ingest.Deduplicator.Sketching;

/// <summary>
/// The character grams of a text, sampled: the least <see cref="Size"/> of their hashes (a bottom-k sketch, Cohen and Kaplan 2007). Texts
/// with fewer grams are compared exactly, others with a standard error of at most .045.
/// </summary>
/// <remarks>All grams would take twice the place of all else that is kept of a text; scans are few and their errors many.</remarks>
internal static class GramSample
{
    /// <summary>Grams that are kept.</summary>
    public const int Size = 128;

    /// <summary>Hashes are of 24 bits, so that they take three bytes at most in a store.</summary>
    private const int Shift = 8;

    /// <summary>Longer texts repeat themselves, and are few.</summary>
    private const int Most = 100_000;

    /// <summary>Up to which hash a sample reaches, but for one in ten thousand, when a text has so many grams.</summary>
    public static uint Limit(int grams) => grams is > Size * 2 and < Most ? (uint)(uint.MaxValue / (double)grams * Size * 1.4) : uint.MaxValue;

    /// <summary>Hashes below this have a value of a sample, or a smaller one.</summary>
    public static ulong EndOf(uint value) => ((ulong)value + 1) << Shift;

    /// <summary>The distinct least hashes, sorted; the argument is sorted on the way, and none of it is above the limit.</summary>
    public static uint[] Of(Span<uint> grams, uint limit)
    {
        HashSort.Sort(grams, limit);
        Span<uint> least = stackalloc uint[Size + 1];
        var (size, last) = (0, uint.MaxValue);
        foreach (var gram in grams)
        {
            var hash = gram >> Shift;
            least[size] = hash;
            size += hash != last ? 1 : 0;
            last = hash;
            if (size == Size)
            {
                break;
            }
        }

        return least[..size].ToArray();
    }

    /// <summary>Estimates the Jaccard similarity of two texts' grams from the least of both.</summary>
    public static double Similarity(ReadOnlySpan<uint> first, ReadOnlySpan<uint> second)
    {
        // Only as far as both samples reach do they say what is in a text and what is not.
        var (seen, shared) = (0, 0);
        for (int i = 0, j = 0; i < first.Length && j < second.Length && seen < Size; seen++)
        {
            var (a, b) = (first[i], second[j]);
            shared += a == b ? 1 : 0;
            i += a <= b ? 1 : 0;
            j += b <= a ? 1 : 0;
        }

        return seen == 0 ? 0 : (double)shared / seen;
    }
}
