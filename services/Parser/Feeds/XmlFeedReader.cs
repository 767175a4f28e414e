using Ingest.Parser.Articles;
using Ingest.Parser.Language;
using Ingest.Parser.Xml;

namespace Ingest.Parser.Feeds;

/// <summary>Reads RSS 0.9x to 2.0, RSS 1.0 (RDF), Atom 0.3 and 1.0, and CDF.</summary>
internal static class XmlFeedReader
{
    private static readonly string[] Titles = ["title", "atom:title", "dc:title", "media:title", "itunes:title"];
    private static readonly string[] Contents = ["content:encoded", "content", "xhtml:body", "xhtml:div", "fullitem", "body"];
    private static readonly string[] Summaries = ["description", "summary", "abstract", "dc:description", "dcterms:abstract", "itunes:summary", "media:description", "media:text", "itunes:subtitle"];

    /// <summary>Null when the document is no feed.</summary>
    public static Feed? Read(Element root, Deadline deadline)
    {
        if (FeedDialect.Of(root) is not { } dialect)
        {
            return null;
        }

        var channel = dialect.Channel;
        var page = ReferenceEquals(channel, root) && dialect.Items is [var only] && ReferenceEquals(only, root) ? null
            : FeedAddress.Of(channel) is var (address, where) ? FeedAddress.Complete(address, where, null) ?? address.Trim() : null;
        var title = ReferenceEquals(channel, dialect.Items.Count == 1 ? dialect.Items[0] : null) ? null : FeedElements.Line(channel, "title", "dc:title", "itunes:title");
        var language = Language(channel) ?? Language(root);
        var wordPress = WordPressExport.Of(channel);
        var items = new List<FeedItem>(dialect.Items.Count);
        foreach (var item in dialect.Items)
        {
            deadline.Check();
            if (wordPress is null || WordPressExport.IsPost(item))
            {
                items.Add(Item(item, dialect, wordPress, title, page, language));
            }
        }

        return new Feed(dialect.Format, title, page, language, items) { LeftOut = dialect.Items.Count - items.Count };
    }

    private static FeedItem Item(Element item, FeedDialect dialect, WordPressExport? wordPress, string? feedTitle, string? feedPage, string? feedLanguage)
    {
        var fields = new ArticleFields();
        var origin = Origin(item);
        foreach (var title in FeedElements.Find(item, Titles))
        {
            fields.Set("title", WithoutOrigin(FeedText.Line(title), origin), dialect.Rule(title));
        }

        if (wordPress is not null)
        {
            fields.Set("body", WordPressExport.Body(item), "content:encoded");
            fields.Set("authors", wordPress.Author(item) is { } author ? [author] : [], "wp:author");
            fields.Set("section", WordPressExport.Category(item), "rss:category");
        }

        var content = Body(fields, item, dialect, origin);
        var address = FeedAddress.Of(item);
        var complete = address is var (written, where) ? FeedAddress.Complete(written, where, feedPage) : null;
        if (address is not null && !fields.Set("url", complete, dialect.Rule(address.Value.Where)))
        {
            fields.Set("url", address.Value.Address, dialect.Rule(address.Value.Where));
            fields.Warn("url", "relative, and the feed does not say to what");
        }

        FeedDates.Set(fields, item, dialect);
        FeedPeople.Set(fields, item, dialect);
        Publication(fields, item, dialect, feedTitle);
        Section(fields, item, dialect);
        fields.Set("language", Stating(item, content) is { } stating && HasEmptyLanguage(stating) ? null : Stated(Stating(item, content)) ?? Language(item) ?? feedLanguage, "feed:language");
        var key = FeedElements.Find(item, "guid", "id", "dc:identifier").Select(id => id.Text.Trim()).FirstOrDefault(id => id.Length > 0);
        return new FeedItem(key ?? item.Attribute("rdf:about") ?? fields.Get("url"), fields);
    }

