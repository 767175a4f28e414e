namespace Ingest.Deduplicator.Comparing;

/// <summary>The longest run of words that stands in both of two texts.</summary>
/// <param name="First">Where it begins in the first.</param>
/// <param name="Second">Where it begins in the second.</param>
/// <param name="Words">How many words it has; 0 when there is none.</param>
internal readonly record struct SharedBlock(int First, int Second, int Words)
{
    private const ulong Base = 0x9E3779B97F4A7C15;

    /// <summary>
    /// Finds it by halving: where a run of n words is shared, one of n − 1 is too. For each length one pass with rolling hashes over
    /// both, so n log n however often words repeat. Of several the first in the first text.
    /// </summary>
    public static SharedBlock Find(ReadOnlySpan<uint> first, ReadOnlySpan<uint> second)
    {
        var best = new SharedBlock(0, 0, 0);
        var (low, high) = (1, Math.Min(first.Length, second.Length));
        while (low <= high)
        {
            var length = (low + high) / 2;
            if (Of(first, second, length) is { } found)
            {
                (best, low) = (found, length + 1);
            }
            else
            {
                high = length - 1;
            }
        }

        return best;
    }

    private static SharedBlock? Of(ReadOnlySpan<uint> first, ReadOnlySpan<uint> second, int length)
    {
        var places = new Dictionary<ulong, int>(second.Length);
        foreach (var (hash, place) in Windows(second, length))
        {
            places.TryAdd(hash, place);
        }

        foreach (var (hash, place) in Windows(first, length))
        {
            // Words are compared as well: a hash alone could claim a block that is none.
            if (places.TryGetValue(hash, out var other) && first.Slice(place, length).SequenceEqual(second.Slice(other, length)))
            {
                return new SharedBlock(place, other, length);
            }
        }

        return null;
    }

    private static List<(ulong Hash, int Place)> Windows(ReadOnlySpan<uint> tokens, int length)
    {
        var windows = new List<(ulong, int)>(Math.Max(0, tokens.Length - length + 1));
        var (hash, power) = (0UL, 1UL);
        for (var i = 0; i < tokens.Length; i++)
        {
            if (i >= length)
            {
                hash -= (tokens[i - length] + 1UL) * power;
            }
            else if (i > 0)
            {
                power *= Base;
            }

            hash = (hash * Base) + tokens[i] + 1;
            if (i >= length - 1)
            {
                windows.Add((hash, i - length + 1));
            }
        }

        return windows;
    }
}
