namespace Ingest.Contracts;

/// <summary>The Indexer holds an article durably (search shows it within its refresh time), or has withdrawn it.</summary>
public sealed record ArticleIndexed
{
    /// <summary>See <see cref="Identifiers.Article"/>.</summary>
    public required string ArticleId { get; init; }

    /// <summary>The file it came from.</summary>
    public required string FileId { get; init; }

    /// <summary>The file's revision that is settled by this.</summary>
    public required long Revision { get; init; }

    /// <summary>True when the article was withdrawn.</summary>
    public required bool Withdrawn { get; init; }

    /// <summary>The document's sequence number in the Indexer's store; a search index that has applied it shows the article.</summary>
    public required long Sequence { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset IndexedAt { get; init; }

    /// <summary>When the Deduplicator had placed it; null for a withdrawal.</summary>
    public DateTimeOffset? ClusteredAt { get; init; }
}