    /// <summary>The whole text before the summary; of several versions the longest, for the others are its shortened forms.</summary>
    private static Element? Body(ArticleFields fields, Element item, FeedDialect dialect, string? origin)
    {
        foreach (var names in new[] { Contents, Summaries })
        {
            foreach (var group in FeedElements.Find(item, names).Select(element => (element, text: FeedText.Paragraphs(element))).Where(found => found.text.Length > 0 && !IsEcho(found.text, fields.Get("title"), origin)).GroupBy(found => found.element.Name))
            {
                var (element, text) = group.MaxBy(found => found.text.Length);
                fields.Set("body", text, dialect.Rule(element));
                return element;
            }
        }

        if (FeedElements.Find(item, "media:group").FirstOrDefault() is { } media && FeedElements.Line(media, "media:description") is { } description)
        {
            fields.Set("body", description, "media:description");
        }

        return null;
    }

    /// <summary>Where an aggregator found the item.</summary>
    private static string? Origin(Element item) => FeedElements.Find(item, "source").FirstOrDefault(source => source.Attribute("url") is not null && !source.HasElements) is { } source ? FeedText.Line(source) : null;

    /// <summary><c>Harbour reopens - Lindholm Courier</c>, where the source is named beside it.</summary>
    private static string WithoutOrigin(string title, string? origin) =>
        origin is { Length: > 1 } && title.EndsWith(" - " + origin, StringComparison.Ordinal) && title.Length > origin.Length + 6 ? title[..^(origin.Length + 3)].TrimEnd() : title;

    /// <summary>An aggregator's "text" is the headline again, and the source.</summary>
    private static bool IsEcho(string text, string? title, string? origin) =>
        origin is { Length: > 1 } && title is { Length: > 1 } && text.Replace(title, "", StringComparison.Ordinal).Replace(origin, "", StringComparison.Ordinal).AsSpan().Trim(" \u00A0\n-–").IsEmpty;

    private static void Publication(ArticleFields fields, Element item, FeedDialect dialect, string? feedTitle)
    {
        // An aggregator's item names where it was published first.
        foreach (var source in FeedElements.Find(item, "source", "dc:source"))
        {
            var name = source.HasElements ? FeedElements.Line(source, "title") : FeedText.Line(source);
            if (name is { Length: > 0 } && !name.Contains("://", StringComparison.Ordinal))
            {
                fields.Set("source", name, dialect.Rule(source));
            }
        }

        fields.Set("source", feedTitle, "feed:title");
    }

    private static void Section(ArticleFields fields, Element item, FeedDialect dialect)
    {
        foreach (var category in FeedElements.Find(item, "category", "dc:subject", "itunes:category", "media:category"))
        {
            var text = category.Attribute("label") ?? category.Attribute("term") ?? category.Attribute("text") ?? FeedText.Line(category);
            fields.Set("section", HtmlText.Line(text), dialect.Rule(category) + (category.Attribute("label") is null ? "" : "@label"));
        }
    }

    /// <summary>What tells the item's language: its text, else its title.</summary>
    private static Element? Stating(Element item, Element? content) => content ?? FeedElements.Find(item, Titles).FirstOrDefault();

    private static string? Language(Element element) =>
        LanguageCode.Of(FeedElements.Find(element, "language", "dc:language").Select(found => found.Text).FirstOrDefault()) ?? Stated(element);

    /// <summary>By <c>xml:lang</c> of the element or of what it stands in.</summary>
    private static string? Stated(Element? element)
    {
        for (var at = element; at is not null; at = at.Parent)
        {
            if (at.Attribute("xml:lang") is { } stated)
            {
                return LanguageCode.Of(stated);
            }
        }

        return null;
    }

    private static bool HasEmptyLanguage(Element element)
    {
        for (var at = element; at is not null; at = at.Parent)
        {
            if (at.Attribute("xml:lang") is { } stated)
            {
                return string.IsNullOrWhiteSpace(stated);
            }
        }

        return false;
    }
}
