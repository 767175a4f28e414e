namespace Ingest.Contracts;

/// <summary>
/// A worker gave up on this revision without an exception to publish a fault for: the process died while it worked on the
/// file, more than once. The Watcher sets the file to <c>failed</c>.
/// </summary>
public sealed record FileFailed
{
    /// <summary>See <see cref="Identifiers.File"/>.</summary>
    public required string FileId { get; init; }

    /// <summary>The revision that failed.</summary>
    public required long Revision { get; init; }

    /// <summary>One of <see cref="RejectionReasons"/>.</summary>
    public required string Reason { get; init; }

    /// <summary>A sentence for a person.</summary>
    public required string Detail { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset FailedAt { get; init; }
}
