using Ingest.Contracts;

namespace Ingest.Parser.Containers;

/// <summary>What one piece gave.</summary>
/// <param name="Articles">Its articles, keys and ordinals as they are in the whole file.</param>
/// <param name="Members">What became of it, and of its own members when it is something like a mail with attachments.</param>
internal sealed record PieceResult(IReadOnlyList<Article> Articles, IReadOnlyList<MemberOutcome> Members);
