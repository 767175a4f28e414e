using System.Collections.Frozen;

namespace Ingest.Parser.Text;

/// <summary>Tells a page of HTML by its first element, behind whatever comments, declarations and instructions precede it.</summary>
internal static class HtmlDetection
{
    /// <summary>Where the first element must have begun: licence texts in comments are long.</summary>
    private const int Farthest = 65_536;

    /// <summary>What a piece of a page may begin with. Names that formats of XML use for their roots are not among them.</summary>
    private static readonly FrozenSet<string> Fragments = new[]
    {
        "br", "hr", "style", "noscript", "iframe", "form", "span", "a", "b", "i", "u", "strong", "em", "font", "small", "big", "img", "input", "section", "main", "aside", "nav", "figure", "blockquote", "pre",
        "ul", "ol", "dl", "h2", "h3", "h4", "h5", "h6", "address", "button", "label", "base", "template", "svg", "picture",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <param name="start">The text from its first character that is no white space.</param>
    public static bool IsPage(ReadOnlySpan<char> start)
    {
        var rest = start[..Math.Min(start.Length, Farthest)];
        while (rest is ['<', '!' or '?', ..])
        {
            if (Begins(rest, "<!doctype html") || Begins(rest, "<!--[if"))
            {
                return true;
            }

            var comment = Begins(rest, "<!--");
            var end = comment ? rest.IndexOf("-->", StringComparison.Ordinal) : rest.IndexOf('>');
            if (end < 0)
            {
                return false;
            }

            rest = rest[(end + (comment ? 3 : 1))..].TrimStart();
        }

        return Element(rest, "html") || Element(rest, "head") || Element(rest, "body") || Element(rest, "meta") || Element(rest, "title") || Element(rest, "script") ||
            Element(rest, "link") || Element(rest, "div") || Element(rest, "article") || Element(rest, "center") || Element(rest, "table") || Element(rest, "h1") || Element(rest, "p");
    }

    /// <summary>Whether a page begins somewhere in a text: behind a program's warnings, or behind stray tags.</summary>
    public static bool IsBehind(ReadOnlySpan<char> text) =>
        text.Contains("<!doctype html", StringComparison.OrdinalIgnoreCase) ||
        (text.Contains("<html", StringComparison.OrdinalIgnoreCase) && (text.Contains("<head", StringComparison.OrdinalIgnoreCase) || text.Contains("<body", StringComparison.OrdinalIgnoreCase)));

    /// <summary>Whether a document of tags that no reader of XML knows is a page: by its root, or by a page that begins behind it.</summary>
    /// <param name="root">The local name of its first element.</param>
    /// <param name="text">The document.</param>
    public static bool IsPage(string root, ReadOnlySpan<char> text) => Fragments.Contains(root) || IsBehind(text[..Math.Min(text.Length, Farthest)]);

    private static bool Element(ReadOnlySpan<char> text, string name) =>
        text.Length > name.Length + 1 && text[0] == '<' && text[1..].StartsWith(name, StringComparison.OrdinalIgnoreCase) &&
        text[name.Length + 1] is '>' or ' ' or '\t' or '\r' or '\n' or '/';

    private static bool Begins(ReadOnlySpan<char> text, string with) => text.StartsWith(with, StringComparison.OrdinalIgnoreCase);
}
