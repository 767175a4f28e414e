using Ingest.Contracts;

namespace Ingest.Indexer.Documents;

/// <summary>What one message changes.</summary>
internal sealed record DocumentChange
{
    /// <summary>The article that arrives; null for a <see cref="ClusterChanged"/>.</summary>
    public Article? Article { get; init; }

    /// <summary>When the file of <see cref="Article"/> was first seen.</summary>
    public DateTimeOffset DiscoveredAt { get; init; }

    /// <summary>The article that is to be withdrawn.</summary>
    public ArticleRetracted? Retracted { get; init; }

    /// <summary>New assignments, the arriving article's own among them.</summary>
    public required IReadOnlyList<ClusterAssignment> Assignments { get; init; }

    public static DocumentChange Of(ArticleClustered clustered) => new()
    {
        Article = clustered.Article,
        DiscoveredAt = clustered.DiscoveredAt,
        Assignments = [clustered.Assignment, .. clustered.Changed],
    };

    public static DocumentChange Of(ClusterChanged changed) => new() { Retracted = changed.Retracted, Assignments = changed.Changed };
}

/// <summary>How an article stands in the store after a change.</summary>
/// <param name="Revision">The revision that is settled.</param>
/// <param name="Withdrawn">Whether it is a tombstone.</param>
/// <param name="Sequence">The row's sequence number.</param>
/// <param name="IndexedAt">When that revision became durable.</param>
internal sealed record DocumentState(long Revision, bool Withdrawn, long Sequence, DateTimeOffset IndexedAt);
