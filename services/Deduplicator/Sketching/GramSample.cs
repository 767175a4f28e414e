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

    /// <summary>The distinct least hashes, sorted; the argument is sorted on the way.</summary>
    public static uint[] Of(Span<uint> grams)
    {
        // Of many, only those are sorted that can be among the least: hashes are evenly spread. Where they repeat too much for
        // that, all are.
        if (grams.Length > Size * 2 && grams.Length < Most)
        {
            var most = (uint)(uint.MaxValue / (double)grams.Length * Size * 1.4);
            Span<uint> below = stackalloc uint[Size * 3];
            var count = 0;
            foreach (var gram in grams)
            {
                below[count] = gram;
                // Without a branch, which half of the time would be foretold wrongly.
                count = Math.Min(count + (gram <= most ? 1 : 0), below.Length - 1);
            }

            if (count < below.Length - 1 && Least(below[..count], most) is { Length: Size } found)
            {
                return found;
            }
        }

        return Least(grams, uint.MaxValue);
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

    private static uint[] Least(Span<uint> grams, uint limit)
    {
        HashSort.Sort(grams, limit);
        Span<uint> least = stackalloc uint[Size];
        var size = 0;
        foreach (var gram in grams)
        {
            var hash = gram >> Shift;
            if (size == 0 || least[size - 1] != hash)
            {
                least[size++] = hash;
                if (size == Size)
                {
                    break;
                }
            }
        }

        return least[..size].ToArray();
    }
}
