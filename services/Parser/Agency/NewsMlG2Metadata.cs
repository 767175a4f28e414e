using Ingest.Parser.Articles;
using Ingest.Parser.Language;
using Ingest.Parser.Xml;

namespace Ingest.Parser.Agency;

/// <summary>What a NewsML-G2 item says about its text.</summary>
internal static class NewsMlG2Metadata
{
    public static void Title(ArticleFields fields, Element item)
    {
        var content = item.Child("contentMeta");
        var headlines = content?.Children("headline").ToList() ?? [];
        // The main headline before those for mobile phones and indexes.
        var main = headlines.Find(headline => headline.Attribute("role") is not { } role || role.EndsWith("main", StringComparison.OrdinalIgnoreCase)) ?? headlines.FirstOrDefault();
        fields.Set("title", Line(main), "newsml-g2:headline");
    }

    public static void Fill(ArticleFields fields, Element item)
    {
        var (meta, content) = (item.Child("itemMeta"), item.Child("contentMeta"));
        fields.Set("title", Line(meta?.Child("title")), "newsml-g2:title");
        fields.Set("title", Line(content?.Child("slugline")), "newsml-g2:slugline");
        Dates(fields, meta, content);
        People(fields, content);
        fields.Set("dateline", Line(content?.Child("dateline")), "newsml-g2:dateline");
        AgencyFields.SetDateline(fields);
        AgencyFields.SetProvider(fields, Name(content?.Child("infoSource")), "newsml-g2:infoSource");
        AgencyFields.SetProvider(fields, Name(meta?.Child("provider")), "newsml-g2:provider");
        fields.Set("source", item.At("rightsInfo", "copyrightHolder") is { } holder ? Name(holder) : null, "newsml-g2:copyrightHolder");
        fields.Set("section", content?.Children("subject").Select(subject => Line(subject.Child("name"))).FirstOrDefault(name => name is not null), "newsml-g2:subject");
        fields.Set("language", LanguageCode.Of(content?.Child("language")?.Attribute("tag")), "newsml-g2:language");
        fields.Set("dateline", Line(content?.Child("located")?.Child("name")), "newsml-g2:located");
        foreach (var link in item.Children("link").Concat(meta?.Children("link") ?? []))
        {
            if (link.Attribute("rel")?.Contains("self", StringComparison.OrdinalIgnoreCase) == true || link.Attribute("contenttype") == "text/html")
            {
                AgencyFields.SetAddress(fields, link.Attribute("href"), "newsml-g2:link");
            }
        }
    }

    private static void Dates(ArticleFields fields, Element? meta, Element? content)
    {
        AgencyFields.SetDate(fields, meta?.Child("firstCreated")?.Text, "newsml-g2:firstCreated");
        AgencyFields.SetDate(fields, meta?.Child("versionCreated")?.Text, "newsml-g2:versionCreated");
        AgencyFields.SetDate(fields, content?.Child("contentCreated")?.Text, "newsml-g2:contentCreated");
        AgencyFields.SetDate(fields, content?.Child("contentModified")?.Text, "newsml-g2:contentModified");
    }

    private static void People(ArticleFields fields, Element? content)
    {
        StatedPeople.Set(fields, content?.Children("by").Select(by => Line(by) ?? "") ?? [], "newsml-g2:by");
        StatedPeople.Set(fields, content?.Children("creator").Select(creator => Name(creator) ?? "") ?? [], "newsml-g2:creator");
    }

    /// <summary>A party's name, or its literal, or its code without the list it is from; an address is no name.</summary>
    private static string? Name(Element? party) => party is null ? null
        : Line(party.Child("name")) ?? party.Attribute("literal") ?? (party.Attribute("qcode") is { } code ? code[(code.LastIndexOf(':') + 1)..] : null);

    private static string? Line(Element? element) => element is null ? null : HtmlText.Line(HtmlText.Paragraphs(element)) is { Length: > 0 } line ? line : null;
}
