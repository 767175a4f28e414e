using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Ingest.Evaluation.Agency;

/// <summary>
/// The words that stand in the content of an agency's file, paragraph by paragraph, found without the parser's own rules.
/// </summary>
internal static partial class ContentWords
{
    private static readonly HashSet<string> Blocks = new(StringComparer.OrdinalIgnoreCase)
    {
        "p", "div", "br", "hr", "li", "ul", "ol", "dl", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "hl1", "hl2", "tr", "td", "th", "table", "caption", "blockquote", "pre", "section", "article", "header", "footer", "figure", "figcaption",
        "block", "bq", "credit", "media", "media-caption", "nitf-table", "fn", "note", "headline", "body.content", "body", "html",
    };

    private static readonly string[] Elements = ["body.content", "hl1", "headline", "HeadLine", "DataContent", "html"];

    /// <summary>All paragraphs that have words, in their order.</summary>
    public static List<string[]> Of(string text) => text.TrimStart('\uFEFF', ' ', '\n', '\r') is ['{' or '[', ..] ? OfJson(text) : OfXml(text);

    /// <summary>The words of a text.</summary>
    public static IEnumerable<string> Split(string text) => Word().Matches(text).Select(match => match.Value);

    private static List<string[]> OfXml(string text)
    {
        var root = XDocument.Parse(text, LoadOptions.PreserveWhitespace).Root!;
        root.DescendantsAndSelf().Where(element => element.Name.LocalName is "style" or "script" or "head").ToList().ForEach(element => element.Remove());
        return [.. root.DescendantsAndSelf()
            .Where(element => Elements.Contains(element.Name.LocalName) && !element.Ancestors().Any(outer => Elements.Contains(outer.Name.LocalName)) && !IsStyle(element) && !IsOfMedia(element))
            .SelectMany(Paragraphs)];
    }

    /// <summary>The words between the borders of blocks; text that is markup itself has its own.</summary>
    private static List<string[]> Paragraphs(XElement element)
    {
        var text = new StringBuilder();
        Append(element, text);
        return OfMarkup(text.ToString());
    }

    private static void Append(XElement element, StringBuilder text)
    {
        var block = Blocks.Contains(element.Name.LocalName);
        text.Append(block ? "\n\n" : "");
        foreach (var node in element.Nodes())
        {
            if (node is XText characters)
            {
                text.Append(characters.Value);
            }
            else if (node is XElement inner)
            {
                Append(inner, text);
            }
        }

        text.Append(block ? "\n\n" : "");
    }

    private static List<string[]> OfMarkup(string text)
    {
        // Tags of blocks part paragraphs, others part nothing.
        var parted = Tag().Replace(text, match => Blocks.Contains(match.Groups[1].Value) ? "\n\n" : "");
        return [.. Break().Split(System.Net.WebUtility.HtmlDecode(parted)).Select(paragraph => Split(paragraph).ToArray()).Where(words => words.Length > 0)];
    }

    private static bool IsStyle(XElement element) => element.Parent?.Elements().Any(sibling => sibling.Attribute("FormalName")?.Value == "text/css") == true;

    /// <summary>The headline of a picture or film is its caption and none of the text's.</summary>
    private static bool IsOfMedia(XElement element) => element.Name.LocalName == "HeadLine" && element.Parent?.Parent is { } component && !component.Descendants().Any(inner => inner.Name.LocalName == "DataContent");

    private static List<string[]> OfJson(string text)
    {
        var words = new List<string[]>();
        using var document = JsonDocument.Parse(text);
        foreach (var item in document.RootElement.ValueKind == JsonValueKind.Array ? document.RootElement.EnumerateArray().ToList() : [document.RootElement])
        {
            foreach (var property in item.EnumerateObject().Where(property => property.Name.StartsWith("headline", StringComparison.Ordinal) || property.Name.StartsWith("bod", StringComparison.Ordinal)))
            {
                // The same text in several formats is one text: the longest version counts, and one in a sender's own XML, with the data of its desk, only where there is no other.
                var values = property.Value.ValueKind == JsonValueKind.Array
                    ? property.Value.EnumerateArray().Select(value => value.TryGetProperty("value", out var inner) ? inner.GetString() : null)
                        .OrderBy(value => IsOwnXml(value)).ThenByDescending(value => value?.Length).Take(1)
                    : [property.Value.ValueKind == JsonValueKind.String ? property.Value.GetString() : null];
                words.AddRange(values.OfType<string>().SelectMany(value => OfMarkup(Head().Replace(value, " "))));
            }
        }

        return words;
    }

    private static bool IsOwnXml(string? value) => value is ['<', var first, ..] && char.IsUpper(first);

    [GeneratedRegex(@"\w+", RegexOptions.None, 1000)]
    private static partial Regex Word();

    [GeneratedRegex("<[/!?]?([a-zA-Z][a-zA-Z0-9.:-]*)[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\n\s*\n", RegexOptions.None, 1000)]
    private static partial Regex Break();

    [GeneratedRegex("<head>.*?</head>|<style.*?</style>", RegexOptions.Singleline | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Head();
}
