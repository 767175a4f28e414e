using System.Xml;

namespace Ingest.Parser.Xml;

/// <summary>Reads well-formed XML.</summary>
internal static class StrictXml
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        MaxCharactersFromEntities = 1024,
        CheckCharacters = false,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    /// <exception cref="XmlException">It is not well-formed.</exception>
    public static XmlTree Read(string text, Deadline deadline)
    {
        using var reader = XmlReader.Create(new StringReader(text), Settings);
        var builder = new TreeBuilder();
        var attributes = new List<KeyValuePair<string, string>>();
        string? rootAddress = null;
        for (var count = 1; reader.Read(); count++)
        {
            if (count % 256 == 0)
            {
                deadline.Check();
            }

            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    rootAddress ??= reader.NamespaceURI;
                    Start(reader, builder, attributes, rootAddress);
                    break;
                case XmlNodeType.EndElement:
                    builder.Close();
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                    builder.Text(reader.Value);
                    break;
            }
        }

        return new XmlTree(
            builder.Root, builder.TooDeep ? FormattableString.Invariant($"nested deeper than {TreeBuilder.MaxDepth} levels, the deeper tags were left out") : null, false);
    }

    private static void Start(XmlReader reader, TreeBuilder builder, List<KeyValuePair<string, string>> attributes, string rootAddress)
    {
        var (prefix, local, written, empty) = (XmlNamespaces.Prefix(reader.NamespaceURI, reader.Prefix, rootAddress), reader.LocalName, reader.Name, reader.IsEmptyElement);
        attributes.Clear();
        while (reader.MoveToNextAttribute())
        {
            if (reader.Prefix != "xmlns" && reader.Name != "xmlns")
            {
                var usual = reader.Prefix.Length == 0 ? "" : XmlNamespaces.Prefix(reader.NamespaceURI, reader.Prefix, null);
                attributes.Add(KeyValuePair.Create(usual.Length == 0 ? reader.LocalName : $"{usual}:{reader.LocalName}", reader.Value));
            }
            else if (local is "feed" or "nitf" or "NewsML")
            {
                // The version of some formats is told by the vocabulary's address alone.
                attributes.Add(KeyValuePair.Create(reader.Name, reader.Value));
            }
        }

        builder.Open(prefix, local, written, attributes);
        if (empty)
        {
            builder.Close();
        }
    }
}
