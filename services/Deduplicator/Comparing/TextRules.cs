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

    /// <summary>Whether they differ by what a scanner does to a text.</summary>
    public bool DifferAsScans(TextSignature first, TextSignature second, TextPair pair) =>
        pair.Grams >= options.ScanSimilarity && pair.Numbers >= options.ScanNumberAgreement && ScanRule.Explains(first, second, pair.Grams);

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

        if (!AreSimilar(first, second, pair) || !NumbersAgree(first, second, pair))
        {
            pair = ScanRule.Measure(first, second, pair);
            return (pair, DifferAsScans(first, second, pair) ? TextVerdict.Near : TextVerdict.Different);
        }

        if (QuotationRule.Applies(first, second, pair.Shared))
        {
            return (pair, TextVerdict.Quotes);
        }

        return (pair, IsBrief(first, second, pair.FirstInSecond) ? TextVerdict.FirstIsBrief
            : IsBrief(second, first, pair.SecondInFirst) ? TextVerdict.SecondIsBrief
            : TextVerdict.Near);
    }

    private bool IsBrief(TextSignature brief, TextSignature full, double containment) =>
        containment >= options.Containment && brief.Words <= full.Words * options.BriefLength;
}
