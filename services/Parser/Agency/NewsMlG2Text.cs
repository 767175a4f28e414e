using Ingest.Parser.Articles;
using Ingest.Parser.Xml;

namespace Ingest.Parser.Agency;

/// <summary>The text of a NewsML-G2 news item: NITF, XHTML or plain text inside it; where there is none, its description.</summary>
internal static class NewsMlG2Text
{
    public static void Fill(ArticleFields fields, Element item)
    {
        foreach (var content in item.Child("contentSet")?.Elements ?? [])
        {
            Content(fields, content);
        }

        var descriptions = item.Child("contentMeta")?.Children("description").Select(HtmlText.Paragraphs) ?? [];
        if (fields.Set("body", AgencyFields.Join([.. descriptions]), "newsml-g2:description"))
        {
            fields.Warn("body", $"only a description, the item is {Kind(item)}");
        }
    }

    /// <summary>What the item carries, in words.</summary>
    public static string Kind(Element item)
    {
        var content = item.Child("contentSet")?.Elements.FirstOrDefault();
        var kind = item.At("itemMeta", "itemClass")?.Attribute("qcode") is { } code ? code[(code.LastIndexOf(':') + 1)..] + ", " : "";
        return kind + (content is null ? "without content" : $"{content.Local} of type {content.Attribute("contenttype") ?? "unknown"}");
    }

    private static void Content(ArticleFields fields, Element content)
    {
        if (content.Is("inlineXML"))
        {
            if (content.Descendants("nitf").FirstOrDefault() is { } nitf)
            {
                Nitf.Fill(fields, nitf);
            }
            else if (content.Elements.FirstOrDefault(child => child.Is("html") || child.Prefix == "xhtml") is { } html)
            {
                fields.Set("body", HtmlText.Paragraphs(html.Child("body") ?? html), "newsml-g2:inlineXML");
                fields.Set("title", html.At("head", "title") is { } title ? HtmlText.Line(title.Text) : null, "xhtml:title");
            }
            else if (!content.HasElements || IsText(content))
            {
                fields.Set("body", HtmlText.ParagraphsOfAny(content.HasElements ? HtmlText.Paragraphs(content) : content.Text), "newsml-g2:inlineXML");
            }
        }
        else if (content.Is("inlineData") && IsText(content) && content.Attribute("encoding") is null)
        {
            fields.Set("body", HtmlText.ParagraphsOfAny(content.Text), "newsml-g2:inlineData");
        }
    }

    /// <summary>Tables of results and lists of events are data, not paragraphs.</summary>
    private static bool IsText(Element content) =>
        content.Attribute("contenttype") is not { Length: > 0 } type || type.StartsWith("text/", StringComparison.OrdinalIgnoreCase) || type.Contains("html", StringComparison.OrdinalIgnoreCase);
}
