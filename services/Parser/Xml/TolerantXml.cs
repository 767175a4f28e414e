using System.Net;

namespace Ingest.Parser.Xml;

/// <summary>
/// Reads XML that is not well-formed: bare ampersands, HTML's entities, tags without an end, ends without a tag, prefixes bound to
/// nothing, a cut at any place.
/// </summary>
internal static class TolerantXml
{
    public static XmlTree Read(string text, Deadline deadline)
    {
        var scanner = new MarkupScanner(text);
        var builder = new TreeBuilder();
        var addresses = new Dictionary<string, string>(StringComparer.Ordinal);
        var attributes = new List<KeyValuePair<string, string>>();
        string? rootAddress = null;
        for (var count = 1; scanner.Next(); count++)
        {
            if (count % 256 == 0)
            {
                deadline.Check();
            }

            switch (scanner.Kind)
            {
                case MarkupKind.Text:
                    builder.Text(WebUtility.HtmlDecode(scanner.Content.ToString()));
                    break;
                case MarkupKind.Literal:
                    builder.Text(scanner.Content.ToString());
                    break;
                case MarkupKind.StartTag:
                    Start(scanner, builder, addresses, attributes, ref rootAddress);
                    break;
                case MarkupKind.EndTag:
                    builder.Close(scanner.Name);
                    break;
            }
        }

        return new XmlTree(builder.Root, null, scanner.Truncated || builder.Depth > 0);
    }

    private static void Start(
        in MarkupScanner scanner, TreeBuilder builder, Dictionary<string, string> addresses, List<KeyValuePair<string, string>> attributes, ref string? rootAddress)
    {
        var written = scanner.Name.ToString();
        attributes.Clear();
        MarkupAttributes.Read(scanner.Content, attributes);
        foreach (var (name, value) in attributes)
        {
            if (name.StartsWith("xmlns", StringComparison.OrdinalIgnoreCase))
            {
                // Bindings are taken to hold for the whole document: in feeds they do, and ends of elements cannot be relied on here.
                addresses.TryAdd(name.Length > 6 ? name[6..] : "", value);
            }
        }

        var (prefix, local) = Split(written);
        if (prefix.Length == 0 && (local.Equals("item", StringComparison.OrdinalIgnoreCase) || local.Equals("entry", StringComparison.OrdinalIgnoreCase)))
        {
            // Items do not stand in items: the one before was never closed.
            builder.Close(written);
        }

        var address = addresses.GetValueOrDefault(prefix);
        // An element of XHTML inside binds its own default.
        if (prefix.Length == 0 && attributes.Find(attribute => attribute.Key.Equals("xmlns", StringComparison.OrdinalIgnoreCase)).Value is { Length: > 0 } own)
        {
            address = own;
        }

        rootAddress ??= address ?? "";
        builder.Open(XmlNamespaces.Prefix(address, prefix, rootAddress), local, written, attributes);
        if (scanner.SelfClosing)
        {
            builder.Close();
        }
    }

    private static (string Prefix, string Local) Split(string name) =>
        name.IndexOf(':', StringComparison.Ordinal) is var colon and > 0 && colon + 1 < name.Length ? (name[..colon], name[(colon + 1)..]) : ("", name);
}
