namespace Ingest.Contracts;

/// <summary>This revision of a file can never be parsed, and why. Articles of earlier revisions are retracted.</summary>
public sealed record FileRejected
{
    /// <summary>See <see cref="Identifiers.File"/>.</summary>
    public required string FileId { get; init; }

    /// <summary>The revision that was rejected.</summary>
    public required long Revision { get; init; }

    /// <summary>One of <see cref="RejectionReasons"/>: what failures are grouped by.</summary>
    public required string Reason { get; init; }

    /// <summary>A sentence for a person: what is wrong with this file and what to do.</summary>
    public required string Detail { get; init; }

    /// <summary>Articles of earlier revisions that are retracted with it.</summary>
    public required int RetractedCount { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset RejectedAt { get; init; }
}
