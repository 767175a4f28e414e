using System.IO.Hashing;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;

namespace Ingest.Indexer.Text;

/// <summary>
/// Words and their terms in one table without chains: a word of a text is found in it with one look at memory, most words being in the processor's
/// caches. When it is full, all are forgotten. For one thread at a time.
/// </summary>
/// <remarks>Rejected: the platform's dictionary, which took twice the time, a sixth of all indexing.</remarks>
/// <param name="most">How many words there is room for.</param>
/// <param name="beginning">With what every term begins; ASCII.</param>
internal sealed class TermTable(int most, string beginning = "")
{
    private const int Smallest = 1 << 12;

    private Slot[] _slots = new Slot[Smallest];
    private int _count;

    /// <summary>The term of a word, UTF-8; null when it is not there.</summary>
    /// <param name="word">The word.</param>
    /// <param name="hash">Its hash, for <see cref="Add"/>.</param>
    public byte[]? Find(ReadOnlySpan<char> word, out ulong hash)
    {
        hash = XxHash3.HashToUInt64(MemoryMarshal.AsBytes(word));
        var slots = _slots;
        for (var at = hash; ; at++)
        {
            ref readonly var slot = ref slots[(int)(at & (uint)(slots.Length - 1))];
            if (slot.Term is null || (slot.Hash == hash && (slot.Word is null ? Ascii.Equals(slot.Term.AsSpan(beginning.Length), word) : word.SequenceEqual(slot.Word))))
            {
                return slot.Term;
            }
        }
    }

    /// <summary>Adds a word that is not there.</summary>
    public byte[] Add(string word, ulong hash)
    {
        if (_count == most)
        {
            Array.Clear(_slots);
            _count = 0;
        }

        if (++_count * 2 > _slots.Length)
        {
            Grow();
        }

        var term = Encoding.UTF8.GetBytes(beginning + word);
        Free(_slots, hash) = new Slot(hash, term, term.Length == beginning.Length + word.Length ? null : word);
        return term;
    }

    private void Grow()
    {
        var slots = new Slot[BitOperations.RoundUpToPowerOf2((uint)_slots.Length + 1)];
        foreach (var slot in _slots)
        {
            if (slot.Term is not null)
            {
                Free(slots, slot.Hash) = slot;
            }
        }

        _slots = slots;
    }

    private static ref Slot Free(Slot[] slots, ulong hash)
    {
        var at = hash;
        while (slots[(int)(at & (uint)(slots.Length - 1))].Term is not null)
        {
            at++;
        }

        return ref slots[(int)(at & (uint)(slots.Length - 1))];
    }

    /// <param name="Hash">Of the word.</param>
    /// <param name="Term">UTF-8; null where nothing is.</param>
    /// <param name="Word">Null for a word of ASCII, which its term spells.</param>
    private readonly record struct Slot(ulong Hash, byte[]? Term, string? Word);
}
