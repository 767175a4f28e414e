namespace Ingest.Deduplicator.Sketching;

/// <summary>Sets of word 3-shingles, each as 32 bits; what texts are compared by.</summary>
internal static class Shingles
{
    private const int Width = 3;

    /// <summary>The distinct shingles of a text, sorted. A text of fewer than three words has one, of all its words.</summary>
    public static uint[] SetOf(ReadOnlySpan<uint> tokens)
    {
        var all = new uint[Count(tokens.Length)];
        Write(tokens, all);
        HashSort.Sort(all);
        var distinct = Distinct(all);
        return distinct == all.Length ? all : all[..distinct];
    }

    /// <summary>How many shingles so many words have, repeated ones counted.</summary>
    public static int Count(int words) => words == 0 ? 0 : Math.Max(1, words - Width + 1);

    /// <summary>Writes the shingle at each position.</summary>
    public static void Write(ReadOnlySpan<uint> tokens, Span<uint> shingles)
    {
        if (tokens.Length < Width)
        {
            if (tokens.Length > 0)
            {
                shingles[0] = Of(tokens[0], tokens[^1], (uint)tokens.Length);
            }

            return;
        }

        for (var i = 0; i + Width <= tokens.Length; i++)
        {
            shingles[i] = Of(tokens[i], tokens[i + 1], tokens[i + 2]);
        }
    }

    /// <summary>How many values two sorted sets share.</summary>
    public static int Shared(ReadOnlySpan<uint> first, ReadOnlySpan<uint> second)
    {
        var shared = 0;
        for (int i = 0, j = 0; i < first.Length && j < second.Length;)
        {
            var (a, b) = (first[i], second[j]);
            shared += a == b ? 1 : 0;
            i += a <= b ? 1 : 0;
            j += b <= a ? 1 : 0;
        }

        return shared;
    }

    private static uint Of(uint first, uint second, uint third)
    {
        var value = (first * 0x9E3779B97F4A7C15) + second;
        value = (ulong.RotateLeft(value, 29) * 0xBF58476D1CE4E5B9) + third;
        value = (value ^ (value >> 32)) * 0x94D049BB133111EB;
        return (uint)(value >> 32);
    }

    /// <summary>Moves the distinct values of a sorted span to its beginning; returns how many there are.</summary>
    public static int Distinct(Span<uint> sorted)
    {
        var count = 0;
        for (var i = 0; i < sorted.Length; i++)
        {
            if (i == 0 || sorted[i] != sorted[i - 1])
            {
                sorted[count++] = sorted[i];
            }
        }

        return count;
    }
}
