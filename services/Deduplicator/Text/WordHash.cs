using System.Runtime.InteropServices;

namespace Ingest.Deduplicator.Text;

/// <summary>Hashes of words and of sequences of words. Part of what stores keep: a change needs a new algorithm number in the options.</summary>
internal static class WordHash
{
    /// <summary>Characters that are taken at a time; what is missing of the last block counts as zeros.</summary>
    public const int Block = 16;

    /// <summary>The hash of no characters.</summary>
    public const ulong Seed = 0;

    /// <summary>Hash of characters.</summary>
    public static ulong Of(ReadOnlySpan<char> characters)
    {
        var hash = Seed;
        for (; characters.Length > Block; characters = characters[Block..])
        {
            hash = Add(hash, MemoryMarshal.Cast<char, ulong>(characters[..Block]));
        }

        Span<char> last = stackalloc char[Block];
        last.Clear();
        characters.CopyTo(last);
        return Add(hash, MemoryMarshal.Cast<char, ulong>(last));
    }

    /// <summary>
    /// Adds sixteen characters, four to a number: two products of 128 bits whose halves are laid over each other (after Wang Yi's wyhash). A step for
    /// each character, as FNV-1a takes, waits for the one before it and took a third of the time of tokenising.
    /// </summary>
    public static ulong Add(ulong hash, ReadOnlySpan<ulong> block) => Add(hash, block[0], block[1], block[2], block[3]);

    /// <inheritdoc cref="Add(ulong, ReadOnlySpan{ulong})"/>
    public static ulong Add(ulong hash, ulong first, ulong second, ulong third, ulong fourth) =>
        Fold(first ^ hash ^ 0xA0761D6478BD642F, second ^ 0xE7037ED1A0B428DB) ^ Fold(third ^ 0x8EBC6AF09C88C6E3, fourth ^ hash ^ 0x589965CC75374CC3);

    /// <summary>Every bit depends on every bit (MurmurHash3's finaliser).</summary>
    public static ulong Finish(ulong hash)
    {
        hash ^= hash >> 33;
        hash *= 0xFF51AFD7ED558CCD;
        hash ^= hash >> 33;
        hash *= 0xC4CEB9FE1A85EC53;
        return hash ^ (hash >> 33);
    }

    /// <summary>A value for two values in this order.</summary>
    public static ulong Combine(ulong first, ulong second) => Finish((first * 0x9E3779B97F4A7C15) + second);

    private static ulong Fold(ulong first, ulong second)
    {
        var high = Math.BigMul(first, second, out var low);
        return high ^ low;
    }
}
