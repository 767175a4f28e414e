using Ingest.Parser.Articles;
using Ingest.Parser.Dates;
using Ingest.Parser.Language;

namespace Ingest.Parser.Xml;

/// <summary>Reads what trafilatura writes as XML: its own form, a <c>doc</c> with its metadata as attributes, and TEI.</summary>
internal static class ExtractedDocument
{
    private const string None = "The file is an extracted document with neither title nor text.";

    /// <summary>The outcome; null when it is neither.</summary>
    public static ParseOutcome? Read(Element root, ArticleList articles)
    {
        if (root.Is("doc") && root.Child("main") is { } main)
        {
            articles.Add(Own(root, main), root.Attribute("fingerprint"), "extracted-xml");
            return articles.Finish(None);
        }

        if (root.Is("TEI") && root.At("text", "body") is { } body)
        {
            articles.Add(Tei(root, body), null, "tei");
            return articles.Finish(None);
        }

        return null;
    }

    private static ArticleFields Own(Element root, Element main)
    {
        var fields = new ArticleFields();
        fields.Set("title", root.Attribute("title"), "doc@title");
        fields.Set(MachineDate.Read(root.Attribute("date")), "doc@date");
        StatedPeople.Set(fields, (root.Attribute("author") ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries), "doc@author");
        fields.Set("source", root.Attribute("sitename"), "doc@sitename");
        fields.Set("source", root.Attribute("hostname"), "doc@hostname");
        fields.Set("url", root.Attribute("source") is { } url && url.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? url : null, "doc@source");
        fields.Set("section", root.Attribute("categories")?.Split(';')[0], "doc@categories");
        fields.Set("language", LanguageCode.Of(root.Attribute("language")), "doc@language");
        fields.Set("body", Text(main, fields.Get("title")), "doc/main");
        return fields;
    }

    private static ArticleFields Tei(Element root, Element body)
    {
        var fields = new ArticleFields();
        var file = root.At("teiHeader", "fileDesc");
        var full = file?.At("sourceDesc", "biblFull");
        var publication = full?.Child("publicationStmt") ?? file?.Child("publicationStmt");
        var titles = file?.Child("titleStmt");
        fields.Set("title", Line(titles?.Child("title")), "tei:title");
        StatedPeople.Set(fields, (titles?.Children("author") ?? []).Select(author => HtmlText.Line(HtmlText.Paragraphs(author))), "tei:author");
        var date = publication?.Child("date");
        fields.Set(MachineDate.Read(date?.Attribute("when") ?? Line(date)), "tei:date");
        fields.Set("source", Line(publication?.Child("publisher")), "tei:publisher");
        fields.Set("url", publication?.Child("ptr")?.Attribute("target"), "tei:ptr");
        fields.Set("language", LanguageCode.Of(root.At("teiHeader", "profileDesc", "langUsage", "language")?.Attribute("ident") ?? root.Attribute("xml:lang")), "tei:language");
        var entry = body.Children("div").FirstOrDefault(part => part.Attribute("type") == "entry") ?? body;
        fields.Set("body", Text(entry, fields.Get("title")), "tei:body");
        return fields;
    }

    /// <summary>A paragraph for each element; readers' comments stand in a part of their own.</summary>
    private static string Text(Element parent, string? title)
    {
        var paragraphs = new List<string>();
        Collect(parent, paragraphs, 0);
        if (paragraphs.Count > 1 && paragraphs[0] == title)
        {
            paragraphs.RemoveAt(0);
        }

        return string.Join("\n\n", paragraphs);
    }

    private static void Collect(Element parent, List<string> paragraphs, int depth)
    {
        foreach (var child in parent.Elements)
        {
            if (child.Is("graphic") || child.Attribute("type") == "comments")
            {
                continue;
            }

            if (depth < 8 && (child.Is("list") || child.Is("div") || (child.Is("quote") && child.HasElements)))
            {
                Collect(child, paragraphs, depth + 1);
            }
            else if (HtmlText.Paragraphs(child) is { Length: > 0 } text)
            {
                paragraphs.Add(text);
            }
        }
    }

    private static string? Line(Element? element) => element is null ? null : HtmlText.Line(HtmlText.Paragraphs(element));
}
