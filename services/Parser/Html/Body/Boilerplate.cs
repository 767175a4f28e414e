using Ingest.Parser.Html.Tree;

namespace Ingest.Parser.Html.Body;

/// <summary>Drops the parts of a page that are beside the article, by what they are and what they are called.</summary>
internal sealed class Boilerplate(List<PageNode> articles, int prose, bool gently)
{
    /// <summary>A part with this share of the page's prose is the article, whatever it is called.</summary>
    private const double MostProse = 0.35;

    /// <summary>What the page itself calls its text, when it has so much prose at least.</summary>
    private const int LeastArticle = 600;

    private const double LeastShare = 0.12;

    /// <summary>Some pages show their text only when a script has run; nearly all of it is hidden then.</summary>
    private const double MostHidden = 0.7;

    /// <summary>Marks what is beside the article.</summary>
    /// <param name="root">The page.</param>
    /// <param name="gently">Only by elements, not by names of classes.</param>
    public static void Drop(PageNode root, bool gently)
    {
        var articles = new List<PageNode>();
        Collect(root, Math.Max(LeastArticle, root.ProseLength * LeastShare), articles);
        new Boilerplate(articles, root.ProseLength, gently).Visit(root, inBody: false);
    }

    private void Visit(PageNode node, bool inBody)
    {
        foreach (var child in node.Children)
        {
            if (child.IsText)
            {
                continue;
            }

            child.Score = 0;
            child.IsDropped = IsBeside(child, inBody);
            if (!child.IsDropped)
            {
                Visit(child, inBody || (child.Hints.HasFlag(HintKinds.Body) && child.ProseLength > prose * MostProse));
            }
        }
    }

    private bool IsBeside(PageNode node, bool inBody)
    {
        if (node.TextLength == 0 || node.Name is "body" or "html" or "main")
        {
            return false;
        }

        if (node.Hints.HasFlag(HintKinds.Comments) && !node.Hints.HasFlag(HintKinds.Body))
        {
            return !HoldsTitle(node) && node.ProseLength < prose * 0.8;
        }

        if ((node.Hints & HintKinds.Hidden) != 0 && node.ProseLength < prose * MostHidden)
        {
            return true;
        }

        if (node.Name is "ul" or "ol" && Teasers.IsLong(node))
        {
            return true;
        }

        if (node.ProseLength > prose * MostProse)
        {
            return (node.Hints & HintKinds.Body) == 0 && ArticleIsElsewhere(node, isSure: TagSets.Beside.Contains(node.Name) || (node.Hints & HintKinds.Caption) != 0);
        }

        if (TagSets.Beside.Contains(node.Name) || node.Name == "figure" || node.Name is "form" or "fieldset" or "address")
        {
            return node.Name != "figure" || !HoldsLongText(node);
        }

        if (node.Name == "header" && !inBody && !InArticle(node))
        {
            return !HoldsTitle(node);
        }

        if (gently)
        {
            return (node.Hints & (HintKinds.Hidden | HintKinds.Margin)) != 0 && (node.Hints & HintKinds.Body) == 0;
        }

        const HintKinds around = HintKinds.Beside | HintKinds.Hidden | HintKinds.Caption | HintKinds.About;
        if ((node.Hints & around) != 0 && (node.Hints & HintKinds.Body) == 0)
        {
            return !TagSets.Headings.Contains(node.Name) || (node.Hints & HintKinds.Hidden) != 0;
        }

        if (Teasers.Is(node))
        {
            return true;
        }

        return (node.Hints & (HintKinds.Author | HintKinds.Date)) != 0 && node.TextLength < 150 && node.Name is not "a" and not "span";
    }

    /// <summary>Whether the page says what its article is, and that is not this part: a long live ticker in the margin, a gallery within the text.</summary>
    /// <param name="node">The part.</param>
    /// <param name="isSure">Its element says that it is beside the text, or it holds pictures: then it may also stand within.</param>
    private bool ArticleIsElsewhere(PageNode node, bool isSure)
    {
        var least = Math.Max(LeastArticle, prose * LeastShare);
        return (isSure || (node.Hints & HintKinds.Margin) != 0) && articles.Exists(article => !node.Holds(article) && (!article.Holds(node) ? article.ProseLength > least : isSure && article.ProseLength - node.ProseLength > least));
    }

    private static void Collect(PageNode node, double least, List<PageNode> articles)
    {
        foreach (var child in node.Children)
        {
            if (!child.IsText && child.ProseLength > least)
            {
                if (child.Hints.HasFlag(HintKinds.Body))
                {
                    articles.Add(child);
                }

                Collect(child, least, articles);
            }
        }
    }

    /// <summary>A figure may hold a table, a quotation or code.</summary>
    private static bool HoldsLongText(PageNode node)
    {
        foreach (var child in node.Children)
        {
            if (child.Name is "table" or "pre" or "blockquote" || (child.Name != "figcaption" && HoldsLongText(child)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool InArticle(PageNode node)
    {
        for (var at = node.Parent; at is not null; at = at.Parent)
        {
            if (at.Name is "article" or "main")
            {
                return true;
            }
        }

        return false;
    }

    private static bool HoldsTitle(PageNode node)
    {
        foreach (var child in node.Children)
        {
            if (child.Name == "h1" || (!child.IsText && HoldsTitle(child)))
            {
                return true;
            }
        }

        return false;
    }
}
