namespace Ingest.Parser.Documents;

/// <summary>A paragraph of a word processor's or typesetter's document, in reading order.</summary>
/// <param name="Text">Its text on one line; a line break that the author set is <c>\n</c>.</param>
/// <param name="Style">The name of its style as the document writes it, when it has one.</param>
/// <param name="HeadingLevel">1 to 9 for a heading, 0 for running text.</param>
/// <param name="Kind">What it is a part of.</param>
internal sealed record DocumentParagraph(string Text, string? Style = null, int HeadingLevel = 0, ParagraphKind Kind = ParagraphKind.Body)
{
    /// <summary>The largest size of its letters in points, when the document says it.</summary>
    public double? FontSize { get; init; }

    /// <summary>Whether all of it is bold.</summary>
    public bool Bold { get; init; }

    /// <summary>The last paragraph of a table's row.</summary>
    public bool EndsRow { get; init; }
}
