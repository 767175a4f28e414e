namespace Ingest.Parser.Containers;

/// <summary>Gives the pieces of a container one after another, in constant memory.</summary>
internal interface IPieceSource : IDisposable
{
    /// <summary>The format of the outermost container: <c>zip</c>, <c>gzip</c>, <c>warc</c> …</summary>
    string Format { get; }

    /// <summary>
    /// The pieces, the same ones in the same order each time the same bytes are read. Bad content does not throw: it gives a
    /// piece with a problem. May be asked once.
    /// </summary>
    /// <param name="skip">Pieces that are passed over, as cheaply as the format allows.</param>
    /// <exception cref="UnreadableException">The stream itself failed: the disk, and not what is on it.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    IEnumerable<Piece> Read(int skip);
}
