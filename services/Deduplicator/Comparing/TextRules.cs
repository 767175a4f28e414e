using Ingest.Deduplicator.Sketching;

namespace Ingest.Deduplicator.Comparing;

/// <summary>
/// Decides over two texts from the two alone. Nothing that drifts while articles arrive may be asked here (how common a shingle
/// is, say), or the clusters would depend on the order of arrival.
/// </summary>
internal sealed class TextRules(DeduplicatorOptions options)
{
    /// <summary>A short text in a longer one must stand there nearly whole: a few words in common are found everywhere.</summary>
    public const double ShortContainment = 0.8;

    private const double OfMisread = 0.8;
    private const double MostWords = 0.6;
    private const double SomeNumbers = 0.5;
    private const double BlockContainment = 0.4;
    private const int LongBlock = 30;

    /// <summary>Measures and judges; both as seen from the first.</summary>
    public (TextPair Pair, TextVerdict Verdict) Judge(TextSignature first, TextSignature second)
    {
        // In a fixed order, so that the answer cannot depend on which of the two came first.
        if (second.Identity.CompareTo(first.Identity) < 0)
        {
            var (reversed, verdict) = JudgeOrdered(second, first);
            return (reversed.Reversed(), verdict.Reversed());
        }

        return JudgeOrdered(first, second);
    }

    /// <summary>Whether the share of words, or of the smaller text, is enough.</summary>
    public bool AreSimilar(TextSignature first, TextSignature second, TextPair pair) => pair.Jaccard >= options.NearSimilarity ||
        pair.Containment >= (first.Kind == second.Kind ? options.Containment : ShortContainment);

    /// <summary>Whether the numbers agree: all of them where one text is short.</summary>
    public bool NumbersAgree(TextSignature first, TextSignature second, TextPair pair) =>
        first.Kind == TextKind.Full && second.Kind == TextKind.Full ? pair.Numbers >= options.NumberAgreement
        : first.Kind == second.Kind ? pair.SameNumbers
        : pair.Numbers >= 1;

    /// <summary>See <see cref="DeduplicatorOptions.ScanSimilarity"/>; four fifths of it where one of the two looks misread.</summary>
    public double ScanSimilarityFor(TextSignature first, TextSignature second) =>
        ScanRule.LookMisread(first, second) ? options.ScanSimilarity * OfMisread : options.ScanSimilarity;

    /// <summary>Whether they differ by what a scanner does to a text.</summary>
    /// <param name="first">A text.</param>
    /// <param name="second">The other.</param>
    /// <param name="pair">Their figures, grams among them.</param>
    /// <param name="isBehind">See <see cref="ScanJudgement.IsBehind"/>.</param>
    public bool DifferAsScans(TextSignature first, TextSignature second, TextPair pair, out bool isBehind)
    {
        isBehind = false;
        return options.ScanSimilarity < 1 && pair.Grams > 0 && ScanRule.GramsLeft(first, second, pair.Grams) >= ScanSimilarityFor(first, second) &&
            ScanRule.Explains(first, second, pair, out isBehind);
    }

    /// <summary>
    /// Whether full texts match so far that the same title makes them one story: nearly all words and half of the numbers (one of two
    /// was changed), a block long enough that nobody writes it twice (another lead was put before it), or nearly all letters (it was gone over).
    /// </summary>
    public bool MatchWeakly(TextSignature first, TextSignature second, TextPair pair) =>
        first.Kind == TextKind.Full && second.Kind == TextKind.Full &&
        ((pair.Jaccard >= MostWords && pair.Numbers >= SomeNumbers) ||
            (NumbersAgree(first, second, pair) && ScanRule.LettersAgree(first, second, pair)) ||
            (pair.Containment >= BlockContainment && NumbersAgree(first, second, pair) && SharedBlock.Find(first.Tokens, second.Tokens).Words >= LongBlock));

    private (TextPair Pair, TextVerdict Verdict) JudgeOrdered(TextSignature first, TextSignature second)
    {
        if (first.Kind == TextKind.Headline || second.Kind == TextKind.Headline)
        {
            return (default, TextVerdict.Different);
        }

        var pair = TextPair.Of(first, second);
        if (first.Words == second.Words && first.Tokens.AsSpan().SequenceEqual(second.Tokens) && first.Words == first.Tokens.Length)
        {
            return (pair, TextVerdict.Same);
        }

        var similar = AreSimilar(first, second, pair);
        if (!similar || !NumbersAgree(first, second, pair))
        {
            pair = ScanRule.Measure(first, second, pair);
            if (DifferAsScans(first, second, pair, out var isBehind))
            {
                return (pair, IsShortBeside(first, second) ? FirstAsPart(isBehind)
                    : IsShortBeside(second, first) ? FirstAsPart(isBehind).Reversed()
                    : TextVerdict.Near);
            }

            var isWeak = MatchWeakly(first, second, pair);
            // Not to be seen afterwards as what decided.
            pair = pair with { Grams = 0 };
            if (!isWeak)
            {
                return (pair, TextVerdict.Different);
            }
        }

        if (QuotationRule.Applies(first, second, pair.Shared))
        {
            return (pair, TextVerdict.Quotes);
        }

        return (pair, IsBrief(first, second, pair.FirstInSecond) ? FirstAsPart(ColumnRule.IsInside(first, second))
            : IsBrief(second, first, pair.SecondInFirst) ? FirstAsPart(ColumnRule.IsInside(second, first)).Reversed()
            : TextVerdict.Near);
    }

    private static TextVerdict FirstAsPart(bool isInside) => isInside ? TextVerdict.FirstIsInside : TextVerdict.FirstIsBrief;

    private bool IsBrief(TextSignature brief, TextSignature full, double containment) => containment >= options.Containment && IsShortBeside(brief, full);

    private bool IsShortBeside(TextSignature brief, TextSignature full) => brief.Words <= full.Words * options.BriefLength;
}
