using Ingest.Parser.Mail;
using Ingest.Parser.Tables.Mapping;

namespace Ingest.Parser.Tables.Splitting;

/// <summary>A long file of records, which is cut into pieces: lines of JSON, rows, stories, messages.</summary>
/// <param name="Format">What it is.</param>
/// <param name="Split">Cuts a stream; a piece is valid until the next is asked for.</param>
/// <param name="Learns">Whether each piece is understood by what the first one shows, as the columns of a table are.</param>
internal sealed record LongRecords(string Format, Func<Stream, IEnumerable<ReadOnlyMemory<byte>>> Split, bool Learns)
{
    /// <summary>Shorter files of records are read at once; the articles and their keys are the same either way.</summary>
    public const long LongFileBytes = 8 << 20;

    /// <summary>Enough rows to understand a table by.</summary>
    public const int HeadBytes = 1 << 20;

    /// <summary>From how many bytes on a file is cut.</summary>
    public static long From(ParserOptions options) => Math.Min(LongFileBytes, options.MaxFileBytes);

    /// <summary>The records that a file holds by its beginning; null when it is to be read as a whole.</summary>
    /// <param name="head">Its first <see cref="HeadBytes"/> bytes.</param>
    /// <param name="isHuge">Whether it is too large to be read as a whole.</param>
    /// <param name="file">Whose content it is, for a mapping beside it.</param>
    /// <param name="options">The limits.</param>
    public static LongRecords? Of(ReadOnlySpan<byte> head, bool isHuge, FileContent? file, ParserOptions options)
    {
        head = head[..Math.Min(head.Length, HeadBytes)];
        if (MailFormat.Of(head) == MailKind.Mailbox)
        {
            return new LongRecords("mailbox", MboxPieces.Pieces, Learns: false);
        }

        var mapping = file is null ? null : MappingFile.Beside(file, folderWide: false).Mapping;
        var mapped = mapping is null ? null : new DelimitedSplitter(options.MaxArticleBytes, mapping);
        var splitter = mapped is not null && mapped.Opens(head) ? mapped : RecordSplitters.Of(head, isHuge, options);
        return splitter is null ? null : new LongRecords("records", splitter.Pieces, Learns: true);
    }

    /// <summary>The pieces of a stream, each with the first one.</summary>
    public IEnumerable<(ReadOnlyMemory<byte> Bytes, ReadOnlyMemory<byte> Opening)> Pieces(Stream stream)
    {
        ReadOnlyMemory<byte> opening = default;
        foreach (var piece in Split(stream))
        {
            if (Learns && opening.IsEmpty)
            {
                opening = piece.ToArray();
            }

            yield return (piece, opening);
        }
    }
}
