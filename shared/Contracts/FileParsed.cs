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

    /// <summary>Articles in this revision, or in its portions up to this one; 0 for a removal.</summary>
    public required int ArticleCount { get; init; }

    /// <summary>Articles of earlier revisions that this one no longer has.</summary>
    public required int RetractedCount { get; init; }

    /// <summary>How many of the articles carry a warning.</summary>
    public required int WarningCount { get; init; }

    /// <summary>When parsing ended.</summary>
    public required DateTimeOffset ParsedAt { get; init; }

    /// <summary>Time spent reading and parsing, in milliseconds; 0 when an earlier result was published again.</summary>
    public required double DurationMs { get; init; }

    /// <summary>
    /// A large file is parsed in portions, one each time it is published: which one this was, from 1. 0 for a file that was parsed as a whole.
    /// </summary>
    public int Portion { get; init; }

    /// <summary>Whether there is more in the file: publish it again when the articles up to here are settled.</summary>
    public bool Continues { get; init; }

    /// <summary>Which publish of the file this answers; see <see cref="FileDiscovered.Attempt"/>. 0 from older versions.</summary>
    public int Attempt { get; init; }
}
