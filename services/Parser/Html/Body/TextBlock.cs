using Ingest.Parser.Html.Tree;

namespace Ingest.Parser.Html.Body;

/// <summary>A paragraph, heading, list item or table cell: text between two block boundaries.</summary>
/// <param name="Text">White space collapsed; line breaks only where the page breaks a line.</param>
/// <param name="Node">The element whose text it is.</param>
/// <param name="Kind">What it is.</param>
/// <param name="LinkLength">Characters of it that are link text.</param>
/// <param name="Links">Links in it.</param>
internal sealed record TextBlock(string Text, PageNode Node, BlockKind Kind, int LinkLength, int Links)
{
    /// <summary>Not part of the article's text.</summary>
    public bool IsDropped { get; set; }

    public double LinkShare => Text.Length == 0 ? 0 : (double)LinkLength / Text.Length;

    /// <summary>Running text: long enough, with sentences, and not mostly links.</summary>
    public bool IsProse { get; } = Kind is not (BlockKind.Heading or BlockKind.Caption) && LinkLength * 2 < Text.Length && Prose.Is(Text);
}

internal enum BlockKind
{
    Paragraph,
    Heading,
    ListItem,
    Cell,
    Caption,
    Preformatted,
}
