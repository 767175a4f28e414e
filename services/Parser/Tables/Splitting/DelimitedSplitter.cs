using Ingest.Parser.Tables.Delimited;
using Ingest.Parser.Tables.Mapping;
using Ingest.Parser.Text;

namespace Ingest.Parser.Tables.Splitting;

/// <summary>Cuts a table of text between rows, by the reader's own rules of quoting, and repeats its header in front of each piece.</summary>
internal sealed class DelimitedSplitter(int longestArticle, RecordMapping? mapping = null) : IRecordSplitter
{
    public bool Opens(ReadOnlySpan<byte> head) => Table(head) is not null;

    public IEnumerable<ReadOnlyMemory<byte>> Pieces(Stream stream)
    {
        var reader = new PieceReader(stream, longestArticle);
        if (Table(reader.Head(PieceReader.PieceBytes)) is not { } table)
        {
            return [];
        }

        reader.TakeLead(LeadLength(reader.Head(PieceReader.PieceBytes), table));
        int Records(ReadOnlySpan<byte> bytes, int wanted, bool final) => this.Records(bytes, wanted, final, table.Dialect);
        return reader.Pieces(Records, End);
    }

    private DelimitedTable? Table(ReadOnlySpan<byte> head)
    {
        var end = head.LastIndexOf((byte)'\n');
        return TextDecoder.Decode(end < 0 ? head : head[..(end + 1)]) is { } decoded && KnownFormats.OfText(decoded.Text) is null
            ? DelimitedTable.Of(decoded.Text, longestArticle, mapping, mapping is not null)
            : null;
    }

    /// <summary>Mark, blank lines, the line that names the separator, and the header when there is one.</summary>
    private int LeadLength(ReadOnlySpan<byte> head, DelimitedTable table)
    {
        var at = ByteOrderMark.Length(head);
        at += head.Length - at - head[at..].TrimStart("\r\n "u8).Length;
        if (head[at..].StartsWith("sep="u8) || head[at..].StartsWith("SEP="u8))
        {
            var line = head[at..].IndexOf((byte)'\n');
            at += line < 0 ? 0 : line + 1;
        }

        return table.Shape.HasHeader ? at + Row(head[at..], table.Dialect) : at;
    }

    private int Row(ReadOnlySpan<byte> bytes, Dialect dialect)
    {
        var cursor = new CellCursor<byte>(bytes, dialect, final: true, longestArticle);
        while (!cursor.AtEnd && cursor.Next() == CellStep.Cell)
        {
        }

        return cursor.At;
    }

    private int Records(ReadOnlySpan<byte> bytes, int wanted, bool final, Dialect dialect)
    {
        var cursor = new CellCursor<byte>(bytes, dialect, final, longestArticle);
        var end = 0;
        while (end < wanted && !cursor.AtEnd)
        {
            CellStep step;
            do
            {
                step = cursor.Next();
            }
            while (step == CellStep.Cell && !cursor.AtEnd);
            if (step == CellStep.NeedsMore || (step == CellStep.Cell && !final))
            {
                break;
            }

            end = cursor.At;
        }

        return end;
    }

    private static int End(ReadOnlySpan<byte> bytes) => bytes.IndexOf((byte)'\n') is var at and >= 0 ? at + 1 : -1;
}
