using Ingest.Parser.Containers.Streams;
using Ingest.Parser.Containers.Zip;

namespace Ingest.Parser.Containers;

/// <summary>Tells containers from other files by their content.</summary>
internal static class PieceSources
{
    /// <summary>Opens a container that stands in a stream; null when it is none. An Office or EPUB file is a document and none.</summary>
    /// <param name="seekable">The content; it stays the caller's, who closes it after the source.</param>
    /// <param name="file">Whose content it is, for a mapping beside it.</param>
    /// <param name="options">The limits.</param>
    /// <param name="deadline">Its limit of time holds for each piece by itself.</param>
    public static IPieceSource? Open(Stream seekable, FileContent? file, ParserOptions options, Deadline deadline)
    {
        var head = Head(seekable);
        return ContainerHead.Of(head) is not { } kind || (kind == ContainerKind.Zip && ZipDocument.Is(seekable))
            ? null
            : new ContainerWalk(new SubStream(seekable, 0, seekable.Length), kind, file, options, deadline);
    }

    private static byte[] Head(Stream seekable)
    {
        seekable.Position = 0;
        var head = new byte[ContainerHead.Bytes];
        return head[..seekable.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
    }
}
