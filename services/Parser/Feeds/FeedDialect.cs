using Ingest.Parser.Xml;

namespace Ingest.Parser.Feeds;

/// <summary>Which kind of feed a document is, and how its rules are named in <c>origin</c>.</summary>
/// <param name="Format"><c>rss-2.0</c>.</param>
/// <param name="Family"><c>rss</c>, <c>atom</c>, <c>cdf</c>: names the feed's own elements.</param>
/// <param name="Channel">The element that describes the feed.</param>
/// <param name="Items">The items.</param>
internal sealed record FeedDialect(string Format, string Family, Element Channel, IReadOnlyList<Element> Items)
{
    private IReadOnlyList<Element>? _authors;

    /// <summary>Whom the feed names as its own authors. Looked up once: beside them stand all items.</summary>
    public IReadOnlyList<Element> Authors => _authors ??= [.. FeedElements.Find(Channel, "author")];

    /// <summary>Null when the document is no feed.</summary>
    public static FeedDialect? Of(Element root) => root.Local.ToLowerInvariant() switch
    {
        "rss" when root.Prefix is "" or XmlNamespaces.Other => Rss(root),
        "rdf" => Rdf(root),
        "feed" => Atom(root),
        "entry" when root.Prefix == "atom" => new FeedDialect("atom-1.0", "atom", root, [root]),
        "channel" => Cdf(root),
        _ => null,
    };

    /// <summary>An element's rule: <c>rss:pubDate</c>, <c>dc:creator</c>.</summary>
    public string Rule(Element element) => element.Prefix.Length == 0 ? $"{Family}:{element.Local}" : element.Name;

    private static FeedDialect Rss(Element root)
    {
        var channel = root.Child("channel") ?? root;
        var version = root.Attribute("version")?.Trim();
        // Some put the items behind the channel, as RSS 1.0 does.
        List<Element> items = [.. channel.Children("item"), .. ReferenceEquals(channel, root) ? [] : root.Children("item")];
        if (items.Count == 0)
        {
            items = [.. root.Descendants("item")];
        }

        return new FeedDialect(version is { Length: > 0 and < 8 } ? "rss-" + version : "rss", "rss", channel, items);
    }

    private static FeedDialect? Rdf(Element root)
    {
        var channel = root.Child("channel");
        List<Element> items = [.. root.Children("item")];
        if (items.Count == 0)
        {
            items = [.. channel?.Children("item") ?? []];
        }

        // RDF has many uses; with neither channel nor items it is no feed.
        return channel is null && items.Count == 0
            ? null
            : new FeedDialect(items.Exists(item => item.Attribute("rdf:about") is not null) || channel?.Attribute("rdf:about") is not null ? "rss-1.0" : "rss-0.90", "rss", channel ?? root, items);
    }

    private static FeedDialect Atom(Element root)
    {
        var old = root.Attribute("version")?.Trim() is "0.1" or "0.2" or "0.3" ||
            root.Attributes.Exists(attribute => attribute.Key.StartsWith("xmlns", StringComparison.Ordinal) && attribute.Value.Contains("purl.org/atom", StringComparison.OrdinalIgnoreCase));
        return new FeedDialect(old ? "atom-0.3" : "atom-1.0", "atom", root, [.. root.Children("entry")]);
    }

    private static FeedDialect Cdf(Element root)
    {
        var isCdf = root.Attribute("href") is not null || root.Local == "CHANNEL" || root.Children("item").Any(item => item.Attribute("href") is not null);
        return new FeedDialect(isCdf ? "cdf" : "rss", isCdf ? "cdf" : "rss", root, [.. root.Descendants("item")]);
    }
}
