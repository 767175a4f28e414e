using Ingest.Deduplicator.Sketching;

namespace Ingest.Deduplicator.Comparing;

/// <summary>The figures of two texts, from the two alone. Seen from the first; <see cref="Reversed"/> from the second.</summary>
internal readonly record struct TextPair
{
    /// <summary>How many distinct shingles both have.</summary>
    public int Shared { get; init; }

    /// <summary>Share of their distinct shingles that both have.</summary>
    public double Jaccard { get; init; }

    /// <summary>Share of the first that stands in the second.</summary>
    public double FirstInSecond { get; init; }

    /// <summary>Share of the second that stands in the first.</summary>
    public double SecondInFirst { get; init; }

    /// <summary>Share of the numbers of the text with fewer that stand in the other; 1 when one has none.</summary>
    public double Numbers { get; init; }

    /// <summary>Whether both have the same numbers.</summary>
    public bool SameNumbers { get; init; }

    /// <summary>Similarity of their seven-letter sequences; 0 unless it was asked for.</summary>
    public double Grams { get; init; }

    /// <summary>Share of the smaller text that stands in the larger.</summary>
    public double Containment => Math.Max(FirstInSecond, SecondInFirst);

    /// <summary>Measures two texts.</summary>
    public static TextPair Of(TextSignature first, TextSignature second)
    {
        ReadOnlySpan<uint> a = first.Shingles, b = second.Shingles;
        var shared = Shingles.Shared(a, b);
        var numbers = Shingles.Shared(first.Numbers, second.Numbers);
        var fewer = Math.Min(first.Numbers.Length, second.Numbers.Length);
        return new TextPair
        {
            Shared = shared,
            Jaccard = Share(shared, a.Length + b.Length - shared),
            FirstInSecond = Share(shared, a.Length),
            SecondInFirst = Share(shared, b.Length),
            Numbers = fewer == 0 ? 1 : Share(numbers, fewer),
            SameNumbers = numbers == first.Numbers.Length && numbers == second.Numbers.Length,
        };
    }

    /// <summary>The same pair seen from the other side.</summary>
    public TextPair Reversed() => this with { FirstInSecond = SecondInFirst, SecondInFirst = FirstInSecond };

    private static double Share(int part, int whole) => whole == 0 ? 0 : (double)part / whole;
}
