using Ingest.Deduplicator.Sketching;
using Ingest.Deduplicator.Text;

namespace Ingest.Deduplicator.Comparing;

/// <summary>
/// Whether two texts are one text, or one and a part of it, of which scanners misread characters in either or in both. Told from the two alone,
/// so no source needs to be declared as scanned, and a clean copy meets a scanned one.
/// </summary>
/// <remarks>
/// Laid beside each other, scans differ by words that look like each other at most places; two notices of one pattern, or a text whose words were
/// replaced, by words that do not: see <see cref="ScanEvidence"/>. A rule on letters alone, as it was before, cannot tell these two apart when a third of the words differ.
/// </remarks>
internal static class ScanRule
{
    /// <summary>Share of the smaller text's words that must have a place in the other: less is a passage in common.</summary>
    public const double Covered = 0.6;

    private static readonly Demands OfAny = new(Places: 6, PlacesWithoutOthers: 6);
    private static readonly Demands OfMisread = new(Places: 5, PlacesWithoutOthers: 4);

    /// <summary>
    /// Words of the larger text before the smaller from which that is one story of a page, see <see cref="ColumnRule"/>; more than there, as scans have lines of the column beside them.
    /// </summary>
    private const int FewestBefore = 80;

    private const double Half = 0.5;

    private const double Exponent = 1.8;
    private const double MostLetters = 0.57;
    private const double SpacelessNumbers = 0.5;

    /// <summary>Measures the grams of two full texts; of others they say nothing.</summary>
    public static TextPair Measure(TextSignature first, TextSignature second, TextPair pair) =>
        first.Kind == TextKind.Full && second.Kind == TextKind.Full
            ? pair with { Grams = GramSample.Similarity(first.Grams, second.Grams) }
            : pair;

    /// <summary>Share of the smaller text's grams that the other has too, by their similarity and the lengths of the two.</summary>
    public static double GramsLeft(TextSignature first, TextSignature second, double similarity)
    {
        var fewer = Math.Min(first.Words, second.Words);
        return fewer == 0 ? 0 : Math.Min(1, similarity / (1 + similarity) * (first.Words + second.Words) / fewer);
    }

    /// <summary>Whether one of two texts looks misread by itself: less is asked of how they differ then.</summary>
    public static bool LookMisread(TextSignature first, TextSignature second) => first.LooksMisread || second.LooksMisread;

    /// <summary>Whether misread characters explain how they differ.</summary>
    /// <param name="first">A text.</param>
    /// <param name="second">The other.</param>
    /// <param name="pair">Their figures, grams among them.</param>
    /// <param name="isBehind">See <see cref="ScanJudgement.IsBehind"/>; never of a script without spaces.</param>
    public static bool Explains(TextSignature first, TextSignature second, TextPair pair, out bool isBehind)
    {
        isBehind = false;
        if (AreSpaceless(first, second))
        {
            return pair.Numbers >= SpacelessNumbers && LettersAgree(first, second, pair);
        }

        var laid = Judge(first, second);
        isBehind = laid.IsBehind;
        return laid.IsScan;
    }

    /// <summary>Whether one is of a script without spaces: its characters have no shape, so its words cannot be laid beside others.</summary>
    public static bool AreSpaceless(TextSignature first, TextSignature second)
    {
        var smaller = Smaller(first, second);
        return smaller.Tokens.Count(WordShape.IsSpaceless) > smaller.Tokens.Length * Half;
    }

    /// <summary>Lays two texts beside each other and judges by the places where they differ.</summary>
    public static ScanJudgement Judge(TextSignature first, TextSignature second)
    {
        var smaller = Smaller(first, second);
        var alignment = Alignment.Of(smaller.Tokens, (smaller == first ? second : first).Tokens);
        var (evidence, demands) = (alignment.Evidence, LookMisread(first, second) ? OfMisread : OfAny);
        var covered = (double)alignment.Covered / Math.Max(1, smaller.Tokens.Length);
        var sum = evidence.Sum(MissingNumbers(first, second));
        return new ScanJudgement(
            covered,
            evidence.Places,
            evidence.Unlike == 0 ? demands.PlacesWithoutOthers : demands.Places,
            evidence.Unlike,
            evidence.MostAgree,
            sum,
            alignment.Before > FewestBefore);
    }

    /// <summary>
    /// Whether as many letters are left as misread characters leave for the words that are: a misread character takes seven grams with it, another word
    /// eleven. With a share w of the words left, scans have about w^1.4 of the grams left, and texts with other words in them w^2.2. A story that was gone
    /// over ("said" for "announced", other endings) is between the two.
    /// </summary>
    public static bool LettersAgree(TextSignature first, TextSignature second, TextPair pair)
    {
        var left = 2 * pair.Grams / (1 + pair.Grams);
        return left >= MostLetters && left >= Math.Pow(WordsLeft(first.Tokens, second.Tokens), Exponent);
    }

    private static TextSignature Smaller(TextSignature first, TextSignature second) =>
        first.Tokens.Length.CompareTo(second.Tokens.Length) is var order && (order < 0 || (order == 0 && first.Identity.CompareTo(second.Identity) <= 0)) ? first : second;

    private static int MissingNumbers(TextSignature first, TextSignature second) =>
        Math.Min(first.Numbers.Length, second.Numbers.Length) - Shingles.Shared(first.Numbers, second.Numbers);

    private static double WordsLeft(uint[] first, uint[] second)
    {
        var (a, b) = ((uint[])first.Clone(), (uint[])second.Clone());
        a.AsSpan().Sort();
        b.AsSpan().Sort();
        return 2.0 * Shingles.Shared(a, b) / (a.Length + b.Length);
    }

    /// <summary>What is asked of two texts laid beside each other.</summary>
    /// <param name="Places">Places at which they must differ; fewer prove nothing.</param>
    /// <param name="PlacesWithoutOthers">The same where no place has another word.</param>
    private readonly record struct Demands(int Places, int PlacesWithoutOthers);
}
