using Ingest.Parser.Html.Tree;

namespace Ingest.Parser.Html.Body;

/// <summary>
/// Finds the element that holds the article: prose counts for it, short and linked text against it, and the element with the
/// highest sum is taken. So it grows over paragraphs that are wrapped one by one, and stops before the page's margins.
/// </summary>
internal static class ContentRoot
{
    /// <summary>Each block costs a little, so that many small ones are not worth their text.</summary>
    private const double CostOfBlock = 12;

    private const double LeastOfOuter = 0.92;

    public static PageNode Find(PageNode root, List<TextBlock> blocks)
    {
        root.Score = 0;
        foreach (var block in blocks)
        {
            if (block.IsDropped)
            {
                continue;
            }

            var worth = Worth(block);
            for (var node = block.Node; node is not null; node = node.Parent)
            {
                node.Score += worth;
            }
        }

        var best = root;
        Visit(root, ref best);
        return best;
    }

    private static double Worth(TextBlock block)
    {
        double weight = Prose.Weight(block.Text);
        if (block.IsProse)
        {
            return weight * (1 - block.LinkShare) - CostOfBlock;
        }

        return block.LinkShare > 0.5 ? -CostOfBlock * 2 - weight * 0.5
            : block.Kind is BlockKind.Heading ? 0
            : block.Kind is BlockKind.ListItem or BlockKind.Cell or BlockKind.Preformatted ? weight * 0.2 - CostOfBlock * 0.5
            : block.LinkShare > 0.2 ? -CostOfBlock
            : weight * 0.3 - CostOfBlock * 0.6;
    }

    private static void Visit(PageNode node, ref PageNode best)
    {
        // Deeper wins unless the outer element adds a part of the text: what it adds at its edges is rarely the article.
        if (node.Score * Bonus(node) >= best.Score * Bonus(best) * LeastOfOuter)
        {
            best = node;
        }

        foreach (var child in node.Children)
        {
            if (!child.IsText && !child.IsDropped && child.Score > 0)
            {
                Visit(child, ref best);
            }
        }
    }

    private static double Bonus(PageNode node) => node.Score <= 0 ? 1
        : node.Hints.HasFlag(HintKinds.Body) ? 1.15
        : node.Name is "article" ? 1.1
        : node.Name is "main" ? 1.02
        : 1;
}
