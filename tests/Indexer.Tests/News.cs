using Ingest.Contracts;

namespace Ingest.Indexer.Tests;

/// <summary>Articles and their places, made for tests.</summary>
internal static class News
{
    public static readonly DateTimeOffset Noon = new(2025, 3, 4, 12, 0, 0, TimeSpan.Zero);

    public static Article Article(string id, string title = "Harbour reopens", string body = "The harbour of Lindholm reopened.", long revision = 1) => new()
    {
        ArticleId = id, FileId = "f" + id, Revision = revision, Watch = "news", Path = id + ".txt", Ordinal = 0, Key = "0", Title = title, Body = body,
        PublishedAt = "2025-03-04",
    };

    public static ClusterAssignment Assignment(string id, long version, string? cluster = null, string relation = Relations.Canonical) =>
        new() { ArticleId = id, ClusterId = cluster ?? id, CanonicalId = cluster ?? id, Relation = relation, Version = version };

    public static ArticleClustered Clustered(Article article, long version = 1, string? cluster = null, string relation = Relations.Canonical, params ClusterAssignment[] changed) =>
        new() { Article = article, Assignment = Assignment(article.ArticleId, version, cluster, relation), Changed = changed, DiscoveredAt = Noon };

    public static ClusterChanged Retracted(string id, long revision, params ClusterAssignment[] changed) => new()
    {
        Retracted = new ArticleRetracted { ArticleId = id, FileId = "f" + id, Revision = revision, RetractedAt = Noon }, Changed = changed,
    };
}
