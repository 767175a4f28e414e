namespace Ingest.Parser;

/// <summary>What became of one member of a container.</summary>
/// <param name="Name">Its path in the container; in nested containers the paths joined by <c>!/</c>.</param>
/// <param name="Articles">How many articles came out of it.</param>
/// <param name="Reason">One of <see cref="Contracts.RejectionReasons"/> when it was rejected.</param>
/// <param name="Detail">A sentence for a person when it was rejected.</param>
public sealed record MemberOutcome(string Name, int Articles, string? Reason = null, string? Detail = null);
