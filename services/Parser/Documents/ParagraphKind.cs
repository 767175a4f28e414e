namespace Ingest.Parser.Documents;

/// <summary>The part of a document that a paragraph belongs to.</summary>
internal enum ParagraphKind
{
    /// <summary>The running text.</summary>
    Body,

    /// <summary>A cell of a table; the cells of a row follow each other.</summary>
    TableCell,

    /// <summary>An item of a list.</summary>
    ListItem,

    /// <summary>A picture's caption.</summary>
    Caption,

    /// <summary>A note at the foot of a page or at the end.</summary>
    Note,
}
