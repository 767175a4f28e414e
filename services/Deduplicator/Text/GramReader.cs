using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Ingest.Deduplicator.Sketching;

namespace Ingest.Deduplicator.Text;

/// <summary>
/// Takes the letters and digits of a text without what stands between them, and gives hashes of every seven that follow each
/// other. A scanning error spoils seven of them and leaves the others, where it spoils whole words and all word triples over them;
/// and words that a scanner parted or joined are still the same letters.
/// </summary>
internal ref struct GramReader
{
    /// <summary>Letters of a gram: with a byte each they are a number of 64 bits but for its last byte.</summary>
    private const int Width = 7;

    /// <summary>Letters that are kept at most; what follows in a very long text is not compared by them.</summary>
    private const int Most = 100_000;

    /// <summary>Room behind the letters, as words and grams are written and read in whole vectors and numbers.</summary>
    private const int Slack = PlainWord.Window;

    [ThreadStatic]
    private static (byte[] Letters, uint[] Grams, ulong[] Places)? _buffers;

    private readonly Span<byte> _letters;
    private readonly int _most;
    private int _count;

    /// <param name="length">Characters of the text; 0 reads nothing.</param>
    public GramReader(int length)
    {
        _most = Math.Min(length, Most);
        if (_buffers is null || _buffers.Value.Grams.Length < _most)
        {
            var size = Math.Max(_most, 8192);
            _buffers = (new byte[size + Slack], new uint[size], new ulong[size]);
        }

        // One buffer a thread: a text is read to its end before the next one is begun.
        _letters = _buffers.Value.Letters.AsSpan(0, _most + Slack);
    }

    /// <summary>The next letters.</summary>
    public void Add(PlainWord word)
    {
        word.CopyTo(_letters[_count..]);
        _count = Math.Min(_count + word.Length, _most);
    }

    /// <summary>The next letter, folded. Those beyond Latin are laid on a byte; seven of them hardly ever meet seven others.</summary>
    public void Add(char letter)
    {
        if (_count < _most)
        {
            _letters[_count++] = (byte)(letter ^ (letter >> 8));
        }
    }

    /// <summary>The sample of the grams, and that of the phrases that begin with the least of them.</summary>
    public readonly (uint[] Grams, uint[] Phrases) Finish()
    {
        var count = _count - Width + 1;
        if (count <= 0)
        {
            return ([], []);
        }

        // Of many, only those are looked at that can be among the least: hashes are evenly spread. Where they repeat too much for that, all are.
        var limit = GramSample.Limit(count);
        var found = Collect(count, limit);
        var sample = Sample(found, limit);
        if (sample.Length < GramSample.Size && limit != uint.MaxValue)
        {
            found = Collect(count, uint.MaxValue);
            sample = Sample(found, uint.MaxValue);
        }

        return (sample, PhrasesAt(found, sample));
    }

    private static uint[] Sample(ReadOnlySpan<ulong> found, uint limit)
    {
        var grams = _buffers!.Value.Grams.AsSpan(0, found.Length);
        for (var i = 0; i < found.Length; i++)
        {
            grams[i] = (uint)(found[i] >> 32);
        }

        return GramSample.Of(grams, limit);
    }

    /// <summary>The phrases where one of the least grams stands.</summary>
    private readonly uint[] PhrasesAt(ReadOnlySpan<ulong> found, ReadOnlySpan<uint> sample)
    {
        var (phrases, count) = (_buffers!.Value.Grams, 0);
        var end = GramSample.EndOf(sample[Math.Min(PhraseSample.Beginnings, sample.Length) - 1]);
        foreach (var place in found)
        {
            var at = (int)(uint)place;
            if (place >> 32 < end && at + PhraseSample.Width <= _count)
            {
                var letters = MemoryMarshal.Cast<byte, ulong>(_letters.Slice(at, PhraseSample.Width));
                phrases[count++] = BitConverter.IsLittleEndian
                    ? PhraseSample.Hash(letters[0], letters[1])
                    : PhraseSample.Hash(BinaryPrimitives.ReverseEndianness(letters[0]), BinaryPrimitives.ReverseEndianness(letters[1]));
            }
        }

        return PhraseSample.Of(phrases.AsSpan(0, count));
    }

    /// <summary>The grams whose hashes are not above a limit, each as its hash and where it stands.</summary>
    private readonly ReadOnlySpan<ulong> Collect(int count, uint limit)
    {
        // Without checks of bounds, which took as long as the hashes: behind the letters there is room for a last number, and never
        // more is written than was read.
        ref var letters = ref MemoryMarshal.GetReference(_letters);
        ref var to = ref MemoryMarshal.GetArrayDataReference(_buffers!.Value.Places);
        nint found = 0;
        for (nint i = 0; i < count; i++)
        {
            var seven = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref letters, i));
            seven = (BitConverter.IsLittleEndian ? seven << 8 : BinaryPrimitives.ReverseEndianness(seven) << 8) * 0x9E3779B97F4A7C15;
            var gram = (uint)(((seven ^ (seven >> 32)) * 0xBF58476D1CE4E5B9) >> 32);
            // Without a branch, which would often be foretold wrongly.
            Unsafe.Add(ref to, found) = ((ulong)gram << 32) | (uint)i;
            found += gram <= limit ? 1 : 0;
        }

        return _buffers.Value.Places.AsSpan(0, (int)found);
    }
}
