using System.Collections.Frozen;
using System.Text;

namespace Ingest.Parser.Html;

/// <summary>
/// Leaves out drawings, and tags that nest too deep. The tree builder looks through all open elements at many a tag, so a page of nested tags
/// would take it the square of its length.
/// </summary>
internal static class Nesting
{
    /// <summary>Browsers go to 512; pages that people read stay far below this.</summary>
    private const int MaxDepth = 256;

    /// <summary>Elements without content, and those that their next sibling closes.</summary>
    private static readonly FrozenSet<string> Flat = new[]
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
        "p", "li", "dt", "dd", "option", "optgroup", "tr", "td", "th", "thead", "tbody", "tfoot", "colgroup", "rp", "rt", "rb", "html", "head", "body",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> FlatNames = Flat.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly string[] RawText = ["script", "style", "textarea", "title"];

    /// <summary>The same page, or the page without what is too deep.</summary>
    public static string Bound(string html)
    {
        StringBuilder? bounded = null;
        int depth = 0, kept = 0, drawn = 0;
        for (var at = html.IndexOf('<', StringComparison.Ordinal); at >= 0 && at + 1 < html.Length; at = Next(html, at))
        {
            var closing = html[at + 1] == '/';
            var name = Name(html.AsSpan(at + (closing ? 2 : 1)));
            if (name.IsEmpty)
            {
                if (html.AsSpan(at).StartsWith("<!--", StringComparison.Ordinal) && html.IndexOf("-->", at + 2, StringComparison.Ordinal) is var end)
                {
                    if (end < 0)
                    {
                        break;
                    }

                    at = end;
                }

                continue;
            }

            if (!closing && IsRaw(name))
            {
                var end = html.IndexOf("</" + name.ToString(), at, StringComparison.OrdinalIgnoreCase);
                if (end < 0)
                {
                    break;
                }

                at = end;
                continue;
            }

            if (!closing && drawn >= 0 && name.Equals("svg", StringComparison.OrdinalIgnoreCase) && (drawn = html.IndexOf("</svg>", at, StringComparison.OrdinalIgnoreCase)) >= 0)
            {
                // Drawings hold no text of an article, and many elements that close themselves.
                bounded ??= new StringBuilder(html.Length);
                bounded.Append(html, kept, at - kept);
                kept = drawn + "</svg>".Length;
                at = kept - 1;
                continue;
            }

            if (IsFlat(name))
            {
                continue;
            }

            depth = Math.Max(0, depth + (closing ? -1 : 1));
            if (depth > MaxDepth - (closing ? 1 : 0) && html.IndexOf('>', at) is var close and >= 0)
            {
                bounded ??= new StringBuilder(html.Length);
                bounded.Append(html, kept, at - kept);
                kept = close + 1;
                at = close;
            }
        }

        return bounded is null ? html : bounded.Append(html, kept, html.Length - kept).ToString();
    }

    private static int Next(string html, int at) => html.IndexOf('<', at + 1);

    /// <summary>Whether an element of this name nests nothing: it has no content, or its next sibling closes it.</summary>
    public static bool IsFlat(ReadOnlySpan<char> name) => FlatNames.Contains(name);

    /// <summary>The name that a tag begins with; empty when it is none.</summary>
    public static ReadOnlySpan<char> Name(ReadOnlySpan<char> tag)
    {
        var length = 0;
        while (length < tag.Length && length < 32 && (char.IsAsciiLetterOrDigit(tag[length]) || (length > 0 && tag[length] is '-' or ':')))
        {
            length++;
        }

        return length > 0 && char.IsAsciiLetter(tag[0]) ? tag[..length] : [];
    }

    private static bool IsRaw(ReadOnlySpan<char> name)
    {
        foreach (var raw in RawText)
        {
            if (name.Equals(raw, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
