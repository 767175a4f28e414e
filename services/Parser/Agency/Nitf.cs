using Ingest.Parser.Articles;
using Ingest.Parser.Language;
using Ingest.Parser.Xml;

namespace Ingest.Parser.Agency;

/// <summary>Reads NITF, alone or inside another format.</summary>
internal static class Nitf
{
    /// <summary>Reads a document that is NITF throughout.</summary>
    public static void ReadDocument(Element root, AgencyItems items)
    {
        var document = root.At("head", "docdata");
        var id = document?.Child("doc-id")?.Attribute("id-string");
        if (items.Withdraws(document?.Attribute("management-status"), id))
        {
            return;
        }

        var fields = new ArticleFields();
        Fill(fields, root);
        items.Add(fields, id ?? root.Attribute("uno"), "nitf");
    }

    /// <summary>Fills in what an NITF element says, where nothing is set yet.</summary>
    public static void Fill(ArticleFields fields, Element root)
    {
        var head = root.At("body", "body.head");
        var content = root.At("body", "body.content");
        var headline = Line(head?.At("hedline", "hl1") ?? head?.Child("hedline"));
        // Around NITF there may be another headline, which is the title then; this one must not be lost.
        var own = fields.Set("title", headline, "nitf:hl1") || string.Equals(headline, fields.Get("title"), StringComparison.OrdinalIgnoreCase) ? null : headline;
        fields.Set("title", Line(root.At("head", "title")), "nitf:title");
        var subheads = head?.Child("hedline")?.Children("hl2").Select(HtmlText.Paragraphs) ?? [];
        var text = AgencyFields.Join([
            own, .. subheads, Paragraphs(head?.Child("abstract")), content is null ? null : Paragraphs(content), Paragraphs(root.At("body", "body.end", "tagline"))]);
        fields.Set("body", text, "nitf:body.content");
        fields.Set("body", Paragraphs(root.Child("body")), "nitf:body");
        Dates(fields, root, head);
        People(fields, head);
        fields.Set("dateline", Line(head?.Child("dateline")), "nitf:dateline");
        AgencyFields.SetDateline(fields);
        Publication(fields, root, head);
    }

    private static void Dates(ArticleFields fields, Element root, Element? head)
    {
        var document = root.At("head", "docdata");
        foreach (var name in new[] { "date.release", "date.issue" })
        {
            AgencyFields.SetDate(fields, document?.Child(name)?.Attribute("norm"), "nitf:" + name);
        }

        AgencyFields.SetDate(fields, root.At("head", "pubdata")?.Attribute("date.publication"), "nitf:date.publication");
        AgencyFields.SetDate(fields, head?.At("dateline", "story.date")?.Attribute("norm"), "nitf:story.date");
    }

    private static void People(ArticleFields fields, Element? head)
    {
        var bylines = head?.Children("byline").ToList() ?? [];
        StatedPeople.Set(fields, bylines.Select(byline => WithoutTitle(byline)), "nitf:byline");
        AgencyFields.SetProvider(fields, Line(head?.Child("distributor")), "nitf:distributor");
    }

    /// <summary>The names; the post of a person is no name.</summary>
    private static string WithoutTitle(Element byline)
    {
        var persons = byline.Children("person").Select(Line).OfType<string>().ToList();
        if (persons.Count > 0)
        {
            return string.Join(", ", persons);
        }

        var names = string.Concat(byline.Nodes.Select(node => node is string text ? text : node is Element { Local: not "byttl" } element ? element.Text : " "));
        return HtmlText.Line(names).Trim(' ', ',', ';');
    }

    private static void Publication(ArticleFields fields, Element root, Element? head)
    {
        var publication = root.At("head", "pubdata");
        fields.Set("source", publication?.Attribute("name"), "nitf:pubdata");
        fields.Set("source", root.At("head", "docdata", "doc.copyright")?.Attribute("holder"), "nitf:doc.copyright");
        fields.Set("section", publication?.Attribute("edition.area") ?? publication?.Attribute("position.section"), "nitf:pubdata");
        var subject = root.At("head", "tobject")?.Child("tobject.subject");
        fields.Set("section", subject?.Attribute("tobject.subject.matter") ?? subject?.Attribute("tobject.subject.type"), "nitf:tobject.subject");
        fields.Set("language", LanguageCode.Of(root.Attribute("xml:lang") ?? root.Child("body")?.Attribute("xml:lang") ?? head?.Attribute("xml:lang")), "nitf:xml:lang");
        AgencyFields.SetAddress(fields, publication?.Attribute("ex-ref"), "nitf:ex-ref");
    }

    private static string? Line(Element? element) => element is null ? null : HtmlText.Line(HtmlText.Paragraphs(element));

    private static string? Paragraphs(Element? element) => element is null ? null : HtmlText.Paragraphs(element);
}
