using System.Net;

namespace Ingest.Parser.Xml;

/// <summary>Reduces HTML, XHTML and marked-up text to paragraphs.</summary>
internal static class HtmlText
{
    private static readonly string[] Dropped = ["script", "style", "head", "iframe", "svg", "template", "noscript", "object"];

    // A tag of HTML, not merely a '<': a headline may speak of "<IBM.N>" or of "a < b".
    private static readonly string[] Telling =
    [
        "a", "abbr", "b", "strong", "i", "em", "u", "p", "div", "span", "br", "img", "h1", "h2", "h3", "h4", "ul", "ol", "li", "blockquote", "table", "td", "sup", "sub", "font", "code",
        "pre", "small", "big", "cite", "q", "s", "strike", "del", "ins", "tt", "center", "hr", "script", "style", "iframe", "figure", "section", "article", "dl", "dd", "dt", "tr", "th", "video", "audio", "object", "embed", "html", "body",
    ];

    /// <summary>Paragraphs of HTML.</summary>
    public static string Paragraphs(string html)
    {
        var scanner = new MarkupScanner(html);
        var builder = new ParagraphBuilder();
        while (scanner.Next())
        {
            switch (scanner.Kind)
            {
                case MarkupKind.Text:
                    builder.Text(WebUtility.HtmlDecode(scanner.Content.ToString()));
                    break;
                case MarkupKind.Literal:
                    builder.Text(scanner.Content);
                    break;
                case MarkupKind.StartTag:
                    builder.Tag(scanner.Name);
                    if (!scanner.SelfClosing && DroppedName(scanner.Name) is { } name)
                    {
                        scanner.SkipPast(name);
                    }

                    break;
                case MarkupKind.EndTag:
                    builder.Tag(scanner.Name);
                    break;
            }
        }

        return builder.ToString();
    }

    /// <summary>Paragraphs of an element's content.</summary>
    public static string Paragraphs(Element element)
    {
        var builder = new ParagraphBuilder();
        Append(element, builder);
        return builder.ToString();
    }

    /// <summary>Paragraphs of text that may be HTML or plain.</summary>
    public static string ParagraphsOfAny(string text) => LooksLikeHtml(text) ? Paragraphs(text) : PlainParagraphs(text);

    /// <summary>Paragraphs of plain text: separated by empty lines.</summary>
    public static string PlainParagraphs(string text)
    {
        var builder = new ParagraphBuilder();
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (line.IsWhiteSpace())
            {
                builder.Tag("p");
            }

            builder.Text(line);
            builder.Space();
        }

        return builder.ToString();
    }

    /// <summary>One line, as a title needs it.</summary>
    public static string Line(string text)
    {
        var plain = LooksLikeHtml(text) ? Paragraphs(text) : text;
        // What is left of a title that was escaped twice.
        plain = plain.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(plain) : plain;
        var builder = new ParagraphBuilder();
        builder.Text(plain);
        return builder.ToString();
    }

    /// <summary>Whether a text has tags or entities: those of HTML, or any that end or have attributes.</summary>
    public static bool LooksLikeHtml(string text)
    {
        if (text.Contains('&', StringComparison.Ordinal) && !string.Equals(WebUtility.HtmlDecode(text), text, StringComparison.Ordinal))
        {
            return true;
        }

        var scanner = new MarkupScanner(text);
        while (scanner.Next())
        {
            if ((scanner.Kind is MarkupKind.StartTag or MarkupKind.EndTag && (IsTelling(scanner.Name) || scanner.Kind == MarkupKind.EndTag || scanner.Content.Contains("=\"", StringComparison.Ordinal))) || scanner.Kind == MarkupKind.Literal)
            {
                return true;
            }
        }

        return false;
    }

    private static void Append(Element element, ParagraphBuilder builder)
    {
        foreach (var node in element.Nodes)
        {
            if (node is string text)
            {
                builder.Text(text);
            }
            else if (node is Element child && DroppedName(child.Local) is null)
            {
                builder.Tag(child.Local);
                Append(child, builder);
                // A break is one break, whether or not it has an end tag.
                if (!child.Is("br"))
                {
                    builder.Tag(child.Local);
                }
            }
        }
    }

    private static string? DroppedName(ReadOnlySpan<char> name)
    {
        foreach (var dropped in Dropped)
        {
            if (name.Equals(dropped, StringComparison.OrdinalIgnoreCase))
            {
                return dropped;
            }
        }

        return null;
    }

    private static bool IsTelling(ReadOnlySpan<char> name)
    {
        foreach (var telling in Telling)
        {
            if (name.Equals(telling, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
