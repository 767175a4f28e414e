using Ingest.Parser.Articles;
using Ingest.Parser.Dates;
using Ingest.Parser.Xml;

namespace Ingest.Parser.Feeds;

/// <summary>When an item was published: the date of publication before that of creation, and the last change only in their absence.</summary>
internal static class FeedDates
{
    private static readonly string[] Published = ["pubDate", "published", "issued", "dcterms:issued", "dc:date", "dcterms:date", "dcterms:available", "created", "dcterms:created", "date"];
    private static readonly string[] Changed = ["updated", "modified", "dcterms:modified", "dcterms:dateaccepted", "lastBuildDate"];

    public static void Set(ArticleFields fields, Element item, FeedDialect dialect)
    {
        if (Take(fields, item, dialect, Published))
        {
            return;
        }

        if (Take(fields, item, dialect, Changed) || (item.Attribute("lastmod") is { } modified && fields.Set(MachineDate.Read(modified), "cdf:lastmod")))
        {
            fields.Warn("publishedAt", "taken from the date of the last update");
        }
    }

    private static bool Take(ArticleFields fields, Element item, FeedDialect dialect, string[] names)
    {
        // Of the same element several times the last counts, as feedparser has it.
        foreach (var element in FeedElements.Find(item, names).GroupBy(element => element.Name, StringComparer.OrdinalIgnoreCase).SelectMany(same => same.Reverse()))
        {
            var written = element.Text.Trim();
            if (fields.Set(MachineDate.Read(written), dialect.Rule(element)))
            {
                return true;
            }

            if (written.Length > 0)
            {
                fields.Warn("publishedAt", "not understood: " + (written.Length > 60 ? written[..60] + "…" : written));
            }
        }

        return false;
    }
}
