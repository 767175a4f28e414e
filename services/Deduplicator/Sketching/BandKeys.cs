using System.Buffers;
using Ingest.Deduplicator.Text;

namespace Ingest.Deduplicator.Sketching;

/// <summary>
/// The keys under which a text is filed so that similar ones meet (locality-sensitive hashing): 42 bands of 3 rows over the whole
/// body, 12 bands of 2 rows over its first 60 words, 32 bands of 3 rows over its character grams, and the title for a short text.
/// </summary>
/// <remarks>
/// Measured on Reuters: 42 × 3 finds .96 of the pairs that count (corpus settings as 14 × 8 miss most rewrites), but only three
/// quarters of the briefs, which share an opening and little else; the lead's bands find those. Of copies with one character in
/// twenty spoiled, words find two thirds; half of their grams are left, which 20 × 3 find in .96. Of two scans like that 38 of 100 are, which 20 × 3 find
/// in .68 and 32 × 3 in .84.
/// </remarks>
internal static class BandKeys
{
    /// <summary>Most keys a text can have.</summary>
    public const int Most = BodyBands + LeadBands + GramBands;

    private const int BodyBands = 42;
    private const int BodyRows = 3;
    private const int BodyFunctions = 128;
    private const int LeadBands = 12;
    private const int LeadRows = 2;
    private const int LeadFunctions = 32;
    private const int LeadWords = 60;
    private const int GramBands = 32;
    private const int GramRows = 3;
    private const int GramFunctions = 96;

    /// <summary>Below so many words a lead proves nothing: such texts meet by their titles only.</summary>
    private const int FewestLeadWords = 8;

    private const int FewestGrams = 64;

    /// <summary>The distinct keys, sorted. A headline has none: only the same headline is its copy.</summary>
    public static uint[] Of(TextSignature text)
    {
        Span<uint> keys = stackalloc uint[Most];
        // In the text's order: a least value does not ask for a sorted set, and the lead's shingles are the first ones.
        var shingles = ArrayPool<uint>.Shared.Rent(Shingles.Count(text.Tokens.Length) + 1);
        Shingles.Write(text.Tokens, shingles);
        var count = AddKeys(text, shingles, keys);
        ArrayPool<uint>.Shared.Return(shingles);
        HashSort.Sort(keys[..count]);
        return keys[..Shingles.Distinct(keys[..count])].ToArray();
    }

    private static int AddKeys(TextSignature text, ReadOnlySpan<uint> shingles, Span<uint> keys)
    {
        Span<uint> least = stackalloc uint[BodyFunctions];
        var count = 0;
        if (text.Kind == TextKind.Full)
        {
            MinHash.Sketch(shingles[..Shingles.Count(text.Tokens.Length)], 0, least);
            count = AddBands(least, BodyBands, BodyRows, 0, keys);
            MinHash.Sketch(text.Grams, BodyFunctions + LeadFunctions, least[..GramFunctions]);
            // A few grams prove as little as a few words do.
            count += text.Grams.Length < FewestGrams ? 0 : AddBands(least, GramBands, GramRows, BodyBands + LeadBands, keys[count..]);
        }

        if (text.Kind != TextKind.Headline && text.Tokens.Length >= FewestLeadWords)
        {
            MinHash.Sketch(shingles[..Shingles.Count(Math.Min(text.Tokens.Length, LeadWords))], BodyFunctions, least[..LeadFunctions]);
            count += AddBands(least, LeadBands, LeadRows, BodyBands, keys[count..]);
        }

        if (text.Kind == TextKind.Short && text.TitleKey != 0)
        {
            keys[count++] = Key(text.TitleKey, (ulong)Most << 32);
        }

        return count;
    }

    private static int AddBands(ReadOnlySpan<uint> least, int bands, int rows, int firstBand, Span<uint> keys)
    {
        for (var band = 0; band < bands; band++)
        {
            var values = least.Slice(band * rows, rows);
            keys[band] = Key(values[0] | ((ulong)values[1] << 32), (rows == 3 ? values[2] : 0) | ((ulong)(firstBand + band) << 32));
        }

        return bands;
    }

    private static uint Key(ulong values, ulong others) => (uint)(WordHash.Combine(values, others) >> 32);
}
