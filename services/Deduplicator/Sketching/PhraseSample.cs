using Ingest.Deduplicator.Text;

namespace Ingest.Deduplicator.Sketching;

/// <summary>
/// Sixteen-letter sequences of a text, sampled: those that begin with one of its <see cref="Beginnings"/> least seven-letter sequences, so that two texts choose
/// the same ones wherever they stand. A scan is found by them: one that stands in both is enough.
/// </summary>
/// <remarks>
/// Measured on pairs of scans (quality.md): with one character in twelve misread in both, .90 have one in common, of those with one in twenty, one of them cut in half, .96; the three rows
/// of a band over seven letters find .32 and .31. Word triples find as many and five times the unrelated texts, as words are shorter; and a scanner that parts words spoils them. Two texts that share a phrase by chance
/// are the price, one in 250: paid only where one of the two looks misread.
/// </remarks>
internal static class PhraseSample
{
    /// <summary>Least seven-letter sequences at which a phrase is taken. Some stand more than once.</summary>
    public const int Beginnings = 24;

    /// <summary>Phrases that are kept at most; of a text that repeats itself those with the least hashes.</summary>
    public const int Most = 36;

    /// <summary>Letters of a phrase.</summary>
    public const int Width = 16;

    /// <summary>Hash of the sixteen letters that two numbers hold.</summary>
    public static uint Hash(ulong first, ulong second) => (uint)(WordHash.Combine(first, second) >> 32);

    /// <summary>The phrases in the text's order, or the least of them; the argument may be sorted on the way.</summary>
    public static uint[] Of(Span<uint> phrases)
    {
        if (phrases.Length > Most)
        {
            phrases.Sort();
            phrases = phrases[..Math.Min(Most, Shingles.Distinct(phrases))];
        }

        return phrases.ToArray();
    }
}
