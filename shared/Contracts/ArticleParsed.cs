namespace Ingest.Contracts;

/// <summary>An article came out of a file. Published by the Parser, again whenever the file is published again.</summary>
public sealed record ArticleParsed
{
    /// <summary>The article.</summary>
    public required Article Article { get; init; }

    /// <summary>When the Watcher first saw the file's revision: start of the drop-to-searchable time.</summary>
    public required DateTimeOffset DiscoveredAt { get; init; }
}
