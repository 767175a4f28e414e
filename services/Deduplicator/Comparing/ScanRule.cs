using Ingest.Deduplicator.Sketching;
using Ingest.Deduplicator.Text;

namespace Ingest.Deduplicator.Comparing;

/// <summary>
/// Whether two texts are one text, or one and a part of it, of which scanners misread characters in either or in both. Told from the two alone,
/// so no source needs to be declared as scanned, and a clean copy meets a scanned one.
/// </summary>
/// <remarks>
/// Laid beside each other, scans differ by words that look like each other at most places; two notices of one pattern, or a text whose words were
/// replaced, by words that do not. Measured on 5,500 pairs with a scan or two: at .64 of the places or more in 95 of 100; on 1,570 texts made of others by
/// replacing words: at .18 or less in 95 of 100. Such a rule asked by letters alone, as it was before, cannot tell these two apart when a third of the words differ.
/// </remarks>
internal static class ScanRule
{
    /// <summary>Share of the smaller text that must have its place in the other.</summary>
    private const double Covered = 0.35;

    /// <summary>Share of the places at which they differ where the words must look like each other.</summary>
    private const double LookAlike = 0.55;

    /// <summary>Below so many places it proves nothing.</summary>
    private const int FewestPlaces = 6;

    // How often words at one place look alike in one text that was misread, and in a scan of another notice of the same pattern: names are other ones there.
    private const double AlikeInScans = 0.85;
    private const double AlikeInPatterns = 0.5;

    // Digits are misread more often than words are, and a tenth of words with one letter wrong look like other words. Of two notices of one pattern one number in four is the same.
    private const double NumberToWord = 1.3;
    private const double NumberToWordAnywhere = 1.6;
    private const double FewestMisread = 0.05;
    private const double MostMisread = 0.8;
    private const double SameByChance = 0.25;

    /// <summary>How much words and numbers may say for a scan, as natural logarithms of a likelihood: many of the one do not outweigh the other.</summary>
    private const double MostOfWords = 3;
    private const double MostOfNumbers = 2;

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

    /// <summary>Whether misread characters explain how they differ.</summary>
    public static bool Explains(TextSignature first, TextSignature second, TextPair pair)
    {
        var (smaller, larger) = first.Tokens.Length <= second.Tokens.Length ? (first, second) : (second, first);
        if (smaller.Tokens.Count(WordShape.IsSpaceless) > smaller.Tokens.Length * Half)
        {
            // Their characters have no shape.
            return pair.Numbers >= SpacelessNumbers && LettersAgree(first, second, pair);
        }

        return Explains(Alignment.Of(smaller.Tokens, larger.Tokens), smaller.Tokens.Length, pair.Numbers, Math.Min(first.Numbers.Length, second.Numbers.Length));
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

    private static bool Explains(Alignment alignment, int words, double inBoth, int numbers)
    {
        var places = alignment.Alike + alignment.Unlike;
        return places >= FewestPlaces && alignment.Covered >= words * Covered && alignment.Alike >= places * LookAlike &&
            Math.Min(MostOfWords, WordsSay(alignment)) + Math.Min(MostOfNumbers, NumbersSay(alignment, inBoth, numbers)) >= 0;
    }

    private static double WordsSay(Alignment alignment) =>
        (alignment.Alike * Math.Log(AlikeInScans / AlikeInPatterns)) + (alignment.Unlike * Math.Log((1 - AlikeInScans) / (1 - AlikeInPatterns)));

    /// <summary>What the numbers say at their places, or wherever they stand if that is less: beside other names a number has no place that can be compared.</summary>
    private static double NumbersSay(Alignment alignment, double inBoth, int numbers)
    {
        var words = Math.Max(1, alignment.Kept - alignment.SameNumbers);
        var misread = (double)alignment.Alike / (alignment.Alike + words);
        var same = Math.Round(inBoth * numbers);
        return Math.Min(
            Say(alignment.SameNumbers, alignment.OtherNumbers, misread * NumberToWord),
            numbers == 0 ? 0 : Say(same, numbers - same, misread * NumberToWordAnywhere));
    }

    private static double Say(double same, double other, double share)
    {
        var misread = Math.Min(MostMisread, share + FewestMisread);
        return (same * Math.Log((1 - misread) / SameByChance)) + (other * Math.Log(misread / (1 - SameByChance)));
    }

    private static double WordsLeft(uint[] first, uint[] second)
    {
        var (a, b) = ((uint[])first.Clone(), (uint[])second.Clone());
        a.AsSpan().Sort();
        b.AsSpan().Sort();
        return 2.0 * Shingles.Shared(a, b) / (a.Length + b.Length);
    }
}
