namespace Ingest.Parser.Markdown;

/// <summary>
/// Whether a text without front matter is Markdown: a heading where an article has its headline, and links, images, emphasis or
/// further headings. A stray <c>#</c> or <c>*</c> makes none.
/// </summary>
internal static class MarkdownStructure
{
    private const int FarthestHeading = 6;
    private const int SampleLength = 200_000;

    public static bool Is(ReadOnlySpan<char> text)
    {
        text = text[..Math.Min(text.Length, SampleLength)];
        // Most texts have neither, which costs two vectorised searches.
        if (!text.Contains('#') && !text.Contains("](", StringComparison.Ordinal))
        {
            return false;
        }

        int headings = 0, marks = 0, links = 0, lines = 0, firstHeading = int.MaxValue;
        foreach (var raw in text.EnumerateLines())
        {
            var line = raw.TrimEnd();
            if (line.IsEmpty)
            {
                continue;
            }

            lines++;
            if (IsHeading(line))
            {
                headings++;
                firstHeading = Math.Min(firstHeading, lines);
            }

            links += Links(line);
            marks += Strong(line) + (line.StartsWith("```") || line.StartsWith("> ") ? 1 : 0);
        }

        return (firstHeading <= FarthestHeading && (headings >= 2 || marks + links > 0)) || links >= 3;
    }

    /// <summary>One to six number signs, a space, and words: <c># # #</c> ends a wire story, <c>#1</c> is a rank.</summary>
    public static bool IsHeading(ReadOnlySpan<char> line)
    {
        var level = line.IndexOfAnyExcept('#');
        return level is >= 1 and <= 6 && level + 2 < line.Length && line[level] == ' ' && line[(level + 1)..].TrimStart() is [var first, ..] &&
            (char.IsLetterOrDigit(first) || first is '"' or '“' or '„' or '«' or '[' or '*' or '¿' or '¡' or '\'' or '‘');
    }

    private static int Links(ReadOnlySpan<char> line)
    {
        var links = 0;
        for (var at = line.IndexOf("]("); at >= 0; at = line.IndexOf("]("))
        {
            var target = line[(at + 2)..];
            links += target.StartsWith("http", StringComparison.OrdinalIgnoreCase) || target is ['/' or '#' or '<' or '.', ..] ? 1 : 0;
            line = target;
        }

        return links;
    }

    private static int Strong(ReadOnlySpan<char> line) =>
        line.IndexOf("**") is var open and >= 0 && line[(open + 2)..] is [not (' ' or '*'), .. var rest] && rest.IndexOf("**") > 0 ? 1 : 0;
}
