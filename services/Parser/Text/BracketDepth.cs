using System.Buffers;
using Ingest.Parser.Html;

namespace Ingest.Parser.Text;

/// <summary>
/// Tells how deep the tags of a document, or the brackets of data, stand in each other. Readers keep their trees flat, but what is
/// nested a hundred thousand times was made to harm, and says nothing when it is flattened.
/// </summary>
internal static class BracketDepth
{
    private static readonly SearchValues<char> OfData = SearchValues.Create("{}[]\"");
    private static readonly SearchValues<char> OfString = SearchValues.Create("\"\\");

    /// <summary>Whether a text that begins with a tag or a bracket nests deeper than the limit.</summary>
    public static bool IsBeyond(string text, int limit) => text.AsSpan().TrimStart() switch
    {
        ['<', ..] => TagsAreBeyond(text, limit),
        ['{' or '[', .. var data] => DataIsBeyond(data, limit),
        _ => false,
    };

    private static bool TagsAreBeyond(ReadOnlySpan<char> text, int limit)
    {
        var depth = 0;
        // The end of a tag is looked for once: tags without one would each take the search to the end of the text.
        var close = -1;
        for (int at = text.IndexOf('<'), next; at >= 0 && at + 1 < text.Length; at = next < 0 ? -1 : at + next)
        {
            if (text[at + 1] == '!' && HiddenLength(text[at..]) is var hidden and > 0)
            {
                // What is quoted as data or commented out nests by itself.
                at += hidden;
                next = text[at..].IndexOf('<');
                continue;
            }

            var closing = text[at + 1] == '/';
            var name = Nesting.Name(text[(at + (closing ? 2 : 1))..]);
            if (!name.IsEmpty && !Nesting.IsFlat(name))
            {
                if (!closing && close < at)
                {
                    close = text[at..].IndexOf('>') is var end and >= 0 ? at + end : text.Length;
                }

                depth = closing ? Math.Max(0, depth - 1) : depth + (close < text.Length && text[close - 1] == '/' ? 0 : 1);
                if (depth > limit)
                {
                    return true;
                }
            }

            at++;
            next = text[at..].IndexOf('<');
        }

        return false;
    }

    /// <summary>The length of a comment or a CDATA section, to the end of the text when it has none; 0 for anything else.</summary>
    private static int HiddenLength(ReadOnlySpan<char> text)
    {
        var ending = text.StartsWith("<!--", StringComparison.Ordinal) ? "-->" : text.StartsWith("<![CDATA[", StringComparison.Ordinal) ? "]]>" : null;
        return ending is null ? 0 : text.IndexOf(ending, StringComparison.Ordinal) is var end and >= 0 ? end + ending.Length : text.Length;
    }

    private static bool DataIsBeyond(ReadOnlySpan<char> data, int limit)
    {
        var depth = 1;
        while (data.IndexOfAny(OfData) is var found and >= 0)
        {
            var bracket = data[found];
            data = data[(found + 1)..];
            if (bracket == '"')
            {
                while (data.IndexOfAny(OfString) is var end and >= 0)
                {
                    var escaped = data[end] == '\\';
                    data = data[Math.Min(data.Length, end + (escaped ? 2 : 1))..];
                    if (!escaped)
                    {
                        break;
                    }
                }
            }
            else if ((depth += bracket is '{' or '[' ? 1 : -1) > limit)
            {
                return true;
            }
        }

        return false;
    }
}
