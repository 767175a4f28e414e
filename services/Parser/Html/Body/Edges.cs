namespace Ingest.Parser.Html.Body;

/// <summary>Takes off what stands between headline and text, and after the last paragraph.</summary>
internal static class Edges
{
    public static void Trim(List<TextBlock> blocks, string? title)
    {
        blocks.RemoveAll(block => block.LinkShare > 0.8 && block.Kind != BlockKind.Heading && block.Text.Length < 200 && !Prose.EndsSentence(block.Text) && !InSentence(block));
        while (blocks.Count > 1 && blocks[^1] is { IsProse: false } last && (last.Kind == BlockKind.Heading || last.LinkShare > 0.5))
        {
            blocks.RemoveAt(blocks.Count - 1);
        }

        if (title is { Length: > 0 })
        {
            var at = blocks.FindIndex(0, Math.Min(blocks.Count, 6), block => block.Text.Equals(title, StringComparison.OrdinalIgnoreCase));
            if (at >= 0)
            {
                blocks.RemoveRange(0, at + 1);
            }
            else if (blocks.Count > 1 && blocks[0].Node.Name == "h1")
            {
                blocks.RemoveAt(0);
            }
        }
    }

    private static bool InSentence(TextBlock block) => block.Kind is BlockKind.Cell;
}
