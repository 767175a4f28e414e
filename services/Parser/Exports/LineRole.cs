namespace Ingest.Parser.Exports;

/// <summary>What the layout of an export says a line is; a text says nothing.</summary>
internal enum LineRole
{
    /// <summary>Nothing is known.</summary>
    None,

    /// <summary>All of it is bold.</summary>
    Strong,

    /// <summary>A headline, by its style or class.</summary>
    Headline,

    /// <summary>Who wrote it, by its class.</summary>
    Author,

    /// <summary>The publication, by its class.</summary>
    Publication,

    /// <summary>A paragraph of the article, by its class.</summary>
    Body,
}
