using System.Text;
using Ingest.Parser.Sgml;

namespace Ingest.Parser.Tables.Splitting;

/// <summary>Cuts a collection of stories in SGML between stories.</summary>
internal sealed class StorySplitter(int longestArticle) : IRecordSplitter
{
    private const int Looked = 65_536;

    public bool Opens(ReadOnlySpan<byte> head)
    {
        var start = ByteOrderMark.Without(head);
        return StorySgml.Opens(Encoding.Latin1.GetString(start[..Math.Min(start.Length, Looked)]));
    }

    public IEnumerable<ReadOnlyMemory<byte>> Pieces(Stream stream)
    {
        var reader = new PieceReader(stream, longestArticle);
        reader.TakeLead(ByteOrderMark.Length(reader.Head(3)));
        return reader.Pieces(Records, End);
    }

    /// <summary>Up to where the last story begins; an end tag may be missing.</summary>
    private static int Records(ReadOnlySpan<byte> bytes, int wanted, bool final)
    {
        if (bytes[..wanted].LastIndexOf("<REUTERS"u8) is var last and > 0 && bytes[..last].IndexOf("<REUTERS"u8) >= 0)
        {
            return final && wanted == bytes.Length ? bytes.Length : last;
        }

        var from = Math.Max(wanted, 1);
        var next = bytes[from..].IndexOf("<REUTERS"u8);
        return next >= 0 ? from + next : final ? bytes.Length : 0;
    }

    private static int End(ReadOnlySpan<byte> bytes) => bytes.IndexOf("<REUTERS"u8);
}
