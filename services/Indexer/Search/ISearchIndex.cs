using Ingest.Queries;

namespace Ingest.Indexer.Search;

/// <summary>
/// An index over the documents, derived from them and from nothing else. The seam at which another engine would take Lucene's
/// place (ADR 0009).
/// </summary>
public interface ISearchIndex : IDisposable
{
    /// <summary>The highest sequence number whose document search shows, and with it all lower ones.</summary>
    long VisibleSequence { get; }

    /// <summary>The identifiers of what a request finds, in the order asked for. Never throws for what the request says.</summary>
    FoundArticles Find(SearchRequest request);
}

/// <summary>What a search found.</summary>
/// <param name="Total">Articles that match in all.</param>
/// <param name="Articles">Identifiers and scores of the hits asked for.</param>
/// <param name="Words">Words and prefixes (ending in <c>*</c>) to show in the hits, folded as in the index.</param>
/// <param name="Explanation">How a malformed query was read; null when it was well formed.</param>
public sealed record FoundArticles(
    long Total, IReadOnlyList<(string ArticleId, double Score)> Articles, IReadOnlyList<string> Words, string? Explanation);
