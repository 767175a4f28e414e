using Ingest.Parser.Html.Tree;

namespace Ingest.Parser.Html.Metadata;

/// <summary>Texts of elements that are marked as author: by a link's relation, a microdata property, or words in class and id.</summary>
internal static class MarkedAuthors
{
    private const int Most = 30;
    private const int Shortest = 3;
    private const int Longest = 120;

    /// <summary>Beside the article a mark may be another article's.</summary>
    private const int Beside = 10;

    /// <summary>An element that holds a person's name in an element of its own has the person's role, picture or words about the person too.</summary>
    private const int Around = 5;

    private static readonly string[] About = ["title", "role", "position", "job", "bio", "image", "avatar", "picture", "heading", "label", "company"];

    /// <summary>The surest first; the names of several authors who stand side by side together.</summary>
    public static List<List<string>> Of(PageNode page)
    {
        var found = new List<Mark>();
        Collect(page, found, beside: false);
        var groups = new List<List<string>>();
        Mark? last = null;
        foreach (var mark in found.OrderBy(mark => mark.Order))
        {
            if (last is { } before && before.Order == mark.Order && before.IsPerson && mark.IsPerson && IsLike(mark.Node, before.Node) && Line(mark.Node) == Line(before.Node))
            {
                groups[^1].Add(mark.Text);
            }
            else
            {
                groups.Add([mark.Text]);
            }

            last = mark;
        }

        return groups;
    }

    /// <summary>The element that holds the line which an element stands in, over others that hold nothing but it.</summary>
    public static PageNode? Line(PageNode node)
    {
        while (node.Parent is { Children.Count: 1 } outer)
        {
            node = outer;
        }

        return node.Parent;
    }

    private static bool IsLike(PageNode one, PageNode other) => one.Name == other.Name && one.Attributes?.Class == other.Attributes?.Class;

    private static void Collect(PageNode node, List<Mark> found, bool beside)
    {
        foreach (var child in node.Children)
        {
            if (child.IsText || (child.Hints & HintKinds.Comments) != 0 || found.Count >= Most)
            {
                continue;
            }

            var aside = beside || child.Name is "aside" or "nav" or "footer" || (child.Hints & HintKinds.Margin) != 0;
            var first = found.Count;
            Collect(child, found, aside);
            var rel = child.Attributes?.Rel.Contains("author", StringComparison.OrdinalIgnoreCase) == true;
            if ((rel || (child.Hints & HintKinds.Author) != 0) && NodeText.Of(child) is { Length: >= Shortest and < Longest } text)
            {
                var order = rel ? 0 : child.Attributes?.ItemProp == "author" ? 1 : child.Name is "a" or "span" ? 2 : 3;
                var around = order > 0 && (found.FindIndex(first, mark => mark.IsPerson && !IsAbout(mark.Node)) >= 0 || IsAbout(child));
                found.Add(new Mark(order + (aside ? Beside : 0) + (around ? Around : 0), WithoutAbout(text, found, first), child));
            }
        }
    }

    /// <summary><c>author__title</c>, <c>byline-role</c>: what is said of the person.</summary>
    private static bool IsAbout(PageNode node) =>
        node.Attributes?.Class is { } names && Array.Exists(About, word => names.EndsWith(word, StringComparison.OrdinalIgnoreCase));

    private static string WithoutAbout(string text, List<Mark> found, int first)
    {
        for (var i = first; i < found.Count; i++)
        {
            text = IsAbout(found[i].Node) && text.Length > found[i].Text.Length && text.EndsWith(found[i].Text, StringComparison.Ordinal) ? text[..^found[i].Text.Length].TrimEnd() : text;
        }

        return text;
    }

    private readonly record struct Mark(int Order, string Text, PageNode Node)
    {
        public bool IsPerson => AuthorName.Clean(Text, null) is { } name && AuthorName.LooksLikePerson(name);
    }
}
