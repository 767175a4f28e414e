using Ingest.Contracts;

namespace Ingest.Queries;

/// <summary>What the Indexer answers: search over the articles.</summary>
public interface ISearchQueries
{
    /// <summary>The articles that a query finds. A malformed query is read as plain words and explained, never an error.</summary>
    Task<SearchResponse> SearchAsync(SearchRequest request, CancellationToken cancellationToken);

    /// <summary>One document; null when it is not indexed.</summary>
    Task<SearchHit?> GetAsync(ArticleKey key, CancellationToken cancellationToken);

    /// <summary>How far the index is.</summary>
    Task<IndexStatus> StatusAsync(IndexStatusRequest request, CancellationToken cancellationToken);
}

/// <summary>No parameters yet.</summary>
public sealed record IndexStatusRequest;

/// <summary>How far the index is.</summary>
/// <param name="Documents">Documents in the store.</param>
/// <param name="StoreSequence">Highest sequence number in the store.</param>
/// <param name="VisibleSequence">Highest sequence number that search shows.</param>
public sealed record IndexStatus(long Documents, long StoreSequence, long VisibleSequence);
