using System.Text.Json;
using Ingest.Contracts;

namespace Ingest.Indexer.Documents;

/// <summary>A document with its assignment, as the database gives it.</summary>
internal sealed class DocumentRow
{
    public const string Select =
        """
        SELECT d.article_id AS ArticleId, d.deleted AS Deleted, d.sequence AS Sequence, d.writes AS Writes, d.fields AS Fields, d.body AS Body,
            d.discovered_at AS DiscoveredAt, a.cluster_id AS ClusterId, a.relation AS Relation
        FROM documents d LEFT JOIN assignments a ON a.article_id = d.article_id
        """;

    public string ArticleId { get; set; } = "";

    public long Deleted { get; set; }

    public long Sequence { get; set; }

    public long Writes { get; set; }

    public string Fields { get; set; } = "";

    public string Body { get; set; } = "";

    public long DiscoveredAt { get; set; }

    public string? ClusterId { get; set; }

    public string? Relation { get; set; }

    public Document ToDocument() => new(
        Sequence,
        ArticleId,
        Deleted != 0 ? null : JsonSerializer.Deserialize(Fields, ContractsJsonContext.Default.Article)! with { Body = Body },
        Writes == 1,
        ClusterId ?? ArticleId,
        Relation ?? Relations.Canonical,
        DateTimeOffset.FromUnixTimeMilliseconds(DiscoveredAt));
}
