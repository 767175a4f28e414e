using Ingest.Parser.Containers;

namespace Ingest.Parser.Store;

/// <summary>A part of a large file that is settled by itself, so that neither memory nor lost work grows with the file.</summary>
internal sealed record Portion
{
    public required string FileId { get; init; }

    public required long Revision { get; init; }

    /// <summary>Of the whole file.</summary>
    public required string Sha256 { get; init; }

    /// <summary>See <see cref="FileParser.Version"/>.</summary>
    public required int ParserVersion { get; init; }

    /// <summary>From 1.</summary>
    public required int Number { get; init; }

    /// <summary>Where the next one begins.</summary>
    public required Bookmark Next { get; init; }

    /// <summary>Articles of the member that the next one begins within, in this portion and those before it.</summary>
    public int InMember { get; init; }

    /// <summary>Articles in the portions before it.</summary>
    public required int ArticlesBefore { get; init; }

    /// <summary>Its articles in the file's order.</summary>
    public required IReadOnlyList<string> ArticleIds { get; init; }

    /// <summary>Articles with warnings, those of the portions before it included.</summary>
    public required int WarningCount { get; init; }

    /// <summary>Whether the file ends with it.</summary>
    public required bool IsLast { get; init; }

    /// <summary>Articles of the file up to its end.</summary>
    public int ArticlesSoFar => ArticlesBefore + ArticleIds.Count;
}
