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
public sealed record IndexStatus(long Documents, long StoreSequence, long VisibleSequence)
{
    /// <summary>From a file's discovery to its article in search; null in a process that does not follow the documents, or before the first.</summary>
    public SearchableLatencies? Latency { get; init; }
}

/// <summary>From a file's discovery to its article in search, in seconds, over the last articles.</summary>
/// <param name="Count">How many articles, at most a thousand.</param>
/// <param name="P50">Half of them took no longer.</param>
/// <param name="P95">95 of 100 took no longer.</param>
/// <param name="P99">99 of 100 took no longer.</param>
/// <param name="Recent">The last hundred, in order of time.</param>
public sealed record SearchableLatencies(int Count, double P50, double P95, double P99, IReadOnlyList<double> Recent);
