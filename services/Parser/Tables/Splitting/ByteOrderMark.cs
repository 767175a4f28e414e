namespace Ingest.Parser.Tables.Splitting;

/// <summary>The mark of UTF-8 at the beginning of a file, which each of its pieces gets as well.</summary>
internal static class ByteOrderMark
{
    public static int Length(ReadOnlySpan<byte> head) => head.StartsWith("\uFEFF"u8) ? 3 : 0;

    /// <summary>Whether text may follow as these splitters read it: no other mark.</summary>
    public static ReadOnlySpan<byte> Without(ReadOnlySpan<byte> head) => head[Length(head)..];
}
