namespace Ingest.Parser.WebArchives;

/// <summary>What stands in front of a record's block in a WARC or ARC file.</summary>
/// <param name="Kind"><c>response</c>, <c>resource</c>, <c>request</c> …; what ARC files hold are responses.</param>
/// <param name="Length">Bytes of its block.</param>
internal sealed record WebRecord(string Kind, long Length)
{
    /// <summary>What was fetched; null when the record is about nothing that was.</summary>
    public string? Address { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset? Fetched { get; init; }

    /// <summary>The media type of the block.</summary>
    public string? ContentType { get; init; }

    /// <summary>Why the crawler left off before the end; null when it did not.</summary>
    public string? Truncated { get; init; }

    /// <summary>Whether it is of an ARC file, whose media type is that of the page and not of the block.</summary>
    public bool IsArc { get; init; }

    /// <summary>Whether a block is what a server answered.</summary>
    public bool IsResponse => Kind == "response";
}
