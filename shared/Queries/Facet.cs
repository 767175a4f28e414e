namespace Ingest.Queries;

/// <summary>How the articles that match spread over the values of a field, the most frequent first.</summary>
/// <param name="Field">One of <see cref="FacetFields"/>.</param>
/// <param name="Values">The most frequent values.</param>
/// <param name="Others">How many further values there are.</param>
public sealed record Facet(string Field, IReadOnlyList<FacetValue> Values, int Others = 0);

/// <summary>A value and how many articles have it. Spellings that differ in case or accents only count as one.</summary>
/// <param name="Value">As most people would write it; as a filter it finds every spelling.</param>
/// <param name="Count">Articles.</param>
public sealed record FacetValue(string Value, long Count);

/// <summary>The fields that are counted; as a filter, the parameter of the same name.</summary>
public static class FacetFields
{
    /// <summary>The publication.</summary>
    public const string Source = "source";

    /// <summary>ISO 639-1 code.</summary>
    public const string Language = "language";

    /// <summary>A person or desk.</summary>
    public const string Author = "author";

    /// <summary>An agency.</summary>
    public const string Agency = "agency";

    /// <summary>The publication's section.</summary>
    public const string Section = "section";

    /// <summary>All of them, in the order of answers.</summary>
    public static IReadOnlyList<string> All { get; } = [Source, Language, Author, Agency, Section];
}

/// <summary>Articles over time. Periods without any are left out.</summary>
/// <param name="Unit"><c>day</c>, <c>month</c> or <c>year</c>: the finest that needs at most 100 periods from the first to the last.</param>
/// <param name="Bars">In order of time.</param>
/// <param name="Undated">Articles without a date.</param>
public sealed record DateHistogram(string Unit, IReadOnlyList<DateBar> Bars, long Undated);

/// <summary>A period: <c>2025-02-13</c>, <c>2025-02</c> or <c>2025</c>, as From, To and <c>date:</c> take it.</summary>
public sealed record DateBar(string Period, long Count);
