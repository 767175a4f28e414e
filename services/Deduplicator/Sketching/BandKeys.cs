using Ingest.Deduplicator.Text;

namespace Ingest.Deduplicator.Sketching;

/// <summary>
/// The keys under which a text is filed so that similar ones meet (locality-sensitive hashing): 42 bands of 3 rows over the whole
/// body, 12 bands of 2 rows over its first 60 words, and the title for a short text.
/// </summary>
/// <remarks>
/// Measured on Reuters: 42 × 3 finds .96 of the pairs that count (corpus settings as 14 × 8 miss most rewrites), but only three
/// quarters of the briefs, which share an opening and little else; the lead's bands find those.
/// </remarks>
internal static class BandKeys
{
    /// <summary>Most keys a text can have.</summary>
    public const int Most = BodyBands + LeadBands;

    private const int BodyBands = 42;
    private const int BodyRows = 3;
    private const int BodyFunctions = 128;
    private const int LeadBands = 12;
    private const int LeadRows = 2;
    private const int LeadFunctions = 32;
    private const int LeadWords = 60;

    /// <summary>Below so many words a lead proves nothing: such texts meet by their titles only.</summary>
    private const int FewestLeadWords = 8;

    /// <summary>The distinct keys, sorted. A headline has none: only the same headline is its copy.</summary>
    public static uint[] Of(TextKind kind, ReadOnlySpan<uint> tokens, ReadOnlySpan<uint> shingles, ulong titleKey)
    {
        Span<uint> keys = stackalloc uint[Most];
        var count = 0;
        Span<ulong> least = stackalloc ulong[BodyFunctions];
        if (kind == TextKind.Full)
        {
            MinHash.Sketch(shingles, 0, least);
            count = AddBands(least, BodyBands, BodyRows, 0, keys);
        }

        if (kind != TextKind.Headline && tokens.Length >= FewestLeadWords)
        {
            Span<uint> lead = stackalloc uint[Shingles.Count(Math.Min(tokens.Length, LeadWords))];
            Shingles.Write(tokens[..Math.Min(tokens.Length, LeadWords)], lead);
            MinHash.Sketch(lead, BodyFunctions, least[..LeadFunctions]);
            count += AddBands(least, LeadBands, LeadRows, BodyBands, keys[count..]);
        }

        if (kind == TextKind.Short && titleKey != 0)
        {
            keys[count++] = Key(titleKey, Most);
        }

        keys[..count].Sort();
        return Distinct(keys[..count]);
    }

    private static int AddBands(ReadOnlySpan<ulong> least, int bands, int rows, int firstBand, Span<uint> keys)
    {
        for (var band = 0; band < bands; band++)
        {
            var value = 0UL;
            for (var row = 0; row < rows; row++)
            {
                // The upper half is the hash: multiply-shift's lower bits are not random.
                value = WordHash.Combine(value, least[(band * rows) + row] >> 32);
            }

            keys[band] = Key(value, firstBand + band);
        }

        return bands;
    }

    private static uint Key(ulong value, int band) => (uint)(WordHash.Combine(value, (ulong)band) >> 32);

    private static uint[] Distinct(ReadOnlySpan<uint> sorted)
    {
        var distinct = new List<uint>(sorted.Length);
        foreach (var key in sorted)
        {
            if (distinct.Count == 0 || distinct[^1] != key)
            {
                distinct.Add(key);
            }
        }

        return [.. distinct];
    }
}
