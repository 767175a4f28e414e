using Ingest.Parser.Html.Tree;

namespace Ingest.Parser.Html.Body;

/// <summary>
/// Finds lists of teasers and of links by their shape: several neighbours, each short and each a link or with a linked heading.
/// </summary>
internal static class Teasers
{
    private const int LeastItems = 3;
    private const int LongestTeaser = 600;

    /// <summary>In a list of so many, each with a linked heading, teasers may be longer against their links.</summary>
    private const int LeastInLongList = 6;

    /// <summary>A text with so many headings, nearly all of them links, is a page of teasers.</summary>
    private const int LeastOnFrontPage = 8;

    private const int LongestOnFrontPage = 200;

    /// <summary>Whether this element is a list of them.</summary>
    public static bool Is(PageNode node) => Is(node, LeastItems, 5);

    /// <summary>Whether it is a long list of them: so long that its texts may be longer against its links, and more than the article's.</summary>
    public static bool IsLong(PageNode node) => Is(node, LeastInLongList, 12);

    /// <summary>Whether a text is nothing but teasers, a linked heading above each, as on a front page.</summary>
    public static bool AreAll(List<TextBlock> blocks)
    {
        int headings = 0, linked = 0, length = 0;
        foreach (var block in blocks)
        {
            var heading = block.Kind == BlockKind.Heading;
            headings += heading ? 1 : 0;
            linked += heading && block.LinkShare > 0.8 ? 1 : 0;
            length += block.Text.Length;
            if (linked == 0 && length > LongestOnFrontPage)
            {
                // A text, with teasers below it.
                return false;
            }
        }

        return linked >= LeastOnFrontPage && linked * 10 >= headings * 9 && blocks.Count <= linked * 3 && length < linked * LongestOnFrontPage;
    }

    private static bool Is(PageNode node, int least, int mostTextToLink)
    {
        if (node.Links < least || node.Name is "p" or "tr" or "blockquote" or "h1" or "h2" or "h3")
        {
            return false;
        }

        int items = 0, teasers = 0, length = 0, links = 0;
        foreach (var child in node.Children)
        {
            if (child.IsText || child.TextLength == 0)
            {
                continue;
            }

            items++;
            if (IsTeaser(child))
            {
                teasers++;
                length += child.TextLength;
                links += child.LinkLength;
            }
        }

        return teasers >= least && teasers * 4 >= items * 3 && length * 5 >= node.TextLength * 4 && links * mostTextToLink > length;
    }

    private static bool IsTeaser(PageNode node) =>
        node.TextLength < LongestTeaser && node.Links > 0 && node.Name is not ("p" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "pre" or "blockquote" or "tr" or "dt" or "dd") &&
        (node.LinkLength * 10 > node.TextLength * 8 || LinkedHeading(node, 0));

    private static bool LinkedHeading(PageNode node, int depth)
    {
        if (TagSets.Headings.Contains(node.Name) && node.TextLength > 0)
        {
            return node.LinkLength * 10 > node.TextLength * 8;
        }

        foreach (var child in node.Children)
        {
            if (!child.IsText && depth < 8 && LinkedHeading(child, depth + 1))
            {
                return true;
            }
        }

        return false;
    }
}
