using System.Globalization;
using System.Text;
using System.Xml;
using Ingest.Contracts;

namespace Ingest.Queries.Export;

/// <summary>The newest hits of a search as an Atom feed (RFC 4287): what a saved search or an alert subscribes to.</summary>
public static class AtomFeed
{
    /// <summary>Entries of a feed when nothing else is asked for.</summary>
    public const int DefaultEntries = 50;

    /// <summary>What stands for a missing headline.</summary>
    public const string NoTitle = "(no title)";

    private const string Namespace = "http://www.w3.org/2005/Atom";

    /// <summary>Writes the feed while the hits arrive.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="title">What was searched, for people.</param>
    /// <param name="self">The feed's own address, its identity.</param>
    /// <param name="site">The portal's address, below which articles have their pages; null without one.</param>
    /// <param name="hits">The newest first.</param>
    /// <param name="now">When the feed is made; shown as its date while it is empty.</param>
    public static async Task WriteAsync(Stream output, string title, Uri self, Uri? site, IAsyncEnumerable<SearchHit> hits, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(self);
        ArgumentNullException.ThrowIfNull(hits);
        var settings = new XmlWriterSettings { Async = true, Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true };
        await using var xml = XmlWriter.Create(output, settings);
        await xml.WriteStartElementAsync(null, "feed", Namespace);
        await TextAsync(xml, "id", self.AbsoluteUri);
        await TextAsync(xml, "title", title);
        await LinkAsync(xml, "self", self.AbsoluteUri);
        await xml.WriteStartElementAsync(null, "author", Namespace);
        await TextAsync(xml, "name", "Ingest");
        await xml.WriteEndElementAsync();
        var dated = false;
        await foreach (var hit in hits)
        {
            if (!dated)
            {
                // The newest entry's: a feed without news does not look new.
                await TextAsync(xml, "updated", Instant(NewsDate.Start(hit.PublishedAt) ?? DateTimeOffset.UnixEpoch));
                dated = true;
            }

            await EntryAsync(xml, hit, site);
        }

        if (!dated)
        {
            await TextAsync(xml, "updated", Instant(now));
        }

        await xml.WriteEndElementAsync();
        await xml.WriteEndDocumentAsync();
    }

    private static async Task EntryAsync(XmlWriter xml, SearchHit hit, Uri? site)
    {
        await xml.WriteStartElementAsync(null, "entry", Namespace);
        await TextAsync(xml, "id", $"urn:ingest:article:{hit.ArticleId}");
        await TextAsync(xml, "title", hit.Title.Length > 0 ? hit.Title : NoTitle);
        await TextAsync(xml, "updated", Instant(NewsDate.Start(hit.PublishedAt) ?? DateTimeOffset.UnixEpoch));
        if (site is not null)
        {
            await LinkAsync(xml, "alternate", new Uri(site, $"/articles/{hit.ArticleId}").AbsoluteUri);
        }

        if (Uri.TryCreate(hit.Url, UriKind.Absolute, out var url) && url.Scheme is "http" or "https")
        {
            await LinkAsync(xml, "via", url.AbsoluteUri);
        }

        foreach (var author in hit.Authors)
        {
            await xml.WriteStartElementAsync(null, "author", Namespace);
            await TextAsync(xml, "name", author);
            await xml.WriteEndElementAsync();
        }

        if (hit.Section is { Length: > 0 } section)
        {
            await xml.WriteStartElementAsync(null, "category", Namespace);
            await xml.WriteAttributeStringAsync(null, "term", null, Allowed(section));
            await xml.WriteEndElementAsync();
        }

        await TextAsync(xml, "summary", hit.Snippet);
        await xml.WriteEndElementAsync();
    }

    private static Task TextAsync(XmlWriter xml, string name, string text) => xml.WriteElementStringAsync(null, name, Namespace, Allowed(text));

    private static async Task LinkAsync(XmlWriter xml, string relation, string address)
    {
        await xml.WriteStartElementAsync(null, "link", Namespace);
        await xml.WriteAttributeStringAsync(null, "rel", null, relation);
        await xml.WriteAttributeStringAsync(null, "href", null, address);
        await xml.WriteEndElementAsync();
    }

    private static string Instant(DateTimeOffset time) => time.ToString("yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture);

    /// <summary>XML has no place for control characters and halves of surrogate pairs, and articles have them.</summary>
    private static string Allowed(string text)
    {
        var allowed = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            // Broken halves come as U+FFFD.
            if (rune.Value > 0xFFFF || XmlConvert.IsXmlChar((char)rune.Value))
            {
                allowed.Append(rune.ToString());
            }
        }

        return allowed.ToString();
    }
}
