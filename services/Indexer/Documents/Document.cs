using Ingest.Contracts;

namespace Ingest.Indexer.Documents;

/// <summary>A document as the search index takes it.</summary>
/// <param name="Sequence">Its place in the order of changes.</param>
/// <param name="ArticleId">The article.</param>
/// <param name="Article">Its content; null when it was withdrawn.</param>
/// <param name="IsNew">Whether it was never written before, so that the index cannot have it.</param>
/// <param name="ClusterId">The cluster it belongs to; its own identifier while none is known.</param>
/// <param name="Relation">One of <see cref="Relations"/>.</param>
/// <param name="DiscoveredAt">When the Watcher first saw the file's revision.</param>
public sealed record Document(
    long Sequence, string ArticleId, Article? Article, bool IsNew, string ClusterId, string Relation, DateTimeOffset DiscoveredAt);
