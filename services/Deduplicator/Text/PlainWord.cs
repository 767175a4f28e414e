using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Ingest.Deduplicator.Text;

/// <summary>Words of nothing but the letters A to Z, which most are: read, folded and hashed at once instead of letter by letter.</summary>
/// <remarks>Gives the hash that <see cref="WordHash.Of"/> gives for the folded letters.</remarks>
internal readonly struct PlainWord
{
    /// <summary>Characters that must be there from where a word is read.</summary>
    public const int Window = WordHash.Block;

    private static readonly ushort[] Ones = [.. Enumerable.Repeat(ushort.MaxValue, Window), .. new ushort[Window]];

    private readonly Vector256<ushort> _lower;

    private PlainWord(Vector256<ushort> lower, int length) => (_lower, Length) = (lower, length);

    /// <summary>How many letters stand there; 0 or less than <see cref="Window"/>, or more than it when a longer word begins.</summary>
    public int Length { get; }

    /// <summary>Reads at the beginning of <paramref name="text"/>, which has <see cref="Window"/> characters at least.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PlainWord At(ReadOnlySpan<char> text)
    {
        var characters = Vector256.LoadUnsafe(ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text)));
        var lower = characters | Vector256.Create((ushort)0x20);
        var others = Vector256.GreaterThan(lower - Vector256.Create((ushort)'a'), Vector256.Create((ushort)('z' - 'a')));
        return new PlainWord(lower, BitOperations.TrailingZeroCount(others.ExtractMostSignificantBits()));
    }

    /// <summary>The word's hash; of a word that is shorter than <see cref="Window"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Hash()
    {
        var word = (_lower & Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(Ones), (nuint)(Window - Length))).AsUInt64();
        return WordHash.Add(WordHash.Seed, word[0], word[1], word[2], word[3]);
    }

    /// <summary>Writes its letters, one byte each, and as many more bytes as <see cref="Window"/> has.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void CopyTo(Span<byte> letters) => Vector128.Narrow(_lower.GetLower(), _lower.GetUpper()).CopyTo(letters);
}
