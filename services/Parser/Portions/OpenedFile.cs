using Ingest.Parser.Containers;
using Ingest.Parser.Store;

namespace Ingest.Parser.Portions;

/// <summary>A file whose pieces are being read. It can be left and gone on with, for as long as nobody closes it.</summary>
/// <param name="content">What the pieces stand in, closed with this.</param>
/// <param name="source">The pieces.</param>
/// <param name="isUnchanged">Whether the file still is what it was announced as.</param>
/// <param name="last">The last portion that is kept; null before the first.</param>
internal sealed class OpenedFile(IDisposable content, IPieceSource source, Func<bool> isUnchanged, Portion? last) : IDisposable
{
    private readonly IEnumerator<Piece> _pieces = source.Read(last?.Next ?? default).GetEnumerator();

    /// <summary>See <see cref="IPieceSource.Format"/>.</summary>
    public string Format => source.Format;

    /// <summary>The last portion that was kept of it.</summary>
    public Portion? Last { get; set; } = last;

    /// <summary>Behind the piece that was given last.</summary>
    public Bookmark Position { get; private set; } = last?.Next ?? default;

    public bool IsUnchanged() => isUnchanged();

    /// <summary>The next piece, valid until the one behind it is asked for; null at the end.</summary>
    /// <exception cref="UnreadableException">The file cannot be read on.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public Piece? Next(CancellationToken cancellationToken)
    {
        source.Cancellation = cancellationToken;
        if (!_pieces.MoveNext())
        {
            return null;
        }

        Position = _pieces.Current.Next;
        return _pieces.Current;
    }

    public void Dispose()
    {
        _pieces.Dispose();
        source.Dispose();
        content.Dispose();
    }
}
