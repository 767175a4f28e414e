using Ingest.Parser.Articles;

namespace Ingest.Parser.Exports.Nexis;

/// <summary>
/// Reads a document of the old exports: publication and date centred, headline, labels in capitals up to the length, the text, more labels.
/// </summary>
internal static class NexisPrint
{
    private const int Centred = 8;
    private const int MostHeaderBlocks = 24;
    private const int MostAboveDate = 6;

    public static ArticleFields Read(ExportText text, int from, int to)
    {
        var blocks = text.Blocks(from, to);
        var draft = new NexisDraft();
        var dated = blocks.FindIndex(0, Math.Min(MostAboveDate, blocks.Count), block => DateIn(text, block) >= 0);
        var labels = blocks.FindIndex(Math.Max(dated, 0), block => Label(text, block, out _) != NexisField.None);
        var header = labels < 0 ? blocks.Count : labels;
        ReadHeader(text, blocks[..header], draft);
        var (body, start) = labels < 0 ? (blocks.Count, -1) : ReadLabels(text, blocks, labels, draft);
        var end = ReadTail(text, blocks, body, draft);
        return draft.Finish(body < end ? text.Body(start >= 0 ? LineOf(text, start) : blocks[body].From, blocks[end - 1].To, start) : "");
    }

    /// <summary>Publication, date, edition and headline.</summary>
    private static void ReadHeader(ExportText text, List<ExportText.Block> blocks, NexisDraft draft)
    {
        blocks = blocks.FindAll(block => !Rights.Is(text[block.From]) && !NexisMarks.IsNothing(text[block.From]) && Label(text, block, out _) == NexisField.None);
        var dated = blocks.FindIndex(block => DateIn(text, block) >= 0);
        dated = dated >= 0 ? dated : blocks.FindIndex(block => MonthIn(text, block) >= 0);
        var titles = blocks;
        if (dated >= 0)
        {
            var at = Math.Max(DateIn(text, blocks[dated]), MonthIn(text, blocks[dated]));
            draft.Date = ExportDate.OfLine(text[at]) ?? ExportDate.MonthOfLine(text[at]);
            draft.Fields.Set("source", at > blocks[dated].From ? text.Join(blocks[dated].From, at) : dated > 0 ? text.Join(blocks[dated - 1].From, blocks[dated - 1].To) : null, "nexis:publication");
            titles = blocks[(dated + 1)..];
        }
        else if (blocks.Count > 1)
        {
            draft.Fields.Set("source", text.Join(blocks[0].From, blocks[0].To), "nexis:publication");
            titles = blocks[1..];
        }

        foreach (var block in titles)
        {
            var joined = text.Join(block.From, block.To);
            if (text.Lines[block.From].Indent >= Centred || (titles.Count > 1 && ExportDate.IsEdition(joined) && draft.Fields.Get("title") is null))
            {
                continue;
            }

            if (!draft.Fields.Set("title", joined, "nexis:headline"))
            {
                draft.Leads.Add(joined);
            }
        }
    }

    private static int DateIn(ExportText text, ExportText.Block block) => LineIn(text, block, line => ExportDate.OfLine(line) is not null);

    /// <summary>Magazines: a centred "March 2025".</summary>
    private static int MonthIn(ExportText text, ExportText.Block block) => LineIn(text, block, line => ExportDate.MonthOfLine(line) is not null);

    private static int LineIn(ExportText text, ExportText.Block block, Func<ReadOnlySpan<char>, bool> isWanted)
    {
        for (var i = block.From; i < block.To && i < block.From + 4; i++)
        {
            if (isWanted(text[i]))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The labels above the text; where the text begins: its block, and its character when that is within a line.</summary>
    private static (int Block, int Start) ReadLabels(ExportText text, List<ExportText.Block> blocks, int at, NexisDraft draft)
    {
        var length = blocks.FindIndex(at, Math.Min(MostHeaderBlocks, blocks.Count - at), block => Label(text, block, out _) == NexisField.Length);
        for (; at < blocks.Count; at++)
        {
            var block = blocks[at];
            var field = Label(text, block, out var start);
            if (field == NexisField.Body)
            {
                return start < text.Lines[block.From].Start + text.Lines[block.From].Length ? (at, start)
                    : block.To > block.From + 1 ? (at, text.Lines[block.From + 1].Start) : (at + 1, -1);
            }

            if (field == NexisField.None)
            {
                // Before the length even what is no known label belongs to the header.
                if (at > length)
                {
                    return (at, -1);
                }

                continue;
            }

            if (field == NexisField.Length)
            {
                draft.Take(field, "");
                if (block.To > block.From + 1)
                {
                    return (at, text.Lines[block.From + 1].Start);
                }

                continue;
            }

            if (field >= NexisField.Language && at > length && length >= 0)
            {
                return (at, -1);
            }

            TakeBlock(text, block, draft);
        }

        return (at, -1);
    }

    /// <summary>The labels behind the text; the block one past its last.</summary>
    private static int ReadTail(ExportText text, List<ExportText.Block> blocks, int body, NexisDraft draft)
    {
        var end = blocks.Count;
        for (var i = body; i < blocks.Count; i++)
        {
            var field = Label(text, blocks[i], out _);
            if (field >= NexisField.Language || (i >= end && field != NexisField.None))
            {
                end = Math.Min(end, i);
                TakeBlock(text, blocks[i], draft);
            }
        }

        while (end > body && Rights.Is(text[blocks[end - 1].From]))
        {
            end--;
        }

        return end;
    }

    /// <summary>A block holds one label with its value over several lines, or a label on each line.</summary>
    private static void TakeBlock(ExportText text, ExportText.Block block, NexisDraft draft)
    {
        for (var i = block.From; i < block.To;)
        {
            var field = NexisLabel.Read(text[i], shouted: true, out var value);
            var start = text.Lines[i].Start + text.Lines[i].Length - value.Length;
            var next = i + 1;
            while (next < block.To && NexisLabel.Read(text[next], shouted: true, out _) == NexisField.None)
            {
                next++;
            }

            draft.Take(field, text.Join(i, next, start));
            i = next;
        }
    }

    private static NexisField Label(ExportText text, ExportText.Block block, out int start)
    {
        var field = NexisLabel.Read(text[block.From], shouted: true, out var value);
        start = text.Lines[block.From].Start + text.Lines[block.From].Length - value.Length;
        return field;
    }

    private static int LineOf(ExportText text, int start)
    {
        var (low, high) = (0, text.Lines.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = text.Lines[middle].Start <= start ? (middle, high) : (low, middle - 1);
        }

        return low;
    }
}
