using Ingest.Contracts;

namespace Ingest.Parser.Store;

/// <summary>What became of one revision of a file, as it is kept: everything that is needed to publish it again.</summary>
internal sealed record FileResult
{
    /// <summary>Reasons that another limit, permission or mapping may take away.</summary>
    public static readonly IReadOnlyList<string> Changeable =
    [
        RejectionReasons.Unreadable, RejectionReasons.TooLarge, RejectionReasons.ArticleTooLarge, RejectionReasons.TooSlow, RejectionReasons.InvalidMapping,
        RejectionReasons.TooManyMembers, RejectionReasons.TooDeep, RejectionReasons.ExpansionRatio,
    ];

    public required string FileId { get; init; }

    public required string Watch { get; init; }

    public required string Path { get; init; }

    public required long Revision { get; init; }

    /// <summary>Of the content; null for a removal.</summary>
    public string? Sha256 { get; init; }

    /// <summary>See <see cref="FileParser.Version"/>.</summary>
    public required int ParserVersion { get; init; }

    /// <summary>One of <see cref="FileOutcomes"/>.</summary>
    public required string Outcome { get; init; }

    /// <summary>One of <see cref="RejectionReasons"/> when it was rejected.</summary>
    public string? Reason { get; init; }

    public string? Detail { get; init; }

    /// <summary>Its articles in the file's order; empty when they stand in its portions.</summary>
    public IReadOnlyList<string> ArticleIds { get; init; } = [];

    /// <summary>How many articles it has.</summary>
    public int ArticleCount { get => Portions > 0 ? field : ArticleIds.Count; init; }

    /// <summary>How many portions a large file was settled in; 0 when it was settled as a whole.</summary>
    public int Portions { get; init; }

    /// <summary>How many members a container has that was settled as a whole.</summary>
    public int MemberCount { get; init; }

    /// <summary>See <see cref="LimitsMark"/>; null when it is not known or there are no members to be left out.</summary>
    public string? Limits { get; init; }

    /// <summary>
    /// Every article that any earlier revision had and this one has not. Rejected: only those of the last revision. A process
    /// killed between its commit and its publishing, and a next revision right after, would leave the difference in the index.
    /// </summary>
    public IReadOnlyList<string> RetractedIds { get; init; } = [];

    public int WarningCount { get; init; }

    public required DateTimeOffset DiscoveredAt { get; init; }

    public required DateTimeOffset SettledAt { get; init; }

    /// <summary>Whether it was made of this content, by whatever version of the parser.</summary>
    public bool IsOf(long revision, string? sha256) => Revision == revision && Sha256 == sha256;

    /// <summary>
    /// Whether reading that content again can give nothing else. A rejection that rests on permissions or
    /// on a configured limit is not final: a person who retries has changed just that.
    /// </summary>
    public bool IsFinalFor(long revision, string? sha256) => IsMadeOf(revision, sha256) && (Reason is null || !Changeable.Contains(Reason));

    /// <summary>Whether it was made of this content by this version of the parser, final or not.</summary>
    public bool IsMadeOf(long revision, string? sha256) => IsOf(revision, sha256) && ParserVersion == FileParser.Version;

    /// <summary>This result after <paramref name="earlier"/>: with what is retracted thereby.</summary>
    /// <param name="earlier">What is kept of the file.</param>
    /// <param name="portioned">Articles that stand in portions of it.</param>
    public FileResult After(FileResult? earlier, IReadOnlyList<string> portioned)
    {
        var former = Former(earlier, portioned);
        return former.Count == 0 ? this : this with { RetractedIds = Retracted(former, ArticleIds) };
    }

    /// <summary>Every article that the file ever had before.</summary>
    public static IReadOnlyList<string> Former(FileResult? earlier, IReadOnlyList<string> portioned) =>
        [.. portioned, .. earlier?.ArticleIds ?? [], .. earlier?.RetractedIds ?? []];

    /// <summary>What is no longer there of what was.</summary>
    public static IReadOnlyList<string> Retracted(IReadOnlyList<string> former, IEnumerable<string> current)
    {
        var kept = current.ToHashSet(StringComparer.Ordinal);
        return [.. former.Where(kept.Add)];
    }

    /// <summary>This result when the file gave no article.</summary>
    public FileResult Rejected(ParseOutcome.Rejected rejected) =>
        this with { Outcome = FileOutcomes.Rejected, Reason = rejected.Reason, Detail = rejected.Detail };
}
