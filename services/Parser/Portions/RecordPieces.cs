using Ingest.Parser.Containers;

namespace Ingest.Parser.Portions;

/// <summary>A long file of records as pieces of itself: lines of JSON, rows, stories, messages.</summary>
/// <param name="content">The file.</param>
/// <param name="format">What it is.</param>
/// <param name="split">Cuts it, leaving out so many pieces; a piece is valid until the next is asked for.</param>
/// <param name="learns">Whether each piece is understood by what the first one shows, as the columns of a table are.</param>
internal sealed class RecordPieces(Stream content, string format, Func<Stream, int, IEnumerable<ReadOnlyMemory<byte>>> split, bool learns) : IPieceSource
{
    public string Format => format;

    public IEnumerable<Piece> Read(int skip)
    {
        ReadOnlyMemory<byte> opening = default;
        if (learns)
        {
            content.Position = 0;
            opening = split(content, 0).FirstOrDefault().ToArray();
        }

        content.Position = 0;
        foreach (var piece in split(content, skip))
        {
            yield return new Piece(null, piece) { Opening = opening };
        }
    }

    public void Dispose()
    {
        // The stream is the caller's.
    }
}
