using Ingest.Parser.Html.Body;
using Ingest.Parser.Html.Tree;

namespace Ingest.Parser.Exports;

/// <summary>
/// Reads the classes of exported pages: <c>enHeadline</c>, <c>deHeadline</c>, <c>author</c>, <c>articleParagraph</c>. The letters before a
/// word are the language of the article, so only the word counts.
/// </summary>
internal static class PageRoles
{
    private const int Farthest = 4;

    /// <summary>What a block's own element, or the nearest of those around it that say anything, says of it.</summary>
    public static LineRole Of(TextBlock block)
    {
        var node = block.Node;
        for (var step = 0; node is not null && step < Farthest; step++, node = node.Parent)
        {
            var names = (node.Attributes?.Class ?? "").AsSpan();
            foreach (var range in names.SplitAny(" \t\r\n"))
            {
                var name = names[range];
                var role = name.EndsWith("Headline", StringComparison.Ordinal) ? LineRole.Headline
                    : name.Equals("titreArticleVisu", StringComparison.OrdinalIgnoreCase) ? LineRole.Headline
                    : name.SequenceEqual("DocPublicationName") ? LineRole.Publication
                    : name.SequenceEqual("DocText") ? LineRole.Body
                    : name.SequenceEqual("author") ? LineRole.Author
                    : name.EndsWith("articleParagraph", StringComparison.OrdinalIgnoreCase) ? LineRole.Body
                    : LineRole.None;
                if (role != LineRole.None)
                {
                    return role;
                }
            }
        }

        return block.Kind == BlockKind.Heading ? LineRole.Headline : LineRole.None;
    }

    /// <summary>Whether the block stands in an element of the class <c>article</c>, which is what exports wrap each article in.</summary>
    public static bool IsInArticle(TextBlock block)
    {
        for (var node = block.Node; node is not null; node = node.Parent)
        {
            if (IsArticle(node))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsArticle(PageNode node)
    {
        var names = (node.Attributes?.Class ?? "").AsSpan();
        foreach (var range in names.SplitAny(" \t\r\n"))
        {
            if (names[range].Equals("article", StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
