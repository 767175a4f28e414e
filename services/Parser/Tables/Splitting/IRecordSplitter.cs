namespace Ingest.Parser.Tables.Splitting;

/// <summary>
/// Cuts a file of records that is too large to be read at once into pieces of whole records, each of which the ordinary readers
/// parse by itself, in constant memory. Give each piece the first one as <see cref="FileContent.Opening"/>, so that the columns
/// are understood alike, and the number of articles before it as <see cref="FileContent.FirstOrdinal"/>.
/// </summary>
internal interface IRecordSplitter
{
    /// <summary>Whether a file that begins so is of the kind that this cuts.</summary>
    /// <param name="head">The file's first bytes, at best a hundred thousand or more.</param>
    bool Opens(ReadOnlySpan<byte> head);

    /// <summary>
    /// The pieces, of about a MiB each. A piece is valid until the next is asked for. A record that is longer than the limit of an
    /// article comes alone and cut off, so that its piece ends as too large.
    /// </summary>
    /// <param name="stream">The file, from its beginning.</param>
    IEnumerable<ReadOnlyMemory<byte>> Pieces(Stream stream);
}
