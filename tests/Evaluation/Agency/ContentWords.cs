using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Ingest.Evaluation.Agency;

/// <summary>The words that stand in the content of an agency's file, found without the parser's own rules.</summary>
internal static partial class ContentWords
{
    private static readonly string[] Elements = ["body.content", "hl1", "headline", "HeadLine", "DataContent", "html"];

    /// <summary>All of them, in their order.</summary>
    public static List<string> Of(string text) => text.TrimStart('\uFEFF', ' ', '\n', '\r') is ['{' or '[', ..] ? OfJson(text) : OfXml(text);

    /// <summary>The words of a text.</summary>
    public static IEnumerable<string> Split(string text) => Word().Matches(Tag().Replace(text, " ")).Select(match => match.Value);

    private static List<string> OfXml(string text)
    {
        var root = XDocument.Parse(text).Root!;
        root.DescendantsAndSelf().Where(element => element.Name.LocalName is "style" or "script" or "head").ToList().ForEach(element => element.Remove());
        return [.. root.DescendantsAndSelf()
            .Where(element => Elements.Contains(element.Name.LocalName) && !element.Ancestors().Any(outer => Elements.Contains(outer.Name.LocalName)) && !IsStyle(element) && !IsOfMedia(element))
            .SelectMany(element => element.DescendantNodes().OfType<XText>()).SelectMany(node => Split(System.Net.WebUtility.HtmlDecode(node.Value)))];
    }

    private static bool IsStyle(XElement element) => element.Parent?.Elements().Any(sibling => sibling.Attribute("FormalName")?.Value == "text/css") == true;

    /// <summary>The headline of a picture or film is its caption and none of the text's.</summary>
    private static bool IsOfMedia(XElement element) => element.Name.LocalName == "HeadLine" && element.Parent?.Parent is { } component && !component.Descendants().Any(inner => inner.Name.LocalName == "DataContent");

    private static List<string> OfJson(string text)
    {
        var words = new List<string>();
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
                words.AddRange(values.OfType<string>().SelectMany(value => Split(System.Net.WebUtility.HtmlDecode(Head().Replace(value, " ")))));
            }
        }

        return words;
    }

    private static bool IsOwnXml(string? value) => value is ['<', var first, ..] && char.IsUpper(first);

    [GeneratedRegex(@"\w+", RegexOptions.None, 1000)]
    private static partial Regex Word();

    [GeneratedRegex("<[a-zA-Z/!?][^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Tag();

    [GeneratedRegex("<head>.*?</head>|<style.*?</style>", RegexOptions.Singleline | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Head();
}
