namespace Ingest.Deduplicator.Sketching;

/// <summary>
/// What is kept of a text, and what the comparison needs. Articles with the same normalised text share one. Shingles and keys
/// follow from the words and are made when they are first asked for.
/// </summary>
internal sealed class TextSignature
{
    /// <summary>Identity of the normalised text, 16 bytes; that of a short text includes its title, a headline's also its day.</summary>
    public required TextIdentity Identity { get; init; }

    /// <summary>How much it can prove.</summary>
    public required TextKind Kind { get; init; }

    /// <summary>How many words it has in all.</summary>
    public required int Words { get; init; }

    /// <summary>Hashes of its words in order, as many as are compared.</summary>
    public required uint[] Tokens { get; init; }

    /// <summary>Hashes of its distinct numbers, sorted.</summary>
    public required uint[] Numbers { get; init; }

    /// <summary>Quotations as pairs: first word, word after the last.</summary>
    public required int[] Quotations { get; init; }

    /// <summary>See <see cref="GramSample"/>; a full text's only.</summary>
    public required uint[] Grams { get; init; }

    /// <summary>See <see cref="PhraseSample"/>; a full text's only.</summary>
    public required uint[] Phrases { get; init; }

    /// <summary>Whether it looks as if a scanner had misread it, see <see cref="Text.OddWords"/>; of a full text only.</summary>
    public required bool LooksMisread { get; init; }

    /// <summary>The title's key, for a short text; else 0.</summary>
    public required ulong TitleKey { get; init; }

    /// <summary>The distinct shingles, sorted.</summary>
    public uint[] Shingles => field ??= Sketching.Shingles.SetOf(Tokens);

    /// <summary>See <see cref="BandKeys"/>.</summary>
    public uint[] Keys => field ??= BandKeys.Of(this);
}

/// <summary>128 bits that name a normalised text.</summary>
internal readonly record struct TextIdentity(ulong High, ulong Low) : IComparable<TextIdentity>
{
    private const ulong Misread = 0x6D69737265616421;

    /// <summary>That of the same words in a text that looks misread, or of one that does not: it is compared in another way, so it is another text.</summary>
    public TextIdentity ToTwin() => this with { Low = Low ^ Misread };

    /// <summary>Whether the words are the same, whatever they look like.</summary>
    public bool HasSameWords(TextIdentity other) => this == other || ToTwin() == other;

    /// <summary>Bytes of it in a store.</summary>
    public const int Size = 16;

    public int CompareTo(TextIdentity other) => High != other.High ? High.CompareTo(other.High) : Low.CompareTo(other.Low);

    public byte[] ToBytes()
    {
        var bytes = new byte[Size];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt64BigEndian(bytes, High);
        System.Buffers.Binary.BinaryPrimitives.WriteUInt64BigEndian(bytes.AsSpan(8), Low);
        return bytes;
    }

    public static TextIdentity FromBytes(byte[] bytes) => new(
        System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(bytes),
        System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(bytes.AsSpan(8)));
}
