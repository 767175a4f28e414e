using System.Runtime.Intrinsics;

namespace Ingest.Deduplicator.Sketching;

/// <summary>
/// MinHash with linear hashing modulo 2^32 (Broder 1997; Bohman, Cooper and Frieze 2000): for each function the least value that
/// any shingle has under it. Two sets have the same least value with a probability of their Jaccard similarity.
/// </summary>
/// <remarks>
/// Shingles are evenly spread numbers of 32 bits already, and an odd factor permutes them, so that equal values mean equal shingles. Products of
/// 64 bits (multiply-shift) found the same pairs and took two and a half times as long. One-permutation variants were measured for this project: cheaper for long texts only, and less accurate for news.
/// </remarks>
internal static class MinHash
{
    private const int Block = 32;

    /// <summary>Functions there are; a multiple of 32.</summary>
    public const int Functions = 256;

    private static readonly uint[] Factors = Random(0x1B873593CC9E2D51, odd: true);
    private static readonly uint[] Offsets = Random(0x38B34AE5A1E38B93, odd: false);

    /// <summary>Least values under the functions from <paramref name="first"/> on; both counts are multiples of 32.</summary>
    public static void Sketch(ReadOnlySpan<uint> shingles, int first, Span<uint> least)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            SketchWideVectors(shingles, first, least);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            SketchVectors(shingles, first, least);
        }
        else
        {
            SketchScalar(shingles, first, least);
        }
    }

    /// <summary>The same without vector instructions; gives the same values.</summary>
    internal static void SketchScalar(ReadOnlySpan<uint> shingles, int first, Span<uint> least)
    {
        for (var f = 0; f < least.Length; f++)
        {
            var (factor, offset, minimum) = (Factors[first + f], Offsets[first + f], uint.MaxValue);
            foreach (var shingle in shingles)
            {
                minimum = Math.Min(minimum, (shingle * factor) + offset);
            }

            least[f] = minimum;
        }
    }

    /// <summary>Thirty-two functions at a time in two registers, over all shingles; two shingles a turn, as a product takes long and can overlap.</summary>
    internal static void SketchWideVectors(ReadOnlySpan<uint> shingles, int first, Span<uint> least)
    {
        for (var f = 0; f < least.Length; f += Block)
        {
            var factors = Factors.AsSpan(first + f, Block);
            var offsets = Offsets.AsSpan(first + f, Block);
            var (a0, a1) = (Vector512.Create<uint>(factors), Vector512.Create<uint>(factors[16..]));
            var (b0, b1) = (Vector512.Create<uint>(offsets), Vector512.Create<uint>(offsets[16..]));
            var (m0, m1, m2, m3) = (Vector512<uint>.AllBitsSet, Vector512<uint>.AllBitsSet, Vector512<uint>.AllBitsSet, Vector512<uint>.AllBitsSet);
            var i = 0;
            for (; i + 1 < shingles.Length; i += 2)
            {
                var x = Vector512.Create(shingles[i]);
                var y = Vector512.Create(shingles[i + 1]);
                m0 = Vector512.Min(m0, (x * a0) + b0);
                m1 = Vector512.Min(m1, (x * a1) + b1);
                m2 = Vector512.Min(m2, (y * a0) + b0);
                m3 = Vector512.Min(m3, (y * a1) + b1);
            }

            if (i < shingles.Length)
            {
                var x = Vector512.Create(shingles[i]);
                m0 = Vector512.Min(m0, (x * a0) + b0);
                m1 = Vector512.Min(m1, (x * a1) + b1);
            }

            Vector512.Min(m0, m2).CopyTo(least[f..]);
            Vector512.Min(m1, m3).CopyTo(least[(f + 16)..]);
        }
    }

    /// <summary>Thirty-two functions at a time in four registers, over all shingles.</summary>
    internal static void SketchVectors(ReadOnlySpan<uint> shingles, int first, Span<uint> least)
    {
        for (var f = 0; f < least.Length; f += Block)
        {
            var factors = Factors.AsSpan(first + f, Block);
            var offsets = Offsets.AsSpan(first + f, Block);
            var (a0, a1) = (Vector256.Create<uint>(factors), Vector256.Create<uint>(factors[8..]));
            var (a2, a3) = (Vector256.Create<uint>(factors[16..]), Vector256.Create<uint>(factors[24..]));
            var (b0, b1) = (Vector256.Create<uint>(offsets), Vector256.Create<uint>(offsets[8..]));
            var (b2, b3) = (Vector256.Create<uint>(offsets[16..]), Vector256.Create<uint>(offsets[24..]));
            var (m0, m1, m2, m3) = (Vector256<uint>.AllBitsSet, Vector256<uint>.AllBitsSet, Vector256<uint>.AllBitsSet, Vector256<uint>.AllBitsSet);
            foreach (var shingle in shingles)
            {
                var x = Vector256.Create(shingle);
                m0 = Vector256.Min(m0, (x * a0) + b0);
                m1 = Vector256.Min(m1, (x * a1) + b1);
                m2 = Vector256.Min(m2, (x * a2) + b2);
                m3 = Vector256.Min(m3, (x * a3) + b3);
            }

            var to = least.Slice(f, Block);
            m0.CopyTo(to);
            m1.CopyTo(to[8..]);
            m2.CopyTo(to[16..]);
            m3.CopyTo(to[24..]);
        }
    }

    /// <summary>Fixed pseudo-random numbers (SplitMix64), the same in every run and on every machine.</summary>
    private static uint[] Random(ulong state, bool odd)
    {
        var numbers = new uint[Functions];
        for (var i = 0; i < numbers.Length; i++)
        {
            state += 0x9E3779B97F4A7C15;
            var z = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            numbers[i] = (uint)((z ^ (z >> 31)) >> 32) | (odd ? 1u : 0);
        }

        return numbers;
    }
}
