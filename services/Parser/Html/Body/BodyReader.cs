using System.Text;
using Ingest.Parser.Html.Tree;

namespace Ingest.Parser.Html.Body;

/// <summary>The article's text: paragraphs, headings, list items and quotations in order, a blank line between them.</summary>
internal static class BodyReader
{
    /// <summary>The text and the rule that found it.</summary>
    public static (string Body, string Rule) Read(PageNode page, List<TextBlock> blocks, string? title, string? stated, Deadline deadline)
    {
        Boilerplate.Drop(page);
        foreach (var block in blocks)
        {
            block.IsDropped = IsInDropped(block.Node);
        }

        var root = ContentRoot.Find(page, blocks);
        deadline.Check();
        var body = blocks.FindAll(block => !block.IsDropped && root.Holds(block.Node));
        Edges.Trim(body, title);
        _ = stated;
        return (Join(body), "html:blocks");
    }

    private static bool IsInDropped(PageNode node)
    {
        for (var at = node; at is not null; at = at.Parent)
        {
            if (at.IsDropped)
            {
                return true;
            }
        }

        return false;
    }

    private static string Join(List<TextBlock> blocks)
    {
        var text = new StringBuilder();
        TextBlock? before = null;
        foreach (var block in blocks)
        {
            if (before is not null)
            {
                // Items of one list and cells of one row stay together.
                text.Append(block.Kind == before.Kind && block.Kind is BlockKind.ListItem or BlockKind.Cell && Near(block.Node, before.Node) ? "\n" : "\n\n");
            }

            text.Append(block.Text);
            before = block;
        }

        return text.ToString();
    }

    private static bool Near(PageNode node, PageNode other) => node.Parent == other.Parent || node.Parent?.Parent == other.Parent?.Parent;
}
