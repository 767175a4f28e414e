using System.Net;
using System.Text;

namespace Ingest.Parser.Html.Metadata;

/// <summary>Cleans values that content systems escape once more than needed.</summary>
internal static class PlainValue
{
    private const int Longest = 1_000;

    /// <summary>Entities read, tags out, white space collapsed.</summary>
    public static string Of(string value)
    {
        var text = Decoded(value);
        return text.Length > Longest ? text.Trim() : string.Join(' ', WithoutTags(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>Entities read.</summary>
    public static string Decoded(string value) => value.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(value) : value;

    /// <summary>Without tags; those of paragraphs and breaks become line breaks.</summary>
    public static string WithoutTags(string text)
    {
        if (!text.Contains('<', StringComparison.Ordinal))
        {
            return text;
        }

        var plain = new StringBuilder(text.Length);
        var from = 0;
        for (var open = text.IndexOf('<', StringComparison.Ordinal); open >= 0 && open + 1 < text.Length; open = text.IndexOf('<', open + 1))
        {
            if (!(char.IsAsciiLetter(text[open + 1]) || text[open + 1] == '/'))
            {
                continue;
            }

            var close = text.IndexOf('>', open);
            if (close < 0)
            {
                break;
            }

            plain.Append(text, from, open - from);
            plain.Append(text[open + 1] is 'p' or 'P' or 'b' or 'B' && text[open + 2] is 'r' or 'R' or '>' || text.AsSpan(open).StartsWith("</p", StringComparison.OrdinalIgnoreCase) ? "\n" : "");
            from = close + 1;
            open = close;
        }

        return plain.Append(text, from, text.Length - from).ToString();
    }
}
