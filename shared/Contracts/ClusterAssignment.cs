namespace Ingest.Contracts;

/// <summary>Which cluster an article belongs to, and why.</summary>
public sealed record ClusterAssignment
{
    /// <summary>The article.</summary>
    public required string ArticleId { get; init; }

    /// <summary>The cluster; it is named by the identifier of its canonical article.</summary>
    public required string ClusterId { get; init; }

    /// <summary>One of <see cref="Relations"/>.</summary>
    public required string Relation { get; init; }

    /// <summary>The cluster's canonical article; the article itself where it is alone.</summary>
    public required string CanonicalId { get; init; }

    /// <summary>The article whose text decided; null for a canonical one.</summary>
    public string? MatchedId { get; init; }

    /// <summary>Jaccard similarity with <see cref="MatchedId"/>, 0 to 1.</summary>
    public double Similarity { get; init; }

    /// <summary>Share of the smaller text that stands in the larger, 0 to 1.</summary>
    public double Containment { get; init; }

    /// <summary>Grows with every assignment the Deduplicator makes: of two for one article, the higher holds.</summary>
    public required long Version { get; init; }
}
