using System.Net;

namespace Ingest.Parser.Xml;

/// <summary>Reads the attributes of a tag: quoted with either quote, or not at all, or without a value.</summary>
internal static class MarkupAttributes
{
    private const int Most = 256;

    public static void Read(ReadOnlySpan<char> content, List<KeyValuePair<string, string>> into)
    {
        var at = 0;
        while (at < content.Length && into.Count < Most)
        {
            if (char.IsWhiteSpace(content[at]) || content[at] is '/' or '"' or '\'' or '=')
            {
                at++;
                continue;
            }

            var start = at;
            while (at < content.Length && !char.IsWhiteSpace(content[at]) && content[at] != '=')
            {
                at++;
            }

            var name = content[start..at].ToString();
            var value = Value(content, ref at);
            into.Add(KeyValuePair.Create(name, WebUtility.HtmlDecode(value)));
        }
    }

    private static string Value(ReadOnlySpan<char> content, ref int at)
    {
        var next = Spaces(content, at);
        if (next >= content.Length || content[next] != '=')
        {
            return "";
        }

        at = Spaces(content, next + 1);
        if (at >= content.Length)
        {
            return "";
        }

        var quote = content[at];
        var start = quote is '"' or '\'' ? at + 1 : at;
        var length = quote is '"' or '\'' ? content[start..].IndexOf(quote) : content[start..].IndexOfAny(" \t\r\n");
        length = length < 0 ? content.Length - start : length;
        at = Math.Min(content.Length, start + length + 1);
        return content.Slice(start, length).ToString();
    }

    private static int Spaces(ReadOnlySpan<char> content, int at)
    {
        while (at < content.Length && char.IsWhiteSpace(content[at]))
        {
            at++;
        }

        return at;
    }
}
