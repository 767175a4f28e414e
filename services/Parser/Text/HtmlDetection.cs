namespace Ingest.Parser.Text;

/// <summary>Tells a page of HTML by its first element, behind whatever comments, declarations and instructions precede it.</summary>
internal static class HtmlDetection
{
    /// <summary>Where the first element must have begun: licence texts in comments are long.</summary>
    private const int Farthest = 65_536;

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

    private static bool Element(ReadOnlySpan<char> text, string name) =>
        text.Length > name.Length + 1 && text[0] == '<' && text[1..].StartsWith(name, StringComparison.OrdinalIgnoreCase) &&
        text[name.Length + 1] is '>' or ' ' or '\t' or '\r' or '\n' or '/';

    private static bool Begins(ReadOnlySpan<char> text, string with) => text.StartsWith(with, StringComparison.OrdinalIgnoreCase);
}
