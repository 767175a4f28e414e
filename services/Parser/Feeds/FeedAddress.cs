using Ingest.Parser.Xml;

namespace Ingest.Parser.Feeds;

/// <summary>Finds the page of a feed or an item, and completes addresses by what they are relative to.</summary>
internal static class FeedAddress
{
    /// <summary>The address as written, with the element that has it; null when there is none.</summary>
    public static (string Address, Element Where)? Of(Element parent) =>
        Atom(parent) ?? Plain(parent) ?? Permalink(parent) ?? Attribute(parent, "href") ?? Content(parent) ?? Attribute(parent, "rdf:about") ?? Enclosure(parent);

    /// <summary>Completes an address by <c>xml:base</c> and then by the feed's own page. Null when that does not give an address of the web.</summary>
    public static string? Complete(string address, Element where, string? feedPage)
    {
        address = address.Trim();
        if (IsAbsolute(address, out var absolute))
        {
            return absolute;
        }

        foreach (var start in new[] { Base(where), feedPage })
        {
            if (start is not null && Uri.TryCreate(start, UriKind.Absolute, out var from) && Uri.TryCreate(from, address, out var complete) && IsWeb(complete))
            {
                return complete.ToString();
            }
        }

        return null;
    }

    /// <summary>An address that is complete already: kept as written.</summary>
    public static bool IsAbsolute(string address, out string absolute)
    {
        absolute = address;
        return Uri.TryCreate(address, UriKind.Absolute, out var uri) && !uri.IsFile && (IsWeb(uri) || uri.Scheme is "ftp" or "gopher" or "feed" or "news");
    }

    private static bool IsWeb(Uri uri) => uri.Scheme is "http" or "https";

    /// <summary>The bases of all ancestors, each resolved against the one outside it.</summary>
    private static string? Base(Element where)
    {
        Uri? inner = null;
        var bases = new List<string>();
        for (var at = where; at is not null; at = at.Parent)
        {
            if ((at.Attribute("xml:base") ?? (at.Is("channel") ? at.Attribute("base") : null)) is { Length: > 0 } stated)
            {
                bases.Add(stated.Trim());
            }
        }

        for (var i = bases.Count - 1; i >= 0; i--)
        {
            if (inner is null ? Uri.TryCreate(bases[i], UriKind.Absolute, out var next) : Uri.TryCreate(inner, bases[i], out next))
            {
                inner = next;
            }
        }

        return inner?.ToString();
    }

    private static (string, Element)? Atom(Element parent)
    {
        Element? best = null;
        foreach (var link in FeedElements.Find(parent, "link", "atom:link"))
        {
            var relation = link.Attribute("rel")?.Trim();
            if (link.Attribute("href") is { Length: > 0 } && (string.IsNullOrEmpty(relation) || relation.EndsWith("alternate", StringComparison.OrdinalIgnoreCase)))
            {
                var html = link.Attribute("type")?.Contains("html", StringComparison.OrdinalIgnoreCase) ?? true;
                if (html)
                {
                    return (link.Attribute("href")!, link);
                }

                best ??= link;
            }
        }

        return best is null ? null : (best.Attribute("href")!, best);
    }

    private static (string, Element)? Plain(Element parent)
    {
        foreach (var link in FeedElements.Find(parent, "link", "url"))
        {
            if (link.Text.Trim() is { Length: > 0 } text)
            {
                return (text, link);
            }
        }

        return null;
    }

    private static (string, Element)? Permalink(Element parent)
    {
        foreach (var guid in FeedElements.Find(parent, "guid", "id"))
        {
            var stated = guid.Attribute("isPermaLink");
            var text = guid.Text.Trim();
            if (!string.Equals(stated, "false", StringComparison.OrdinalIgnoreCase) &&
                (text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase)))
            {
                return (text, guid);
            }
        }

        return null;
    }

    private static (string, Element)? Attribute(Element parent, string name) => parent.Attribute(name) is { Length: > 0 } value ? (value, parent) : null;

    /// <summary>Content that stands elsewhere: its address is the article's.</summary>
    private static (string, Element)? Content(Element parent) =>
        FeedElements.Find(parent, "content").FirstOrDefault(content => content.Attribute("src") is { Length: > 0 }) is { } content ? (content.Attribute("src")!, content) : null;

    private static (string, Element)? Enclosure(Element parent) => FeedElements.Find(parent, "media:player").FirstOrDefault() is { } player ? Attribute(player, "url") : null;
}
