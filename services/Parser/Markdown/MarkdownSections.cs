namespace Ingest.Parser.Markdown;

/// <summary>Parts a text at its headings of the first level, of which an article has one.</summary>
internal static class MarkdownSections
{
    /// <summary>The parts, each from its heading on; none unless there are several and nothing stands before the first.</summary>
    public static List<string> Of(string text)
    {
        var starts = new List<int>();
        var (at, fenced) = (0, false);
        foreach (var raw in text.AsSpan().EnumerateLines())
        {
            fenced ^= raw.StartsWith("```") || raw.StartsWith("~~~");
            if (!fenced && raw is ['#', ' ', ..] && MarkdownStructure.IsHeading(raw.TrimEnd()))
            {
                starts.Add(at);
            }

            at += raw.Length;
            at += at + 1 < text.Length && text[at] == '\r' && text[at + 1] == '\n' ? 2 : 1;
        }

        return starts.Count > 1 && text.AsSpan(0, starts[0]).IsWhiteSpace()
            ? [.. starts.Select((start, i) => text[start..(i + 1 < starts.Count ? starts[i + 1] : text.Length)])]
            : [];
    }
}
