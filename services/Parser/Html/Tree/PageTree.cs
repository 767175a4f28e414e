using AngleSharp.Dom;
using Ingest.Parser.Html.Metadata;

namespace Ingest.Parser.Html.Tree;

/// <summary>Makes the tree of what a reader sees of a page.</summary>
internal static class PageTree
{
    /// <summary>Deeper elements are hung up here: no article nests like that, and visitors may recurse.</summary>
    public const int MaxDepth = 300;

    private const int MostPieces = 2_000;

    public static PageNode Of(IElement root, PageFacts facts, Deadline deadline)
    {
        var top = new PageNode("html", null);
        var hints = new Dictionary<string, HintKinds>(StringComparer.Ordinal);
        // By index: a node's next sibling is searched for among all of its parent's children.
        var open = new Stack<(INode Of, int At, PageNode Into)>();
        open.Push((root, 0, top));
        var count = 0;
        var pieces = new HashSet<string>(StringComparer.Ordinal);
        while (open.TryPop(out var at))
        {
            if (at.At >= at.Of.ChildNodes.Length)
            {
                continue;
            }

            var node = at.Of.ChildNodes[at.At];
            open.Push((at.Of, at.At + 1, at.Into));
            if ((++count & 0xFFF) == 0)
            {
                deadline.Check();
            }

            if (node is IText text)
            {
                if (text.Data.Length > 0)
                {
                    at.Into.Children.Add(new PageNode("#text", at.Into) { Text = text.Data });
                }
            }
            else if (node is IElement { LocalName: "template", Id: { Length: > 2 } place } && (place.StartsWith("B:", StringComparison.Ordinal) || place.StartsWith("P:", StringComparison.Ordinal)))
            {
                // Pages that React sends in pieces: a script would move the hidden piece S:n to where the template B:n stands.
                if (pieces.Add(place) && pieces.Count < MostPieces && node.Owner?.GetElementById("S:" + place[2..]) is { } piece)
                {
                    open.Push((piece, 0, at.Into));
                }
            }
            else if (node is IElement { LocalName: "head" } head)
            {
                // Its text is nobody's, but its elements say what the page is about.
                open.Push((head, 0, new PageNode("head", null)));
            }
            else if (node is IElement element && Visible(element, at.Into, hints, facts) is { } child)
            {
                if (open.Count <= MaxDepth)
                {
                    at.Into.Children.Add(child);
                    open.Push((element, 0, child));
                    if (element.ShadowRoot is { } shadow)
                    {
                        // What its component shows, as saved pages keep it.
                        open.Push((shadow, 0, child));
                    }
                }
                else
                {
                    open.Push((element, 0, at.Into));
                }
            }
        }

        return top;
    }

    private static PageNode? Visible(IElement element, PageNode parent, Dictionary<string, HintKinds> known, PageFacts facts)
    {
        var name = element.LocalName;
        if (TagSets.Invisible.Contains(name))
        {
            facts.See(element);
            return null;
        }

        string? className = null, id = null, itemProp = null, rel = null, href = null, time = null, content = null, title = null;
        var kinds = name == "noscript" ? HintKinds.Hidden : HintKinds.None;
        foreach (var attribute in element.Attributes)
        {
            switch (attribute.Name)
            {
                case "class": className = attribute.Value; break;
                case "id": id = attribute.Value; break;
                case "itemprop": itemProp = attribute.Value; break;
                case "rel": rel = attribute.Value; break;
                case "href": href = attribute.Value; break;
                case "datetime": time = attribute.Value; break;
                case "content": content = attribute.Value; break;
                case "title": title = attribute.Value; break;
                case "hidden": kinds |= HintKinds.Hidden; break;
                case "style" when IsHidden(attribute.Value): kinds |= HintKinds.Hidden; break;
                case "aria-hidden" when attribute.Value == "true": kinds |= HintKinds.Hidden; break;
                case "role": kinds |= OfRole(attribute.Value); break;
            }
        }

        kinds |= Kinds(className, known) | (IsSlug(id) ? HintKinds.None : Kinds(id, known)) | (itemProp is null ? HintKinds.None : OfItemProperty(itemProp));
        var anything = className ?? id ?? itemProp ?? rel ?? href ?? time;
        return new PageNode(name, parent)
        {
            Hints = kinds,
            Attributes = anything is null ? null : new PageAttributes(className ?? "", id ?? "", itemProp ?? "", rel ?? "", href ?? "", time ?? "", content ?? "", title ?? ""),
        };
    }

    private static HintKinds Kinds(string? names, Dictionary<string, HintKinds> known)
    {
        if (string.IsNullOrEmpty(names))
        {
            return HintKinds.None;
        }

        if (!known.TryGetValue(names, out var kinds))
        {
            known[names] = kinds = Hints.Read(names);
        }

        return kinds;
    }

    /// <summary>An id made of a heading's words says what the section is about, not what it is.</summary>
    private static bool IsSlug(string? id) => id is not null && id.AsSpan().CountAny('-', '_') > 2;

    private static bool IsHidden(string style) =>
        style.Contains("display:none", StringComparison.OrdinalIgnoreCase) || style.Contains("display: none", StringComparison.OrdinalIgnoreCase) ||
        style.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase) || style.Contains("visibility: hidden", StringComparison.OrdinalIgnoreCase);

    private static HintKinds OfRole(string role) => role switch
    {
        "navigation" or "complementary" or "banner" or "contentinfo" or "dialog" or "alertdialog" or "search" or "menu" or "menubar" or "tablist" or "toolbar" or "tooltip" => HintKinds.Beside,
        _ => HintKinds.None,
    };

    private static HintKinds OfItemProperty(string property) => property switch
    {
        "articleBody" or "text" or "reviewBody" => HintKinds.Body,
        "author" or "creator" => HintKinds.Author,
        "datePublished" or "dateCreated" => HintKinds.Date,
        "headline" or "name" => HintKinds.Title,
        "comment" => HintKinds.Comments,
        _ => HintKinds.None,
    };
}
