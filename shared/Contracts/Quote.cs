namespace Ingest.Contracts;

/// <summary>Words that an article quotes, with the one who said them.</summary>
public sealed record Quote
{
    /// <summary>Without the quotation marks; paragraphs joined by a blank line.</summary>
    public required string Text { get; init; }

    /// <summary>The name as the article gives it, in full where it does so before.</summary>
    public required string Speaker { get; init; }

    /// <summary>How it was said, as written: <c>said</c>, <c>a déclaré</c>; absent after "according to".</summary>
    public string? Verb { get; init; }
}
