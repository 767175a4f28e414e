using Ingest.Parser.Articles;
using Ingest.Parser.Xml;

namespace Ingest.Parser.Agency;

/// <summary>Reads the agencies' XML formats.</summary>
internal static class AgencyXml
{
    /// <summary>The outcome; null when the document is none of these formats.</summary>
    public static ParseOutcome? Read(Element root, ArticleList articles, Deadline deadline)
    {
        var items = new AgencyItems(articles);
        if (NewsMlG2.IsRoot(root))
        {
            NewsMlG2.Read(root, items, deadline);
            return items.Finish("NewsML-G2");
        }

        if (root.Is("NewsML"))
        {
            NewsMl1.Read(root, items, deadline);
            return items.Finish("NewsML");
        }

        // NITF also comes wrapped in what its senders please.
        if ((root.Is("nitf") ? root : root.Descendants("nitf").FirstOrDefault()) is { } nitf)
        {
            Nitf.ReadDocument(nitf, items);
            return items.Finish("NITF");
        }

        return null;
    }
}
