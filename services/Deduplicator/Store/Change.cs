using Ingest.Deduplicator.Sketching;

namespace Ingest.Deduplicator.Store;

/// <summary>What the store is told.</summary>
internal abstract record Change(string ArticleId, long Revision)
{
    /// <summary>An article came.</summary>
    public sealed record Arrival(Signature Signature) : Change(Signature.ArticleId, Signature.Revision);

    /// <summary>An article went.</summary>
    public sealed record Retraction(string ArticleId, long Revision) : Change(ArticleId, Revision);
}
