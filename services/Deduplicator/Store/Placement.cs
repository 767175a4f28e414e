using Ingest.Contracts;

namespace Ingest.Deduplicator.Store;

/// <summary>What became of an article that came or went; the same every time it is told again.</summary>
/// <param name="Assignment">Where it belongs; null when it was retracted.</param>
/// <param name="Changed">Assignments of others that it is the cause of, as they stand now, by identifier.</param>
public sealed record Placement(ClusterAssignment? Assignment, IReadOnlyList<ClusterAssignment> Changed);
