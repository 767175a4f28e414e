using System.Text;
using Ingest.Parser.Xml;

namespace Ingest.Parser.Feeds;

/// <summary>Reads the text constructs of feeds, whatever their type: plain, HTML that was escaped, XHTML, Base64.</summary>
internal static class FeedText
{
    /// <summary>One line: a title, a name.</summary>
    public static string Line(Element element) => element.HasElements
        ? HtmlText.Line(HtmlText.Paragraphs(element))
        : HtmlText.Line(Unpacked(element));

    /// <summary>Paragraphs.</summary>
    public static string Paragraphs(Element element)
    {
        if (element.HasElements)
        {
            // Some wrap escaped HTML in a tag.
            var text = HtmlText.Paragraphs(element);
            return text.Contains("</", StringComparison.Ordinal) && HtmlText.LooksLikeHtml(text) ? HtmlText.Paragraphs(text) : text;
        }

        var type = Type(element);
        var inside = Unpacked(element);
        return type switch
        {
            "html" or "text/html" or "application/xhtml+xml" or "xhtml" => HtmlText.Paragraphs(inside),
            // A picture or a sound as content is no text.
            _ when IsMedia(type) => "",
            _ => HtmlText.ParagraphsOfAny(inside),
        };
    }

    private static string Unpacked(Element element)
    {
        var text = element.Text;
        var packed = string.Equals(element.Attribute("mode"), "base64", StringComparison.OrdinalIgnoreCase) || IsPacked(Type(element));
        var trimmed = text.Trim();
        var bytes = new byte[packed ? (trimmed.Length * 3 / 4) + 4 : 0];
        return packed && Convert.TryFromBase64String(trimmed, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : text;
    }

    private static bool IsPacked(string type) =>
        type.Contains('/', StringComparison.Ordinal) && !type.StartsWith("text/", StringComparison.Ordinal) && !type.EndsWith("xml", StringComparison.Ordinal) && !IsMedia(type);

    private static bool IsMedia(string type) =>
        type.StartsWith("image/", StringComparison.Ordinal) || type.StartsWith("audio/", StringComparison.Ordinal) || type.StartsWith("video/", StringComparison.Ordinal);

    private static string Type(Element element)
    {
        var type = (element.Attribute("type") ?? "").Trim().ToLowerInvariant();
        var parameters = type.IndexOf(';', StringComparison.Ordinal);
        return parameters < 0 ? type : type[..parameters].TrimEnd();
    }
}
