namespace Ingest.Parser.Containers;

/// <summary>Gives the pieces of a container or a long file one after another, in constant memory.</summary>
internal interface IPieceSource : IDisposable
{
    /// <summary>The format of the outermost container: <c>zip</c>, <c>gzip</c>, <c>warc</c> …</summary>
    string Format { get; }

    /// <summary>Whose wish it is to stop, from now on: a source may outlive the delivery it was opened for.</summary>
    CancellationToken Cancellation { set; }

    /// <summary>
    /// The pieces, the same ones in the same order each time the same bytes are read. Bad content does not throw: it gives a
    /// piece with a problem. May be asked once.
    /// </summary>
    /// <param name="from">What is passed over, as cheaply as the format allows; see <see cref="Piece.Next"/>.</param>
    /// <exception cref="UnreadableException">The stream itself failed: the disk, and not what is on it.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    IEnumerable<Piece> Read(Bookmark from);
}
