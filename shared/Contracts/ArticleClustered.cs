namespace Ingest.Contracts;

/// <summary>
/// The Deduplicator has placed an article. Carries what its arrival changed for others, so that a file is done only when
/// all its effects are.
/// </summary>
public sealed record ArticleClustered
{
    /// <summary>The article.</summary>
    public required Article Article { get; init; }

    /// <summary>Where it belongs.</summary>
    public required ClusterAssignment Assignment { get; init; }

    /// <summary>New assignments of other articles.</summary>
    public IReadOnlyList<ClusterAssignment> Changed { get; init => field = value ?? []; } = [];

    /// <summary>When the Watcher first saw the file's revision.</summary>
    public required DateTimeOffset DiscoveredAt { get; init; }

    /// <summary>When the Deduplicator had placed it; null from older versions.</summary>
    public DateTimeOffset? ClusteredAt { get; init; }
}
