using Ingest.Parser.Articles;
using Ingest.Parser.Language;
using Ingest.Parser.Xml;

namespace Ingest.Parser.Agency;

/// <summary>Reads NewsML-G2: news items alone or in a news message. Packages, concepts, knowledge, plans and catalogues bring no article.</summary>
internal static class NewsMlG2
{
    private const string Format = "newsml-g2";

    private static readonly Dictionary<string, string> OtherItems = new(StringComparer.OrdinalIgnoreCase)
    {
        ["packageItem"] = "a package: it lists items that come in files of their own",
        ["conceptItem"] = "a concept item: it describes a person, place, event or subject and is no article",
        ["knowledgeItem"] = "a knowledge item: it is a list of concepts and no article",
        ["planningItem"] = "a planning item: it announces coverage and is no article",
        ["catalogItem"] = "a catalogue of code lists and no article",
    };

    /// <summary>Whether the root is one of this format's.</summary>
    public static bool IsRoot(Element root) => root.Is("newsItem") || root.Is("newsMessage") || OtherItems.ContainsKey(root.Local) || (root.Is("NewsML") && root.Prefix == "g2");

    public static void Read(Element root, AgencyItems items, Deadline deadline)
    {
        deadline.Check();
        if (root.Is("newsItem"))
        {
            Item(root, items);
        }
        else if (OtherItems.TryGetValue(root.Local, out var what))
        {
            if (!items.Withdraws(Status(root), root.Attribute("guid")))
            {
                items.WithoutText($"item {root.Attribute("guid") ?? "without identifier"} is {what}");
            }
        }
        else
        {
            foreach (var item in (root.Child("itemSet") ?? root).Elements.Where(IsRoot))
            {
                Read(item, items, deadline);
            }
        }
    }

    private static void Item(Element item, AgencyItems items)
    {
        var id = item.Attribute("guid");
        if (items.Withdraws(Status(item), id))
        {
            return;
        }

        var fields = new ArticleFields();
        NewsMlG2Metadata.Title(fields, item);
        NewsMlG2Text.Fill(fields, item);
        if (fields.Get("title") is null && fields.Get("body") is null)
        {
            items.WithoutText($"item {id ?? "without identifier"} has no headline and no text ({NewsMlG2Text.Kind(item)})");
            return;
        }

        NewsMlG2Metadata.Fill(fields, item);
        fields.Set("language", LanguageCode.Of(item.Attribute("xml:lang")), "newsml-g2:xml:lang");
        AgencyFields.SetAddress(fields, id, "newsml-g2:guid");
        items.Add(fields, id, Format);
    }

    private static string? Status(Element item)
    {
        var status = item.At("itemMeta", "pubStatus");
        return status?.Attribute("qcode") ?? status?.Attribute("uri")?.TrimEnd('/').Split('/', ':')[^1];
    }
}
