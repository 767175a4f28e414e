using Ingest.Parser.Articles;
using Ingest.Parser.Language;
using Ingest.Parser.Xml;

namespace Ingest.Parser.Agency;

/// <summary>Reads NewsML 1.x: one article for each component with a headline and text of its own.</summary>
internal static class NewsMl1
{
    private static readonly string[] KeyParts = ["ProviderId", "DateId", "NewsItemId"];

    public static void Read(Element root, AgencyItems items, Deadline deadline)
    {
        var format = "newsml-" + (root.Attribute("Version")?.Trim() is { Length: > 0 and < 6 } version ? version : "1");
        foreach (var item in root.Children("NewsItem"))
        {
            deadline.Check();
            Item(item, root, format, items);
        }
    }

    private static void Item(Element item, Element root, string format, AgencyItems items)
    {
        var identifier = item.At("Identification", "NewsIdentifier");
        var key = Key(identifier);
        if (items.Withdraws(item.At("NewsManagement", "Status")?.Attribute("FormalName"), key))
        {
            return;
        }

        var components = Stories(item).ToList();
        if (components.Count == 0)
        {
            components.AddRange(item.Children("NewsComponent").Take(1));
        }

        foreach (var component in components)
        {
            var fields = new ArticleFields();
            Lines(fields, component, item);
            NewsMl1Text.Fill(fields, component);
            if (fields.Get("body") is null && fields.Get("title") is null)
            {
                items.WithoutText($"item {key ?? "without identifier"} carries no text, only references or media");
                continue;
            }

            Management(fields, item, component, root);
            items.Add(fields, key, format);
        }
    }

    /// <summary>Without its revision, so that a correction is a revision of the same article.</summary>
    private static string? Key(Element? identifier)
    {
        var parts = KeyParts.Select(name => identifier?.Child(name)?.Text.Trim() ?? "").ToList();
        return parts[2].Length > 0 ? "urn:newsml:" + string.Join(':', parts) : identifier?.Child("PublicIdentifier")?.Text.Trim();
    }

    /// <summary>The outermost components that have a headline and text.</summary>
    private static IEnumerable<Element> Stories(Element parent)
    {
        foreach (var component in parent.Children("NewsComponent"))
        {
            if (component.At("NewsLines", "HeadLine") is not null && NewsMl1Text.Has(component))
            {
                yield return component;
            }
            else
            {
                foreach (var below in Stories(component))
                {
                    yield return below;
                }
            }
        }
    }

    private static void Lines(ArticleFields fields, Element component, Element item)
    {
        fields.Set("title", Line(component, "HeadLine") ?? Line(item, "HeadLine"), "newsml:HeadLine");
        StatedPeople.Set(fields, component.Descendants("ByLine").Take(1).Select(Text), "newsml:ByLine");
        fields.Set("dateline", Line(component, "DateLine") ?? Line(item, "DateLine"), "newsml:DateLine");
        fields.Set("title", Line(item, "SlugLine"), "newsml:SlugLine");
    }

    private static void Management(ArticleFields fields, Element item, Element component, Element root)
    {
        AgencyFields.SetDate(fields, item.At("NewsManagement", "FirstCreated")?.Text, "newsml:FirstCreated");
        AgencyFields.SetDate(fields, item.At("NewsManagement", "ThisRevisionCreated")?.Text, "newsml:ThisRevisionCreated");
        AgencyFields.SetDate(fields, item.At("Identification", "NewsIdentifier", "DateId")?.Text, "newsml:DateId");
        AgencyFields.SetDateline(fields);
        var language = component.Descendants("Language").Concat(item.Descendants("Language")).Select(found => found.Attribute("FormalName")).FirstOrDefault(name => name is not null);
        fields.Set("language", LanguageCode.Of(language ?? component.Attribute("xml:lang") ?? item.Attribute("xml:lang") ?? root.Attribute("xml:lang")), "newsml:Language");
        var provider = item.Descendants("Provider").Concat(root.Descendants("SentFrom")).SelectMany(found => found.Descendants("Party")).Select(party => party.Attribute("FormalName"));
        AgencyFields.SetProvider(fields, provider.FirstOrDefault(name => name is not null) ?? item.At("Identification", "NewsIdentifier", "ProviderId")?.Text, "newsml:Provider");
        fields.Set("section", item.Descendants("SubjectCode").SelectMany(code => code.Elements).Select(code => code.Attribute("FormalName")).FirstOrDefault(name => name is not null), "newsml:SubjectCode");
        AgencyFields.SetAddress(fields, item.At("Identification", "NewsIdentifier", "PublicIdentifier")?.Text.Trim(), "newsml:PublicIdentifier");
    }

    private static string? Line(Element parent, string name) => parent.Descendants(name).Select(Text).FirstOrDefault(text => text.Length > 0);

    private static string Text(Element element) => HtmlText.Line(HtmlText.Paragraphs(element));
}
