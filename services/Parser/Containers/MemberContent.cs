namespace Ingest.Parser.Containers;

/// <summary>What could be read of a member.</summary>
/// <param name="Bytes">The content, or its beginning.</param>
/// <param name="Problem">Why it is not all.</param>
internal readonly record struct MemberContent(ReadOnlyMemory<byte> Bytes, ParseOutcome.Rejected? Problem = null);
