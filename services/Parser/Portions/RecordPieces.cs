using Ingest.Parser.Containers;
using Ingest.Parser.Tables.Splitting;

namespace Ingest.Parser.Portions;

/// <summary>A long file of records as pieces of itself.</summary>
/// <param name="content">The file; it stays the caller's.</param>
/// <param name="records">What it is.</param>
internal sealed class RecordPieces(Stream content, LongRecords records) : IPieceSource
{
    public string Format => records.Format;

    public CancellationToken Cancellation { private get; set; }

    public IEnumerable<Piece> Read(Bookmark from)
    {
        content.Position = 0;
        var done = 0;
        foreach (var (bytes, opening) in records.Pieces(content))
        {
            Cancellation.ThrowIfCancellationRequested();
            if (++done > from.Pieces)
            {
                yield return new Piece(null, bytes) { Opening = opening, Next = new Bookmark(done) };
            }
        }
    }

    public void Dispose()
    {
        // The stream is the caller's.
    }
}
