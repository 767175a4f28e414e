using Ingest.Queries;

namespace Ingest.Indexer.QueryLanguage;

/// <summary>A query and what was made of it.</summary>
/// <param name="Text">What was read: the query, trimmed and cut; positions in words refer to it.</param>
/// <param name="Node">What to match; null matches everything.</param>
/// <param name="Notes">What its author should know.</param>
internal sealed record ParsedQuery(string Text, QueryNode? Node, IReadOnlyList<QueryNote> Notes);
