namespace Ingest.Parser.Html.Tree;

/// <summary>
/// An element or text of a page, without what no reader sees. Lighter than the parser's own nodes: extraction visits each node
/// several times. No deeper than <see cref="PageTree.MaxDepth"/>, so it may be visited recursively.
/// </summary>
internal sealed class PageNode(string name, PageNode? parent)
{
    /// <summary>Lower-case element name; <c>#text</c> for text.</summary>
    public string Name { get; } = name;

    public PageNode? Parent { get; } = parent;

    public List<PageNode> Children { get; } = [];

    /// <summary>The text of a text node.</summary>
    public string Text { get; init; } = "";

    /// <summary>What its class, id and role say it is.</summary>
    public HintKinds Hints { get; init; }

    /// <summary>Attributes that metadata is read from; null when there are none.</summary>
    public PageAttributes? Attributes { get; init; }

    public bool IsText => Name == "#text";

    /// <summary>Not part of the article, with all that is in it.</summary>
    public bool IsDropped { get; set; }

    /// <summary>Characters of text in it, without those of dropped parts.</summary>
    public int TextLength { get; set; }

    /// <summary>Of these, characters in links.</summary>
    public int LinkLength { get; set; }

    /// <summary>Of these, characters in paragraphs of prose.</summary>
    public int ProseLength { get; set; }

    /// <summary>Links in it.</summary>
    public int Links { get; set; }

    /// <summary>How much it looks like an article's body.</summary>
    public double Score { get; set; }

    public bool Holds(PageNode other)
    {
        for (var node = other; node is not null; node = node.Parent)
        {
            if (node == this)
            {
                return true;
            }
        }

        return false;
    }
}
