using System.Buffers;

namespace Ingest.Parser.Tables.Splitting;

/// <summary>Gathers the objects of lists to pieces that are lists themselves.</summary>
internal static class JsonListPieces
{
    private const int ReadBytes = 1 << 18;

    /// <param name="stream">The file, from its beginning.</param>
    /// <param name="cut">Bytes from which an object is cut off, in a piece of its own.</param>
    public static IEnumerable<ReadOnlyMemory<byte>> Of(Stream stream, int cut)
    {
        var scan = new JsonListScan();
        var buffer = new byte[ReadBytes];
        var piece = new ArrayBufferWriter<byte>(PieceReader.PieceBytes * 2);
        piece.Write("["u8);
        var begun = 1;
        int read;
        while ((read = stream.Read(buffer)) > 0)
        {
            for (var at = 0; at < read;)
            {
                var (part, start, length) = scan.Next(buffer.AsSpan(at, read - at));
                var from = at + start;
                at = from + length;
                if (part == JsonListPart.Around)
                {
                    continue;
                }

                var room = cut - (piece.WrittenCount - begun);
                piece.Write(buffer.AsSpan(from, Math.Clamp(length, 0, Math.Max(0, room))));
                if (part == JsonListPart.Inside)
                {
                    continue;
                }

                var isCut = piece.WrittenCount - begun >= cut;
                if (!isCut && piece.WrittenCount < PieceReader.PieceBytes)
                {
                    piece.Write(",\n"u8);
                    begun = piece.WrittenCount;
                    continue;
                }

                if (isCut && begun > 1)
                {
                    // The one that is cut off stands alone, so that those before it are not lost with it.
                    var alone = piece.WrittenSpan[begun..].ToArray();
                    yield return List(piece.WrittenSpan[..begun]);
                    yield return alone;
                }
                else
                {
                    yield return List(piece.WrittenSpan);
                }

                piece.ResetWrittenCount();
                piece.Write("["u8);
                begun = 1;
            }
        }

        if (piece.WrittenCount > 1)
        {
            yield return List(piece.WrittenSpan);
        }
    }

    private static byte[] List(ReadOnlySpan<byte> objects) => [.. objects.TrimEnd(",\n"u8), (byte)']'];
}
