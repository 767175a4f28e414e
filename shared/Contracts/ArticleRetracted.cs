namespace Ingest.Contracts;

/// <summary>The file was removed, or its newer revision no longer has this article. Published by the Parser.</summary>
public sealed record ArticleRetracted
{
    /// <summary>See <see cref="Identifiers.Article"/>.</summary>
    public required string ArticleId { get; init; }

    /// <summary>The file it came from.</summary>
    public required string FileId { get; init; }

    /// <summary>The file's revision that retracts it.</summary>
    public required long Revision { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset RetractedAt { get; init; }
}
