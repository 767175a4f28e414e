using System.Collections.Frozen;

namespace Ingest.Parser.Html.Tree;

/// <summary>Elements by what they mean for a reader.</summary>
internal static class TagSets
{
    /// <summary>Never text of an article, and not worth keeping in the tree.</summary>
    public static readonly FrozenSet<string> Invisible = Of(
        "script", "style", "template", "iframe", "frame", "frameset", "object", "embed", "applet", "svg", "annotation", "annotation-xml", "canvas", "video", "audio", "map", "head", "title",
        "link", "meta", "base", "input", "select", "option", "optgroup", "datalist", "textarea", "button", "progress", "meter", "dialog", "param", "source", "track", "area", "rp", "rt");

    /// <summary>Begin and end a block of text.</summary>
    public static readonly FrozenSet<string> Blocks = Of(
        "html", "body", "div", "p", "section", "article", "main", "header", "footer", "aside", "nav", "form", "fieldset", "figure", "figcaption", "blockquote", "pre", "ul", "ol", "li", "dl",
        "dt", "dd", "table", "caption", "thead", "tbody", "tfoot", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "address", "details", "summary", "center", "menu", "hgroup", "legend",
        "td", "th", "search", "dir", "listing", "xmp", "plaintext", "amp-sidebar", "noindex", "noscript");

    /// <summary>Parts of a page beside the article.</summary>
    public static readonly FrozenSet<string> Beside = Of("nav", "footer", "aside", "menu", "search", "amp-sidebar", "legend");

    public static readonly FrozenSet<string> Headings = Of("h1", "h2", "h3", "h4", "h5", "h6");

    private static FrozenSet<string> Of(params string[] names) => names.ToFrozenSet(StringComparer.Ordinal);
}
