using Ingest.Contracts;

namespace Ingest.Parser.Portions;

/// <summary>What was read of a large file in one go.</summary>
/// <param name="Articles">Its articles in the file's order.</param>
/// <param name="Members">What became of its members.</param>
/// <param name="Pieces">How many pieces it took.</param>
/// <param name="IsLast">Whether the file ends there.</param>
internal sealed record PortionContent(IReadOnlyList<Article> Articles, IReadOnlyList<MemberOutcome> Members, int Pieces, bool IsLast);
