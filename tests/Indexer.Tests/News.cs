using Ingest.Contracts;
using Ingest.Indexer.Documents;

namespace Ingest.Indexer.Tests;

/// <summary>Made-up articles and what happens to them.</summary>
internal static class News
{
    private static readonly DateTimeOffset Discovered = new(2025, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static string Id(string name) => Identifiers.Article("file", name);

    public static Article Article(string name, string title, string body = "Nothing else was said.", string? date = null, long revision = 1) => new()
    {
        ArticleId = Id(name),
        FileId = Identifiers.File("test", name),
        Revision = revision,
        Watch = "test",
        Path = name + ".txt",
        Ordinal = 0,
        Key = "0",
        Title = title,
        Body = body,
        PublishedAt = date,
        Language = "en",
    };

    public static ClusterAssignment Assignment(string name, long version, string? canonical = null, string? relation = null) => new()
    {
        ArticleId = Id(name),
        ClusterId = Id(canonical ?? name),
        CanonicalId = Id(canonical ?? name),
        Relation = relation ?? (canonical is null ? Relations.Canonical : Relations.Near),
        Version = version,
    };

    public static ArticleClustered Clustered(Article article, ClusterAssignment? assignment = null, params ClusterAssignment[] changed) => new()
    {
        Article = article,
        Assignment = assignment ?? new ClusterAssignment
        {
            ArticleId = article.ArticleId, ClusterId = article.ArticleId, CanonicalId = article.ArticleId, Relation = Relations.Canonical, Version = 1,
        },
        Changed = changed,
        DiscoveredAt = Discovered,
    };

    public static ClusterChanged Retracted(string name, long revision, params ClusterAssignment[] changed) => new()
    {
        Retracted = new ArticleRetracted { ArticleId = Id(name), FileId = Identifiers.File("test", name), Revision = revision, RetractedAt = Discovered },
        Changed = changed,
    };

    public static DocumentChange Change(Article article, ClusterAssignment? assignment = null, params ClusterAssignment[] changed) =>
        DocumentChange.Of(Clustered(article, assignment, changed));

    public static DocumentChange Retraction(string name, long revision, params ClusterAssignment[] changed) =>
        DocumentChange.Of(Retracted(name, revision, changed));
}
