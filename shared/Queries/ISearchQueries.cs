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

/// <summary>A search.</summary>
public sealed record SearchRequest
{
    /// <summary>Words, "phrases", <c>-without</c>, OR, <c>field:word</c>; empty finds everything.</summary>
    public string Query { get; init; } = "";

    /// <summary>Hits to return, 0 to 1,000.</summary>
    public int Limit { get; init; } = 10;

    /// <summary>Hits to skip, up to 10,000.</summary>
    public int Offset { get; init; }

    /// <summary>First day, <c>2025-02-13</c> (or <c>2025-02</c>, <c>2025</c>).</summary>
    public string? From { get; init; }

    /// <summary>Last day, inclusive; in the same notation.</summary>
    public string? To { get; init; }

    /// <summary>Only articles with this author.</summary>
    public string? Author { get; init; }

    /// <summary>Only articles of this source.</summary>
    public string? Source { get; init; }

    /// <summary>Only articles in this language (ISO 639-1).</summary>
    public string? Language { get; init; }

    /// <summary><c>relevance</c>, <c>newest</c> or <c>oldest</c>.</summary>
    public string Sort { get; init; } = "relevance";

    /// <summary><c>hide</c> shows only canonical articles, <c>show</c> all.</summary>
    public string Duplicates { get; init; } = "hide";
}

/// <summary>What a search found.</summary>
public sealed record SearchResponse
{
    /// <summary>How many articles match in all.</summary>
    public required long Total { get; init; }

    /// <summary>The hits asked for.</summary>
    public required IReadOnlyList<SearchHit> Hits { get; init; }

    /// <summary>How a malformed query was read instead; null when it was well formed.</summary>
    public string? Explanation { get; init; }

    /// <summary>Time taken in milliseconds.</summary>
    public double ElapsedMs { get; init; }
}

/// <summary>An article as search shows it.</summary>
public sealed record SearchHit
{
    /// <summary>The article.</summary>
    public required string ArticleId { get; init; }

    /// <summary>The file it came from.</summary>
    public required string FileId { get; init; }

    /// <summary>That file's path below the watched folder.</summary>
    public required string Path { get; init; }

    /// <summary>Position in the file.</summary>
    public required int Ordinal { get; init; }

    /// <summary>Headline.</summary>
    public required string Title { get; init; }

    /// <summary>Publication date as in <see cref="Article.PublishedAt"/>.</summary>
    public string? PublishedAt { get; init; }

    /// <summary>Authors.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>Agencies.</summary>
    public IReadOnlyList<string> Agencies { get; init; } = [];

    /// <summary>Dateline.</summary>
    public string? Dateline { get; init; }

    /// <summary>Language.</summary>
    public string? Language { get; init; }

    /// <summary>Where it was published.</summary>
    public string? Url { get; init; }

    /// <summary>The publication.</summary>
    public string? Source { get; init; }

    /// <summary>The publication's section.</summary>
    public string? Section { get; init; }

    /// <summary>Paragraphs joined by a blank line.</summary>
    public required string Body { get; init; }

    /// <summary>A passage that shows why it was found; plain text.</summary>
    public string Snippet { get; init; } = "";

    /// <summary>Relevance; comparable within one response only.</summary>
    public double Score { get; init; }

    /// <summary>The cluster.</summary>
    public required string ClusterId { get; init; }

    /// <summary>One of <see cref="Relations"/>.</summary>
    public required string Relation { get; init; }

    /// <summary>How many articles the cluster has.</summary>
    public int ClusterSize { get; init; } = 1;
}

/// <summary>No parameters yet.</summary>
public sealed record IndexStatusRequest;

/// <summary>How far the index is.</summary>
/// <param name="Documents">Documents in the store.</param>
/// <param name="StoreSequence">Highest sequence number in the store.</param>
/// <param name="VisibleSequence">Highest sequence number that search shows.</param>
public sealed record IndexStatus(long Documents, long StoreSequence, long VisibleSequence);
