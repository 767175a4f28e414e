namespace Ingest.Deduplicator.Comparing;

/// <summary>What two texts are to each other, before dates and titles are asked.</summary>
internal enum TextVerdict
{
    /// <summary>Different texts.</summary>
    Different = 0,

    /// <summary>Nearly the same.</summary>
    Near = 1,

    /// <summary>The first is a brief of the second.</summary>
    FirstIsBrief = 2,

    /// <summary>The second is a brief of the first.</summary>
    SecondIsBrief = 3,

    /// <summary>What they share is one long quotation: linked, not merged.</summary>
    Quotes = 4,

    /// <summary>The same words, with other quotation marks or another dash after the dateline.</summary>
    Same = 5,

    /// <summary>The first stands in the second behind something else: a brief of it under the same title, else one item of a column.</summary>
    FirstIsInside = 6,

    /// <summary>The second stands in the first behind something else.</summary>
    SecondIsInside = 7,
}

/// <summary>Turns verdicts round.</summary>
internal static class TextVerdicts
{
    /// <summary>Whether it joins two articles in one cluster.</summary>
    public static bool Merges(this TextVerdict verdict) => verdict is TextVerdict.Same or TextVerdict.Near || verdict.IsBrief() || verdict.IsInside();

    /// <summary>Whether one is a brief of the other.</summary>
    public static bool IsBrief(this TextVerdict verdict) => verdict is TextVerdict.FirstIsBrief or TextVerdict.SecondIsBrief;

    /// <summary>Whether one stands in the other behind something else.</summary>
    public static bool IsInside(this TextVerdict verdict) => verdict is TextVerdict.FirstIsInside or TextVerdict.SecondIsInside;

    /// <summary>The same verdict seen from the other side.</summary>
    public static TextVerdict Reversed(this TextVerdict verdict) => verdict switch
    {
        TextVerdict.FirstIsBrief => TextVerdict.SecondIsBrief,
        TextVerdict.SecondIsBrief => TextVerdict.FirstIsBrief,
        TextVerdict.FirstIsInside => TextVerdict.SecondIsInside,
        TextVerdict.SecondIsInside => TextVerdict.FirstIsInside,
        _ => verdict,
    };
}
