using Ingest.Contracts;

namespace Ingest.Queries;

/// <summary>What the Deduplicator answers: which articles belong together, and on what evidence.</summary>
public interface IClusterQueries
{
    /// <summary>The assignment of one article; null when it is unknown or retracted.</summary>
    Task<ClusterMember?> GetAsync(ArticleKey key, CancellationToken cancellationToken);

    /// <summary>A cluster by its identifier, a former one, or that of any member; null when there is none.</summary>
    Task<Cluster?> ClusterAsync(ClusterKey key, CancellationToken cancellationToken);

    /// <summary>Every article's assignment, in order of identifier.</summary>
    Task<ClusterPage> ScanAsync(ClusterScan request, CancellationToken cancellationToken);

    /// <summary>Why two articles are or are not one story. Decided from the two alone, so they need not be in any cluster.</summary>
    Task<Comparison> CompareAsync(ComparisonRequest request, CancellationToken cancellationToken);
}

/// <summary>Names a cluster.</summary>
public sealed record ClusterKey(string ClusterId);

/// <summary>Where to go on, and how far.</summary>
public sealed record ClusterScan(string? After = null, int Limit = 1000);

/// <summary>A page of assignments; <paramref name="Next"/> is null on the last.</summary>
public sealed record ClusterPage(IReadOnlyList<ClusterMember> Members, string? Next);

/// <summary>An article in its cluster.</summary>
public sealed record ClusterMember
{
    /// <summary>The file's path below the watched folder.</summary>
    public required string Path { get; init; }

    /// <summary>Position in the file.</summary>
    public required int Ordinal { get; init; }

    /// <summary>The article.</summary>
    public required string ArticleId { get; init; }

    /// <summary>The cluster.</summary>
    public required string ClusterId { get; init; }

    /// <summary>One of <see cref="Relations"/>.</summary>
    public required string Relation { get; init; }

    /// <summary>The cluster's canonical article.</summary>
    public required string CanonicalId { get; init; }

    /// <summary>The article whose text decided; null for a canonical one.</summary>
    public string? MatchedId { get; init; }

    /// <summary>Jaccard similarity with the matched article.</summary>
    public double Similarity { get; init; }

    /// <summary>Share of the smaller text that stands in the larger.</summary>
    public double Containment { get; init; }

    /// <summary>Share of the numbers of the one with fewer that stand in the other; null where there is no matched article.</summary>
    public double? NumberAgreement { get; init; }

    /// <summary>Hours between it and the matched article; null where a date is missing or there is no matched article.</summary>
    public double? HoursApart { get; init; }

    /// <summary>Words of the longest block that stands in both; null where there is no matched article.</summary>
    public int? SharedWords { get; init; }

    /// <summary>Headline.</summary>
    public string Title { get; init; } = "";

    /// <summary>Publication date as in <see cref="Article.PublishedAt"/>.</summary>
    public string? PublishedAt { get; init; }
}

/// <summary>A cluster.</summary>
public sealed record Cluster(string ClusterId, string CanonicalId, IReadOnlyList<ClusterMember> Members)
{
    /// <summary>Articles of other clusters that quote a member at length, or that a member quotes.</summary>
    public IReadOnlyList<ClusterLink> Links { get; init => field = value ?? []; } = [];
}

/// <summary>Two articles that share one long quotation and little else: two stories, linked.</summary>
/// <param name="MemberId">The cluster's own.</param>
/// <param name="ArticleId">The other.</param>
/// <param name="ClusterId">The other's cluster.</param>
/// <param name="Title">The other's headline.</param>
/// <param name="SharedWords">Words of the quotation.</param>
public sealed record ClusterLink(string MemberId, string ArticleId, string ClusterId, string Title, int SharedWords);
