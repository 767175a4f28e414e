using Ingest.Deduplicator.Sketching;

namespace Ingest.Deduplicator.Comparing;

/// <summary>
/// Whether two texts are one text of which a scanner misread single characters. Told from the two alone, so no source needs to be
/// declared as scanned, and a clean copy meets a scanned one.
/// </summary>
/// <remarks>
/// A misread character spoils one word and seven grams; another word in its place spoils one word and eleven grams or so. With a
/// share w of the words left, scans have about w^1.4 of the grams left, and texts with other words in them w^2.2.
/// </remarks>
internal static class ScanRule
{
    private const double Exponent = 1.8;

    /// <summary>Measures the grams of two full texts; of others they say nothing.</summary>
    public static TextPair Measure(TextSignature first, TextSignature second, TextPair pair) =>
        first.Kind == TextKind.Full && second.Kind == TextKind.Full
            ? pair with { Grams = GramSample.Similarity(first.Grams, second.Grams) }
            : pair;

    /// <summary>Whether as many grams are left as misread characters would leave.</summary>
    public static bool Explains(TextSignature first, TextSignature second, double grams)
    {
        var left = 2 * grams / (1 + grams);
        return left >= Math.Pow(WordsLeft(first.Tokens, second.Tokens), Exponent);
    }

    private static double WordsLeft(uint[] first, uint[] second)
    {
        var (a, b) = ((uint[])first.Clone(), (uint[])second.Clone());
        a.AsSpan().Sort();
        b.AsSpan().Sort();
        return 2.0 * Shingles.Shared(a, b) / (a.Length + b.Length);
    }
}
