using Ingest.Parser.Html.Metadata;
using Ingest.Parser.Html.Tree;

namespace Ingest.Parser.Html.Body;

/// <summary>Takes out what stands between headline and text, between paragraphs, and after the last one, line by line.</summary>
internal static class Edges
{
    /// <summary>A section that begins here and holds less than this share of the prose is not the article any more.</summary>
    private const double MostRest = 0.25;

    /// <summary>The next piece of a newsletter is not less.</summary>
    private const double LeastOfPiece = 0.1;

    /// <summary>A text of this length that comes again is there once for wide and once for narrow screens.</summary>
    private const int LeastRepeated = 1_500;

    public static void Trim(List<TextBlock> blocks, string? title)
    {
        TrimRepeated(blocks);
        TrimTitle(blocks, title);
        TrimSections(blocks);
        // Some pages are pictures with their captions.
        var hasText = blocks.Exists(block => block is { IsProse: true, Text.Length: > 150 });
        blocks.RemoveAll(block => block.Kind == BlockKind.Caption || Labels.IsNotice(block) || (hasText && Labels.IsCredit(block)) || Labels.PointsElsewhere(block) || IsLink(block));
        TrimHead(blocks);
        while (blocks.Count > 1 && blocks[^1] is { IsProse: false } last && (last.Kind == BlockKind.Heading || last.LinkShare > 0.5 || VisibleLine.IsAbout(last.Text)))
        {
            blocks.RemoveAt(blocks.Count - 1);
        }
    }

    private static void TrimRepeated(List<TextBlock> blocks)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var again = new bool[blocks.Count];
        for (var i = 0; i < blocks.Count; i++)
        {
            again[i] = !seen.Add(blocks[i].Text);
        }

        for (var end = blocks.Count; end > 0;)
        {
            if (!again[end - 1])
            {
                end--;
                continue;
            }

            int start = end, length = 0;
            var different = new HashSet<string>(StringComparer.Ordinal);
            while (start > 0 && again[start - 1])
            {
                length += blocks[--start].Text.Length;
                different.Add(blocks[start].Text);
            }

            if (length >= LeastRepeated && different.Count > 2)
            {
                blocks.RemoveRange(start, end - start);
            }

            end = start;
        }
    }

    private static bool IsLink(TextBlock block) =>
        block.LinkShare > 0.8 && block.Kind is not (BlockKind.Heading or BlockKind.Cell) && block.Text.Length < 200 && !Prose.EndsSentence(block.Text) && !IsItemAmongText(block);

    /// <summary>An item of a list that is text for the most part.</summary>
    private static bool IsItemAmongText(TextBlock block) =>
        block.Kind == BlockKind.ListItem && List(block.Node) is { TextLength: > 300 } list && list.LinkLength * 2 < list.TextLength;

    private static PageNode? List(PageNode node)
    {
        var at = node;
        for (var step = 0; step < 4 && at is not null && at.Name is not ("ul" or "ol"); step++)
        {
            at = at.Parent;
        }

        return at is { Name: "ul" or "ol" } ? at : null;
    }

    /// <summary>The headline is a field of its own, and what stands above it is not the text.</summary>
    private static void TrimTitle(List<TextBlock> blocks, string? title)
    {
        if (title is not { Length: > 0 })
        {
            return;
        }

        var at = blocks.FindIndex(0, Math.Min(blocks.Count, 8), block => block.Text.Equals(title, StringComparison.OrdinalIgnoreCase));
        if (at >= 0 && !blocks.Take(at).Any(block => block.IsProse && block.Text.Length > 200))
        {
            blocks.RemoveRange(0, at + 1);
        }
        // A heading that says something else is part of the text.
        else if (blocks.Count > 1 && blocks[0].Node.Name == "h1" && Wording.IsAlike(blocks[0].Text, title))
        {
            blocks.RemoveAt(0);
        }
    }

    private static void TrimSections(List<TextBlock> blocks)
    {
        var prose = blocks.Sum(Length);
        double before = 0;
        for (var i = 0; i < blocks.Count; i++)
        {
            if (!Labels.OpensSection(blocks[i]))
            {
                before += Length(blocks[i]);
                continue;
            }

            // A line that is a link leads to what it names, and the text may go on: the next piece of a newsletter.
            var leads = blocks[i] is { Kind: not BlockKind.Heading, LinkShare: > 0.8 } && i + 1 < blocks.Count && blocks[i + 1].Kind == BlockKind.Heading && prose - before > prose * LeastOfPiece;
            if (!leads && before > prose * (1 - MostRest))
            {
                blocks.RemoveRange(i, blocks.Count - i);
                return;
            }

            // In the middle of the text it is a box: up to the next paragraph.
            var end = i + 1;
            while (end < blocks.Count && end < i + 12 && !blocks[end].IsProse && blocks[end].LinkShare > 0.5)
            {
                end++;
            }

            blocks.RemoveRange(i, end - i);
            i--;
        }
    }

    private static void TrimHead(List<TextBlock> blocks)
    {
        for (var i = 0; i < blocks.Count && i < 10 && !(blocks[i].IsProse && blocks[i].Text.Length > 80);)
        {
            if (blocks[i].Kind is not BlockKind.Heading && (VisibleLine.IsAbout(blocks[i].Text) || (blocks[i].LinkShare > 0.5 && !IsItemAmongText(blocks[i]))))
            {
                blocks.RemoveAt(i);
            }
            else
            {
                i++;
            }
        }
    }

    private static double Length(TextBlock block) => block.IsProse ? block.Text.Length : 0;
}
