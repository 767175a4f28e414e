using System.Collections.Frozen;
using System.Text;
using Ingest.Parser.Html.Body;
using Ingest.Parser.Html.Metadata;

namespace Ingest.Parser.Html.State;

/// <summary>
/// The paragraphs of a list in an application's state: strings, objects with a text, or rich text, in which a paragraph is a list
/// of pieces.
/// </summary>
internal static class StateText
{
    private const int MaxDepth = 12;
    private const int LeastPiece = 60;
    private const int LongestWord = 14;

    private static readonly string[] Texts = ["text", "value", "html", "content", "body", "paragraph", "copy", "markdown", "raw", "literal"];
    private static readonly string[] Pieces = ["children", "content", "spans", "nodes", "inlines", "items", "paragraphs", "blocks"];
    private static readonly string[] Holders = ["data", "attrs", "props", "fields", "attributes", "payload", "textParagraph"];
    private static readonly string[] Types = ["type", "_type", "nodeType", "__typename", "component", "kind", "blockType", "name"];

    private static readonly string[] NoText =
        ["image", "photo", "picture", "video", "audio", "embed", "advert", "related", "newsletter", "promo", "gallery", "caption", "teaser", "interstitial", "link_list", "linklist", "comment", "author", "divider", "podcast"];

    private static readonly FrozenSet<string> Inline =
        new[] { "text", "span", "a", "b", "i", "em", "strong", "link", "hyperlink", "mark", "code", "u", "s", "sub", "sup", "br", "small", "textrun", "inline", "" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The paragraphs of all members of a list, without those that are none.</summary>
    public static List<string> Paragraphs(StateNode list)
    {
        var found = new List<string>();
        foreach (var item in list.Children)
        {
            Collect(item, found, 0);
        }

        return found;
    }

    /// <summary>Reads as prose, and has words: addresses and keys are long too.</summary>
    public static bool IsText(string line) => Prose.Is(line) && (Prose.IsDense(line) || line.AsSpan().Count(' ') * LongestWord > line.Length);

    private static void Collect(StateNode item, List<string> found, int depth)
    {
        if (item.Text is not null)
        {
            Keep(item.Text, found);
            return;
        }

        if (depth > MaxDepth || item.Children.Count == 0 || IsNoText(item))
        {
            return;
        }

        var members = Members(item);
        if (members is not null && IsOfBlocks(members))
        {
            foreach (var member in members.Children)
            {
                Collect(member, found, depth + 1);
            }

            return;
        }

        var text = new StringBuilder();
        Append(item, text, depth);
        Keep(text.ToString(), found);
    }

    private static void Keep(string text, List<string> found)
    {
        var plain = text.Contains('<', StringComparison.Ordinal) ? PlainValue.WithoutTags(text) : text;
        foreach (var line in System.Net.WebUtility.HtmlDecode(plain).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!line.Contains("://", StringComparison.Ordinal) || IsText(line))
            {
                found.Add(line);
            }
        }
    }

    /// <summary>The text of a paragraph, piece by piece.</summary>
    private static void Append(StateNode node, StringBuilder text, int depth)
    {
        if (node.Text is not null)
        {
            text.Append(node.Text);
        }
        else if (depth > MaxDepth || IsNoText(node))
        {
            return;
        }
        else if (node.IsList && Element(node) is null)
        {
            node.Children.ForEach(child => Append(child, text, depth + 1));
        }
        else if (Members(node) is { } members)
        {
            Append(members, text, depth + 1);
        }
        else if (Array.Find(Texts, name => node.Member(name)?.Text is not null) is { } named)
        {
            text.Append(node.Member(named)!.Text);
        }
        else if (Array.ConvertAll(Holders, node.Member).FirstOrDefault(holder => holder is { Children.Count: > 0 }) is { } held)
        {
            Append(held, text, depth + 1);
        }
    }

    /// <summary>The list of an object's pieces; of an element of React (<c>["$","p",null,{…}]</c>) what it has inside.</summary>
    private static StateNode? Members(StateNode node)
    {
        if (Element(node) is { } properties)
        {
            return properties.Member("children");
        }

        return node.IsList ? null : Array.ConvertAll(Pieces, node.Member).FirstOrDefault(list => list is { IsList: true, Children.Count: > 0 });
    }

    private static StateNode? Element(StateNode node) => node is { IsList: true, Children: [{ Text: "$" }, { Text: not null }, .., { IsList: false, Text: null } properties] } ? properties : null;

    /// <summary>Whether a list has paragraphs, not the pieces of one.</summary>
    private static bool IsOfBlocks(StateNode list) => Element(list) is null && list.IsList && list.Children.Exists(child =>
        child.Text is null && child.Children.Count > 0 && (!Inline.Contains(Type(child)) || (Members(child) is { } inner && inner.Children.Exists(piece => piece.Text?.Length >= LeastPiece))));

    private static string Type(StateNode node) => node is { IsList: true, Children: [{ Text: "$" }, { Text: { } tag }, ..] } ? tag
        : Array.ConvertAll(Types, name => node.Member(name)?.Text).FirstOrDefault(type => type is { Length: < 60 }) ?? "";

    private static bool IsNoText(StateNode node)
    {
        var type = Type(node);
        return type.Length > 0 && Array.Exists(NoText, kind => type.Contains(kind, StringComparison.OrdinalIgnoreCase));
    }
}
