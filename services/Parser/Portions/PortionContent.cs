using Ingest.Contracts;
using Ingest.Parser.Containers;

namespace Ingest.Parser.Portions;

/// <summary>What was read of a large file in one go.</summary>
/// <param name="Articles">Its articles in the file's order.</param>
/// <param name="Members">What became of its members.</param>
/// <param name="Next">Where the file goes on.</param>
/// <param name="InMember">Articles, those of earlier portions included, of the member that <paramref name="Next"/> stands in.</param>
/// <param name="IsLast">Whether the file ends there.</param>
internal sealed record PortionContent(IReadOnlyList<Article> Articles, IReadOnlyList<MemberOutcome> Members, Bookmark Next, int InMember, bool IsLast);
