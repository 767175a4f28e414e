using System.Collections.Frozen;

namespace Ingest.Parser.Xml;

/// <summary>The vocabularies that news files use, by the address that names each and by its usual prefix.</summary>
internal static class XmlNamespaces
{
    /// <summary>Of elements whose vocabulary nobody here reads.</summary>
    public const string Other = "other";

    private static readonly FrozenDictionary<string, string> Prefixes = new (string Prefix, string[] Names)[]
    {
        ("", [
            "backend.userland.com/rss", "backend.userland.com/rss2", "backend.userland.com/rss091", "backend.userland.com/rss092", "backend.userland.com/rss20",
            "blogs.law.harvard.edu/tech/rss", "cyber.law.harvard.edu/rss", "purl.org/rss/1.0", "purl.org/rss/0.9", "my.netscape.com/rdf/simple/0.9",
            "channel.netscape.com/rdf/simple/0.9", "purl.org/net/rss1.1", "my.netscape.com/publish/formats/rss-0.91.dtd"]),
        ("atom", [
            "www.w3.org/2005/atom", "purl.org/atom/ns", "purl.org/atom/1.0", "example.com/newformat", "example.com/necho", "purl.org/echo", "uri/of/echo/namespace",
            "purl.org/pie"]),
        ("dc", ["purl.org/dc/elements/1.1", "purl.org/dc/elements/1.0", "purl.org/metadata/dublin_core"]),
        ("dcterms", ["purl.org/dc/terms"]),
        ("content", ["purl.org/rss/1.0/modules/content"]),
        ("itunes", ["www.itunes.com/dtds/podcast-1.0.dtd", "example.com/dtds/podcast-1.0.dtd", "www.itunes.com/dtds/podcast"]),
        ("media", ["search.yahoo.com/mrss", "video.search.yahoo.com/mrss", "tools.search.yahoo.com/mrss"]),
        ("xhtml", ["www.w3.org/1999/xhtml", "www.w3.org/tr/xhtml1"]),
        ("rdf", ["www.w3.org/1999/02/22-rdf-syntax-ns"]),
        ("xml", ["www.w3.org/xml/1998/namespace"]),
        ("nitf", ["iptc.org/std/nitf/2006-10-18"]),
        ("g2", ["iptc.org/std/nar/2006-10-01"]),
        ("sportsml", ["iptc.org/std/sportsml/2008-04-01"]),
    }.SelectMany(vocabulary => vocabulary.Names.Select(name => KeyValuePair.Create(name, vocabulary.Prefix))).ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> UsualPrefixes = Prefixes.Values.Where(prefix => prefix.Length > 0).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The usual prefix of a vocabulary.</summary>
    /// <param name="address">What the document binds the element to; empty or null when to nothing.</param>
    /// <param name="written">The prefix in the document, believed when it is bound to nothing.</param>
    /// <param name="rootAddress">What the document's own root is bound to: unknown as it may be, it is the document's vocabulary.</param>
    public static string Prefix(string? address, string written, string? rootAddress)
    {
        if (string.IsNullOrWhiteSpace(address))
        {
            return UsualPrefixes.TryGetValue(written, out var usual) ? usual : written is "" or "rss" ? "" : Other;
        }

        return Prefixes.TryGetValue(Bare(address), out var known) ? known
            : string.Equals(address, rootAddress, StringComparison.Ordinal) ? ""
            : Other;
    }

    /// <summary>Without what varies in the wild: scheme, trailing slash or hash.</summary>
    private static string Bare(string address)
    {
        var bare = address.AsSpan().Trim();
        var scheme = bare.IndexOf("://", StringComparison.Ordinal);
        return (scheme < 0 ? bare : bare[(scheme + 3)..]).TrimEnd("/#").ToString();
    }
}
