using Ingest.Parser.Containers;
using Ingest.Parser.Mail;
using Ingest.Parser.Tables.Mapping;
using Ingest.Parser.Tables.Splitting;

namespace Ingest.Parser.Portions;

/// <summary>Tells which files are read piece by piece: containers of any size, and long files of records.</summary>
internal static class FilePieces
{
    /// <summary>Shorter files of records are read at once; the articles and their keys are the same either way.</summary>
    public const long LongFileBytes = 8 << 20;

    /// <summary>Enough rows to understand a table by.</summary>
    private const int HeadBytes = 1 << 20;

    /// <summary>The pieces; null when the file is to be read as a whole.</summary>
    /// <param name="content">The file; it stays the caller's.</param>
    /// <param name="file">Whose content it is; without bytes.</param>
    /// <param name="options">The limits.</param>
    /// <param name="deadline">Its limit of time holds for each piece.</param>
    public static IPieceSource? Open(Stream content, FileContent file, ParserOptions options, Deadline deadline)
    {
        if (PieceSources.Open(content, options, deadline) is { } container)
        {
            return container;
        }

        return content.Length < LongFileBytes ? null : OfRecords(content, file, options);
    }

    private static RecordPieces? OfRecords(Stream content, FileContent file, ParserOptions options)
    {
        content.Position = 0;
        var head = new byte[HeadBytes];
        var length = content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        if (MailFormat.Of(head.AsSpan(0, length)) == MailKind.Mailbox)
        {
            return new RecordPieces(content, "mailbox", MboxPieces.Pieces, learns: false);
        }

        var (mapping, _) = MappingFile.Beside(file, folderWide: false);
        var mapped = mapping is null ? null : new DelimitedSplitter(options.MaxArticleBytes, mapping);
        IRecordSplitter? splitter = mapped is not null && mapped.Opens(head.AsSpan(0, length)) ? mapped : RecordSplitters.Of(head.AsSpan(0, length), options);
        return splitter is null ? null : new RecordPieces(content, "records", splitter.Pieces, learns: true);
    }
}
