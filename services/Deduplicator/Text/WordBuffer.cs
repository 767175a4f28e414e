using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Ingest.Deduplicator.Text;

/// <summary>A word that is read letter by letter, hashed a block at a time: a word may be as long as its text.</summary>
internal struct WordBuffer
{
    private Letters _letters;
    private ulong _hash;
    private int _count;
    private int _length;
    private char _first;
    private char _last;

    /// <summary>See <see cref="WordShape"/>.</summary>
    public readonly uint Shape => WordShape.Of(_first, _last, _length);

    /// <summary>The next letter, folded.</summary>
    public void Add(char letter)
    {
        _first = _length++ == 0 ? letter : _first;
        _last = letter;
        if (_count == WordHash.Block)
        {
            _hash = WordHash.Add(_hash, MemoryMarshal.Cast<char, ulong>((Span<char>)_letters));
            _letters = default;
            _count = 0;
        }

        _letters[_count++] = letter;
    }

    /// <summary>What <see cref="WordHash.Of"/> gives for the letters.</summary>
    public ulong Hash() => WordHash.Add(_hash, MemoryMarshal.Cast<char, ulong>((Span<char>)_letters));

    [InlineArray(WordHash.Block)]
    private struct Letters
    {
        private char _first;
    }
}
