using System.Text;
using Ingest.Parser.Json;

namespace Ingest.Parser.Tables.Splitting;

/// <summary>Cuts JSON Lines between lines.</summary>
/// <param name="longestArticle">In bytes of UTF-8.</param>
/// <param name="isHuge">The file is too large to be read whole: one object on a line of its own and the beginning of another will do.</param>
internal sealed class JsonLinesSplitter(int longestArticle, bool isHuge) : IRecordSplitter
{
    /// <summary>Enough to see some lines, and no more than is decoded in no time.</summary>
    private const int Looked = 1 << 20;

    /// <summary>Whether a file's first line is a record. Else it may be the beginning of an object that has a record on each line.</summary>
    public static bool BeginsWithRecord(ReadOnlySpan<byte> head)
    {
        var start = ByteOrderMark.Without(head).TrimStart(" \t\r\n"u8);
        var end = start.IndexOf((byte)'\n');
        return start is [(byte)'{', ..] && JsonLines.BeginsWhole(Encoding.UTF8.GetString(start[..Math.Min(end < 0 ? start.Length : end, Looked)]));
    }

    public bool Opens(ReadOnlySpan<byte> head)
    {
        if (!isHuge && !BeginsWithRecord(head))
        {
            return false;
        }

        var start = ByteOrderMark.Without(head).TrimStart(" \t\r\n"u8);
        if (start is not [(byte)'{', ..])
        {
            return false;
        }

        var end = start.LastIndexOf((byte)'\n');
        var goesOn = isHuge && end >= 0 && start[(end + 1)..].StartsWith("{\""u8);
        return JsonLines.Opens(Encoding.UTF8.GetString(end < 0 ? start : start[..Math.Min(end, Looked)]), goesOn);
    }

    public IEnumerable<ReadOnlyMemory<byte>> Pieces(Stream stream)
    {
        var reader = new PieceReader(stream, longestArticle);
        reader.TakeLead(ByteOrderMark.Length(reader.Head(3)));
        return reader.Pieces(Records, End);
    }

    private static int Records(ReadOnlySpan<byte> bytes, int wanted, bool final)
    {
        if (bytes[..wanted].LastIndexOf((byte)'\n') is var last and >= 0)
        {
            return last + 1;
        }

        var next = bytes[wanted..].IndexOf((byte)'\n');
        return next >= 0 ? wanted + next + 1 : final ? bytes.Length : 0;
    }

    private static int End(ReadOnlySpan<byte> bytes) => bytes.IndexOf((byte)'\n') is var at and >= 0 ? at + 1 : -1;
}
