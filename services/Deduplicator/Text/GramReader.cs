using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Ingest.Deduplicator.Sketching;

namespace Ingest.Deduplicator.Text;

/// <summary>
/// Takes the letters and digits of a text without what stands between them, and gives hashes of every seven that follow each
/// other. A scanning error spoils seven of them and leaves the others, where it spoils whole words and all word triples over them;
/// and words that a scanner parted or joined are still the same letters.
/// </summary>
internal ref struct GramReader
{
    /// <summary>Letters of a gram.</summary>
    private const int Width = 7;

    /// <summary>Letters that are kept at most; what follows in a very long text is not compared by them.</summary>
    private const int Most = 100_000;

    // A linear hash of seven letters, so that eight or more grams are made at a time; what it leaves uneven, Mix spreads.
    private static readonly uint[] Factors = [0x9E3779B1, 0x85EBCA77, 0xC2B2AE3D, 0x27D4EB2F, 0x165667B1, 0xD3A2646D, 0xFD7046C5];

    [ThreadStatic]
    private static (uint[] Letters, uint[] Grams)? _buffers;

    private readonly Span<uint> _letters;
    private int _count;

    /// <param name="length">Characters of the text; 0 reads nothing.</param>
    public GramReader(int length)
    {
        var size = Math.Min(length, Most);
        if (_buffers is null || _buffers.Value.Letters.Length < size)
        {
            _buffers = (new uint[Math.Max(size, 8192)], new uint[Math.Max(size, 8192)]);
        }

        // One buffer a thread: a text is read to its end before the next one is begun.
        _letters = _buffers.Value.Letters.AsSpan(0, size);
    }

    /// <summary>Room for the next letters, see <see cref="Advance"/>.</summary>
    public readonly Span<uint> Rest => _letters[_count..];

    /// <summary>So many letters were written to <see cref="Rest"/>.</summary>
    public void Advance(int letters) => _count += letters;

    /// <summary>The next letter, folded.</summary>
    public void Add(char letter)
    {
        if (_count < _letters.Length)
        {
            _letters[_count++] = letter;
        }
    }

    /// <summary>The sample of the grams.</summary>
    public readonly uint[] Finish()
    {
        if (_count < Width)
        {
            return [];
        }

        var grams = _buffers!.Value.Grams.AsSpan(0, _count - Width + 1);
        Hash(_letters[.._count], grams);
        return GramSample.Of(grams);
    }

    private static void Hash(ReadOnlySpan<uint> letters, Span<uint> grams)
    {
        ref var from = ref MemoryMarshal.GetReference(letters);
        var (f0, f1, f2, f3) = (Vector256.Create(Factors[0]), Vector256.Create(Factors[1]), Vector256.Create(Factors[2]), Vector256.Create(Factors[3]));
        var (f4, f5, f6) = (Vector256.Create(Factors[4]), Vector256.Create(Factors[5]), Vector256.Create(Factors[6]));
        var i = 0;
        for (; i <= grams.Length - Vector256<uint>.Count; i += Vector256<uint>.Count)
        {
            // Written out, so that the factors stay in registers.
            var sum = (Vector256.LoadUnsafe(ref from, (nuint)i) * f0) + (Vector256.LoadUnsafe(ref from, (nuint)i + 1) * f1)
                + (Vector256.LoadUnsafe(ref from, (nuint)i + 2) * f2) + (Vector256.LoadUnsafe(ref from, (nuint)i + 3) * f3)
                + (Vector256.LoadUnsafe(ref from, (nuint)i + 4) * f4) + (Vector256.LoadUnsafe(ref from, (nuint)i + 5) * f5)
                + (Vector256.LoadUnsafe(ref from, (nuint)i + 6) * f6);
            sum = (sum ^ (sum >>> 16)) * Vector256.Create(0x7FEB352Du);
            sum = (sum ^ (sum >>> 15)) * Vector256.Create(0x846CA68Bu);
            (sum ^ (sum >>> 16)).CopyTo(grams[i..]);
        }

        for (; i < grams.Length; i++)
        {
            var sum = 0u;
            for (var j = 0; j < Width; j++)
            {
                sum += letters[i + j] * Factors[j];
            }

            grams[i] = Mix(sum);
        }
    }

    /// <summary>Every bit depends on every bit (C. Wellons' lowbias32).</summary>
    private static uint Mix(uint hash)
    {
        hash = (hash ^ (hash >> 16)) * 0x7FEB352D;
        hash = (hash ^ (hash >> 15)) * 0x846CA68B;
        return hash ^ (hash >> 16);
    }
}
