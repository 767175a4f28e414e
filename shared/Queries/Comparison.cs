using Ingest.Contracts;

namespace Ingest.Queries;

/// <summary>Two articles to compare.</summary>
public sealed record ComparisonRequest(Article First, Article Second);

/// <summary>How two articles stand to each other, with the evidence.</summary>
public sealed record Comparison
{
    /// <summary>
    /// How the second stands to the first: one of <see cref="Relations"/> but <c>canonical</c>; null when they are different stories.
    /// </summary>
    public string? Relation { get; init; }

    /// <summary>Whether the archive has both in one cluster at the moment; members can be linked through their canonical article.</summary>
    public bool SameCluster { get; init; }

    /// <summary>Jaccard similarity of their texts, 0 to 1.</summary>
    public double Similarity { get; init; }

    /// <summary>Share of the first that stands in the second, 0 to 1.</summary>
    public double FirstInSecond { get; init; }

    /// <summary>Share of the second that stands in the first, 0 to 1.</summary>
    public double SecondInFirst { get; init; }

    /// <summary>Share of the numbers of the one with fewer that stand in the other, 0 to 1; 1 when one has none.</summary>
    public double NumberAgreement { get; init; }

    /// <summary>Hours between their publication; null where a date is missing.</summary>
    public double? HoursApart { get; init; }

    /// <summary>The longest run of words that stands in both, as the first article has it; empty when there is none.</summary>
    public string SharedText { get; init; } = "";

    /// <summary>Words of <see cref="SharedText"/>.</summary>
    public int SharedWords { get; init; }

    /// <summary>The first article's body with the passages that both have between <c>⟦</c> and <c>⟧</c>.</summary>
    public string FirstMarked { get; init; } = "";

    /// <summary>The second article's body, likewise.</summary>
    public string SecondMarked { get; init; } = "";

    /// <summary>Each rule that was asked, with the figure and its threshold, as sentences.</summary>
    public IReadOnlyList<string> Findings { get; init; } = [];
}
