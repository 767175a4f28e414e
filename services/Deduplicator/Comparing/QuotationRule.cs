using Ingest.Deduplicator.Sketching;

namespace Ingest.Deduplicator.Comparing;

/// <summary>
/// Whether two articles share one quotation and otherwise little: a statement printed at length in both. That looks like
/// containment, and is two stories.
/// </summary>
internal static class QuotationRule
{
    /// <summary>Words from which a shared block can be what makes two texts similar.</summary>
    private const int FewestWords = 20;

    /// <summary>Share of the block that must stand within one quotation; speakers are named before and after it.</summary>
    private const double WithinQuotation = 0.9;

    /// <summary>Shingles that each must have beside the block; a text that is nothing but the quotation is a brief of the other.</summary>
    private const int FewestOthers = 12;

    /// <summary>Share of the smaller remainder up to which the two have little else in common.</summary>
    private const double LittleElse = 0.2;

    /// <summary>Decides; the same for both orders but for ties between equally long blocks.</summary>
    /// <param name="first">A text.</param>
    /// <param name="second">One that is similar to it.</param>
    /// <param name="shared">How many distinct shingles they share.</param>
    public static bool Applies(TextSignature first, TextSignature second, int shared)
    {
        // Spares finding the block where even the longest quotation is too short to make so many shingles common.
        var longest = Math.Max(Longest(first.Quotations), Longest(second.Quotations));
        var others = LittleElse * Math.Min(first.Shingles.Length, second.Shingles.Length);
        if (longest < FewestWords * WithinQuotation || shared > (longest / WithinQuotation) + others + FewestOthers)
        {
            return false;
        }

        var block = SharedBlock.Find(first.Tokens, second.Tokens);
        if (block.Words < FewestWords ||
            !(IsQuoted(first.Quotations, block.First, block.Words) || IsQuoted(second.Quotations, block.Second, block.Words)))
        {
            return false;
        }

        var restOfFirst = Without(first.Tokens, block.First, block.Words);
        var restOfSecond = Without(second.Tokens, block.Second, block.Words);
        var fewer = Math.Min(restOfFirst.Length, restOfSecond.Length);
        return fewer >= FewestOthers && Shingles.Shared(restOfFirst, restOfSecond) < fewer * LittleElse;
    }

    private static int Longest(int[] quotations)
    {
        var longest = 0;
        for (var i = 0; i < quotations.Length; i += 2)
        {
            longest = Math.Max(longest, quotations[i + 1] - quotations[i]);
        }

        return longest;
    }

    private static bool IsQuoted(int[] quotations, int start, int words)
    {
        for (var i = 0; i < quotations.Length; i += 2)
        {
            if (Math.Min(quotations[i + 1], start + words) - Math.Max(quotations[i], start) >= words * WithinQuotation)
            {
                return true;
            }
        }

        return false;
    }

    private static uint[] Without(uint[] tokens, int start, int words)
    {
        var before = Shingles.SetOf(tokens.AsSpan(0, start));
        var after = Shingles.SetOf(tokens.AsSpan(start + words));
        var all = before.Concat(after).Distinct().ToArray();
        all.AsSpan().Sort();
        return all;
    }
}
