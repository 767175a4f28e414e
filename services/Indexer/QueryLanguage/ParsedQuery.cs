namespace Ingest.Indexer.QueryLanguage;

/// <summary>A query and what was made of it.</summary>
/// <param name="Node">What to match; null matches everything.</param>
/// <param name="Explanation">How it was read instead, when it was malformed.</param>
internal sealed record ParsedQuery(QueryNode? Node, string? Explanation);
