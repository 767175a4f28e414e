using Ingest.Parser.Containers;
using Ingest.Parser.Tables.Splitting;

namespace Ingest.Parser.Portions;

/// <summary>Tells which files are read piece by piece: containers of any size, and long files of records.</summary>
internal static class FilePieces
{
    /// <summary>The pieces; null when the file is to be read as a whole.</summary>
    /// <param name="content">The file; it stays the caller's.</param>
    /// <param name="file">Whose content it is; without bytes.</param>
    /// <param name="options">The limits.</param>
    /// <param name="deadline">Its limit of time holds for each piece.</param>
    public static IPieceSource? Open(Stream content, FileContent file, ParserOptions options, Deadline deadline)
    {
        if (PieceSources.Open(content, file, options, deadline) is { } container)
        {
            return container;
        }

        return content.Length < LongRecords.From(options) || LongRecords.Of(Head(content), content.Length > options.MaxFileBytes, file, options) is not { } records
            ? null
            : new RecordPieces(content, records);
    }

    private static ReadOnlySpan<byte> Head(Stream content)
    {
        content.Position = 0;
        var head = new byte[LongRecords.HeadBytes];
        return head.AsSpan(0, content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false));
    }
}
