using Ingest.Parser.Xml;

namespace Ingest.Parser.Feeds;

/// <summary>Finds children by name, in the order of preference of their names.</summary>
internal static class FeedElements
{
    /// <summary>Children called by the first of <paramref name="names"/>, then by the second, and so on.</summary>
    /// <param name="parent">Where to look.</param>
    /// <param name="names">Bare names mean the feed's own elements, also where an Atom feed prefixes them.</param>
    public static IEnumerable<Element> Find(Element parent, params string[] names)
    {
        foreach (var name in names)
        {
            foreach (var child in parent.Elements)
            {
                if (IsCalled(child, name))
                {
                    yield return child;
                }
            }
        }
    }

    /// <summary>The text of the first that has any, as one line.</summary>
    public static string? Line(Element parent, params string[] names) =>
        Find(parent, names).Select(found => FeedText.Line(found)).FirstOrDefault(line => line.Length > 0);

    private static bool IsCalled(Element child, string name)
    {
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        return colon < 0
            ? child.Prefix is "" or "atom" && child.Is(name)
            : child.Prefix.AsSpan().SequenceEqual(name.AsSpan(0, colon)) && child.Local.AsSpan().Equals(name.AsSpan(colon + 1), StringComparison.OrdinalIgnoreCase);
    }
}
