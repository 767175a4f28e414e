namespace Ingest.Parser.Tables.Splitting;

/// <summary>The splitters there are.</summary>
internal static class RecordSplitters
{
    /// <param name="head">How it begins.</param>
    /// <param name="isHuge">Whether it cannot be read whole instead.</param>
    /// <param name="options">The limits.</param>
    /// <summary>The one for a file that begins so; null when it is no file of records, or in UTF-16 or UTF-32, which is read whole only.</summary>
    public static IRecordSplitter? Of(ReadOnlySpan<byte> head, bool isHuge, ParserOptions options)
    {
        if (head[..Math.Min(head.Length, 1_024)].Contains((byte)0))
        {
            return null;
        }

        var longest = options.MaxArticleBytes;
        IRecordSplitter lines = new JsonLinesSplitter(longest, isHuge), list = new JsonListSplitter(longest, isHuge);
        var (first, second) = JsonLinesSplitter.BeginsWithRecord(head) ? (lines, list) : (list, lines);
        foreach (var splitter in new[] { first, second, new StorySplitter(longest), new DelimitedSplitter(longest) })
        {
            if (splitter.Opens(head))
            {
                return splitter;
            }
        }

        return null;
    }
}
