using Ingest.Contracts;

namespace Ingest.Indexer.Documents;

/// <summary>An article's row: its text, its place among duplicates, or that it is gone.</summary>
internal sealed record StoredDocument
{
    /// <summary>Position among all changes of the store.</summary>
    public required long Sequence { get; init; }

    /// <summary>The position at which the article first came.</summary>
    public required long FirstSequence { get; init; }

    /// <summary>The last position at which something changed that a search index holds.</summary>
    public required long SearchSequence { get; init; }

    public required string ArticleId { get; init; }

    /// <summary>True for a tombstone.</summary>
    public required bool Deleted { get; init; }

    /// <summary>The article; null for a tombstone and for a row that cannot be read.</summary>
    public required Article? Article { get; init; }

    public required string ClusterId { get; init; }

    public required string Relation { get; init; }

    public required string CanonicalId { get; init; }

    public required DateTimeOffset DiscoveredAt { get; init; }

    public required DateTimeOffset IndexedAt { get; init; }

    /// <summary>Whether it stands for its cluster, and so is shown when duplicates are hidden.</summary>
    public bool IsCanonical => CanonicalId == ArticleId;
}
