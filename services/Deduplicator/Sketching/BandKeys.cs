using System.Buffers;
using Ingest.Deduplicator.Text;

namespace Ingest.Deduplicator.Sketching;

/// <summary>
/// The keys under which a text is filed so that similar ones meet (locality-sensitive hashing): 42 bands of 3 rows over the whole
/// body, 12 bands of 2 rows over its first 60 words, 10 bands of 3 rows over its character grams, some 27 phrases, and the title for a short text.
/// </summary>
/// <remarks>
/// Measured on Reuters: 42 × 3 finds .96 of the pairs that count (corpus settings as 14 × 8 miss most rewrites), but only three
/// quarters of the briefs, which share an opening and little else; the lead's bands find those. Phrases find scans, see <see cref="PhraseSample"/>; they are common to unrelated texts
/// as well, so two texts meet by one only if at least one of them looks misread. The bands over grams are for what does not look so: scans with few errors, and those in other scripts.
/// </remarks>
internal static class BandKeys
{
    /// <summary>Most keys a text can have.</summary>
    public const int Most = BodyBands + LeadBands + GramBands + PhraseSample.Most;

    private const int BodyBands = 42;
    private const int BodyRows = 3;
    private const int BodyFunctions = 128;
    private const int LeadBands = 12;
    private const int LeadRows = 2;
    private const int LeadFunctions = 32;
    private const int LeadWords = 60;
    private const int GramBands = 10;
    private const int GramRows = 3;
    private const int GramFunctions = 32;

    /// <summary>Below so many words a lead proves nothing: such texts meet by their titles only.</summary>
    private const int FewestLeadWords = 8;

    private const int FewestGrams = 64;

    // The last bit of a key.
    private const uint Phrase = 1;

    /// <summary>Whether a key is a phrase: two texts meet by it only if one of them looks misread.</summary>
    public static bool IsPhrase(uint key) => (key & Phrase) != 0;

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
            if (text.Grams.Length >= FewestGrams)
            {
                count += AddBands(least, GramBands, GramRows, BodyBands + LeadBands, keys[count..]);
                count += AddPhrases(text.Phrases, keys[count..]);
            }
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

    private static int AddPhrases(ReadOnlySpan<uint> phrases, Span<uint> keys)
    {
        for (var i = 0; i < phrases.Length; i++)
        {
            keys[i] = phrases[i] | Phrase;
        }

        return phrases.Length;
    }

    private static uint Key(ulong values, ulong others) => (uint)(WordHash.Combine(values, others) >> 32) & ~Phrase;
}
