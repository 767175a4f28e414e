namespace Ingest.Contracts;

/// <summary>
/// The Parser has settled a revision of a file (or its removal) and has published one event for each article. The file is
/// done when <see cref="ArticleCount"/> + <see cref="RetractedCount"/> articles have been reported by <see cref="ArticleIndexed"/>.
/// </summary>
public sealed record FileParsed
{
    /// <summary>See <see cref="Identifiers.File"/>.</summary>
    public required string FileId { get; init; }

    /// <summary>The revision that was parsed.</summary>
    public required long Revision { get; init; }

    /// <summary>Articles in this revision; 0 only for a removal.</summary>
    public required int ArticleCount { get; init; }

    /// <summary>Articles of earlier revisions that this one no longer has.</summary>
    public required int RetractedCount { get; init; }

    /// <summary>How many of the articles carry a warning.</summary>
    public required int WarningCount { get; init; }

    /// <summary>When parsing ended.</summary>
    public required DateTimeOffset ParsedAt { get; init; }

    /// <summary>Time spent reading and parsing, in milliseconds; 0 when an earlier result was published again.</summary>
    public required double DurationMs { get; init; }
}
