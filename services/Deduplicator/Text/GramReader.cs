namespace Ingest.Deduplicator.Text;

/// <summary>
/// Takes the letters and digits of a text without what stands between them, and gives hashes of every seven that follow each
/// other. A scanning error spoils seven of them and leaves the others, where it spoils whole words and all word triples over them;
/// and words that a scanner parted or joined are still the same letters.
/// </summary>
internal ref struct GramReader
{
    /// <summary>Letters of a gram.</summary>
    public const int Width = 7;

    /// <summary>Grams that are kept at most; what follows in a very long text is not compared by them.</summary>
    private const int Most = 100_000;

    private const int BitsOfLetter = 9;
    private const ulong Window = (1UL << (Width * BitsOfLetter)) - 1;

    [ThreadStatic]
    private static uint[]? _buffer;

    private readonly Span<uint> _grams;
    private ulong _window;
    private int _letters;
    private int _count;

    /// <param name="length">Characters of the text; 0 reads nothing.</param>
    public GramReader(int length)
    {
        var size = Math.Min(length, Most);
        if (_buffer is null || _buffer.Length < size)
        {
            _buffer = new uint[Math.Max(size, 8192)];
        }

        // One buffer a thread: a text is read to its end before the next one is begun.
        _grams = _buffer.AsSpan(0, size);
    }

    /// <summary>The next letter, folded.</summary>
    public void Add(char letter)
    {
        // Nine bits tell all letters of one script apart, and seven of them fit one register.
        _window = ((_window << BitsOfLetter) ^ letter ^ ((ulong)letter >> BitsOfLetter)) & Window;
        if (++_letters >= Width && _count < _grams.Length)
        {
            var hash = _window * 0x9E3779B97F4A7C15;
            hash ^= hash >> 32;
            _grams[_count++] = (uint)((hash * 0xD6E8FEB86659FD93) >> 32);
        }
    }

    /// <summary>The sample of the grams.</summary>
    public readonly uint[] Finish() => Sketching.GramSample.Of(_grams[.._count]);
}
