using Ingest.Parser.Articles;
using Ingest.Parser.Html.Body;
using Ingest.Parser.Html.Tree;
using Ingest.Parser.PlainText;

namespace Ingest.Parser.Html.Metadata;

/// <summary>Who wrote it: stated, marked as author or byline, or in a line that begins as a byline does.</summary>
internal static class PageAuthors
{
    private static readonly string[] Metas = ["author", "article:author_name", "dc.creator", "dcterms.creator", "dc.creator.personalname", "byl", "byline", "parsely-author", "sailthru.author", "citation_author", "creator", "twitter:data1"];

    public static void Set(ArticleFields fields, PageFacts facts, StatedArticle? stated, PageNode page, IReadOnlyList<TextBlock> blocks, string? site)
    {
        if (Take(fields, stated?.Authors ?? [], site, "jsonld:author") || Take(fields, facts.Authors, site, "meta:author"))
        {
            return;
        }

        foreach (var name in Metas)
        {
            if (facts.Meta(name).Value is { } value && Take(fields, [value], site, "meta:" + name))
            {
                return;
            }
        }

        var marked = new List<(int Order, string Text)>();
        Collect(page, marked, beside: false);
        foreach (var (_, text) in marked.OrderBy(mark => mark.Order))
        {
            if (Take(fields, [text], site, "byline"))
            {
                return;
            }
        }

        foreach (var block in blocks.Take(60))
        {
            if (block.Text.Length < 100 && Byline.Read(block.Text) is { } && Take(fields, [block.Text], site, "byline"))
            {
                return;
            }
        }
    }

    private static bool Take(ArticleFields fields, IEnumerable<string> statements, string? site, string rule)
    {
        var names = statements.Select(statement => AuthorName.Clean(statement, site)).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        return names.Count > 0 && StatedPeople.Set(fields, names, rule);
    }

    private static void Collect(PageNode node, List<(int Order, string Text)> found, bool beside)
    {
        foreach (var child in node.Children)
        {
            if (child.IsText || child.Hints.HasFlag(HintKinds.Comments) || found.Count >= 30)
            {
                continue;
            }

            var aside = beside || child.Name is "aside" or "nav" or "footer" || child.Hints.HasFlag(HintKinds.Beside);
            var rel = child.Attributes?.Rel.Contains("author", StringComparison.OrdinalIgnoreCase) == true;
            if (rel || child.Hints.HasFlag(HintKinds.Author))
            {
                var text = NodeText.Of(child);
                if (text.Length is > 2 and < 120)
                {
                    found.Add(((rel ? 0 : child.Name is "a" or "span" ? 1 : 2) + (aside ? 10 : 0), text));
                }
            }

            Collect(child, found, aside);
        }
    }
}
