using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text.Json;
using Ingest.Contracts;

namespace Ingest.Indexer.Documents;

/// <summary>What a message changes, made ready for the store: everything that needs no lock is done before.</summary>
public sealed record DocumentChange
{
    private DocumentChange()
    {
    }

    internal string? ArticleId { get; private init; }

    internal string FileId { get; private init; } = "";

    internal long Revision { get; private init; }

    internal bool Deleted { get; private init; }

    internal string Fields { get; private init; } = "";

    internal string Body { get; private init; } = "";

    internal long Digest { get; private init; }

    internal long DiscoveredAt { get; private init; }

    internal IReadOnlyList<ClusterAssignment> Assignments { get; private init; } = [];

    /// <summary>An article and its place, and what its arrival changed for others.</summary>
    public static DocumentChange Of(ArticleClustered clustered)
    {
        ArgumentNullException.ThrowIfNull(clustered);
        var article = clustered.Article;
        var fields = JsonSerializer.Serialize(article with { Body = "" }, ContractsJsonContext.Default.Article);
        return new DocumentChange
        {
            ArticleId = article.ArticleId,
            FileId = article.FileId,
            Revision = article.Revision,
            Fields = fields,
            Body = article.Body,
            Digest = DigestOf(fields, article.Body),
            DiscoveredAt = clustered.DiscoveredAt.ToUnixTimeMilliseconds(),
            Assignments = [clustered.Assignment, .. clustered.Changed],
        };
    }

    /// <summary>A retraction, or a person's decision about clusters.</summary>
    public static DocumentChange Of(ClusterChanged changed)
    {
        ArgumentNullException.ThrowIfNull(changed);
        return new DocumentChange
        {
            ArticleId = changed.Retracted?.ArticleId,
            FileId = changed.Retracted?.FileId ?? "",
            Revision = changed.Retracted?.Revision ?? 0,
            Deleted = true,
            Assignments = changed.Changed,
        };
    }

    private static long DigestOf(string fields, string body)
    {
        var hash = new XxHash3();
        hash.Append(MemoryMarshal.AsBytes(fields.AsSpan()));
        hash.Append(MemoryMarshal.AsBytes(body.AsSpan()));
        return unchecked((long)hash.GetCurrentHashAsUInt64());
    }
}
