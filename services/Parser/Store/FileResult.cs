using Ingest.Contracts;

namespace Ingest.Parser.Store;

/// <summary>What became of one revision of a file, as it is kept: everything that is needed to publish it again.</summary>
internal sealed record FileResult
{
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

    /// <summary>Its articles in the file's order.</summary>
    public IReadOnlyList<string> ArticleIds { get; init; } = [];

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
    public bool IsFinalFor(long revision, string? sha256) =>
        IsOf(revision, sha256) && ParserVersion == FileParser.Version &&
        Reason is not (RejectionReasons.Unreadable or RejectionReasons.TooLarge or RejectionReasons.ArticleTooLarge or RejectionReasons.TooSlow);

    /// <summary>This result after <paramref name="earlier"/>: with what is retracted thereby.</summary>
    public FileResult After(FileResult? earlier)
    {
        if (earlier is null || earlier.ArticleIds.Count + earlier.RetractedIds.Count == 0)
        {
            return this;
        }

        var kept = ArticleIds.ToHashSet(StringComparer.Ordinal);
        return this with { RetractedIds = [.. earlier.ArticleIds.Concat(earlier.RetractedIds).Where(kept.Add)] };
    }
}
