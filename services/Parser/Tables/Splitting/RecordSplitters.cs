namespace Ingest.Parser.Tables.Splitting;

/// <summary>The splitters there are.</summary>
internal static class RecordSplitters
{
    /// <summary>The one for a file that begins so; null when it is no file of records, or in UTF-16 or UTF-32, which is read whole only.</summary>
    public static IRecordSplitter? Of(ReadOnlySpan<byte> head, ParserOptions options)
    {
        if (head[..Math.Min(head.Length, 1_024)].Contains((byte)0))
        {
            return null;
        }

        foreach (var splitter in new IRecordSplitter[] { new JsonLinesSplitter(options.MaxArticleBytes), new StorySplitter(options.MaxArticleBytes), new DelimitedSplitter(options.MaxArticleBytes) })
        {
            if (splitter.Opens(head))
            {
                return splitter;
            }
        }

        return null;
    }
}
