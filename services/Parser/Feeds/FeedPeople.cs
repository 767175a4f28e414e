using Ingest.Parser.Articles;
using Ingest.Parser.Xml;

namespace Ingest.Parser.Feeds;

/// <summary>Who wrote an item; what an Atom feed says of itself holds for items that say nothing.</summary>
internal static class FeedPeople
{
    private static readonly string[][] OfItem = [["author"], ["dc:creator"], ["dc:author"], ["itunes:author"], ["dc:contributor"], ["media:credit"]];

    public static void Set(ArticleFields fields, Element item, FeedDialect dialect)
    {
        if (OfItem.Any(names => Take(fields, item, dialect, names, "")))
        {
            return;
        }

        if (FeedElements.Find(item, "source").FirstOrDefault() is { HasElements: true } source && Take(fields, source, dialect, ["author"], "source/"))
        {
            return;
        }

        if (dialect.Family == "atom" && !ReferenceEquals(dialect.Channel, item))
        {
            Take(fields, dialect.Authors, dialect, "feed/");
        }
    }

    private static bool Take(ArticleFields fields, Element parent, FeedDialect dialect, string[] names, string where) =>
        Take(fields, [.. FeedElements.Find(parent, names)], dialect, where);

    private static bool Take(ArticleFields fields, IReadOnlyList<Element> found, FeedDialect dialect, string where) =>
        found.Count > 0 && StatedPeople.Set(fields, found.Select(Statement), where + dialect.Rule(found[0]));

    private static string Statement(Element person) =>
        person.HasElements ? FeedElements.Line(person, "name", "itunes:name", "title") ?? "" : FeedText.Line(person);
}
