namespace Ingest.Contracts;

/// <summary>
/// The Parser found other content than announced, or none: the file changed or went away since. The Watcher looks again and
/// publishes the next revision.
/// </summary>
public sealed record FileSuperseded
{
    /// <summary>See <see cref="Identifiers.File"/>.</summary>
    public required string FileId { get; init; }

    /// <summary>The revision that no longer stands in the folder.</summary>
    public required long Revision { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset SupersededAt { get; init; }
}
