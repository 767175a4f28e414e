using Ingest.Parser.Containers.Tar;

namespace Ingest.Parser.Containers;

/// <summary>Tells a container by how its content begins.</summary>
internal static class ContainerHead
{
    /// <summary>How many bytes are looked at: a block of a TAR archive.</summary>
    public const int Bytes = 512;

    private static readonly byte[] Bzip2Block = [0x31, 0x41, 0x59, 0x26, 0x53, 0x59];
    private static readonly byte[] Bzip2End = [0x17, 0x72, 0x45, 0x38, 0x50, 0x90];
    private static readonly byte[] Xz = [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0];
    private static readonly byte[] SevenZip = [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C];

    /// <summary>The kind of container, or null.</summary>
    public static ContainerKind? Of(ReadOnlySpan<byte> head) => head switch
    {
        [0x50, 0x4B, 3, 4, ..] or [0x50, 0x4B, 5, 6, ..] or [0x50, 0x4B, 7, 8, 0x50, 0x4B, 3, 4, ..] => ContainerKind.Zip,
        // Deflate is the only method there ever was.
        [0x1F, 0x8B, 8, < 0x20, ..] => ContainerKind.Gzip,
        [(byte)'B', (byte)'Z', (byte)'h', >= (byte)'1' and <= (byte)'9', .. var block] when block.StartsWith(Bzip2Block) || block.StartsWith(Bzip2End) => ContainerKind.Bzip2,
        [0x28, 0xB5, 0x2F, 0xFD, ..] or [>= 0x50 and <= 0x5F, 0x2A, 0x4D, 0x18, ..] => ContainerKind.Zstd,
        [(byte)'R', (byte)'a', (byte)'r', (byte)'!', 0x1A, 7, 0 or 1, ..] => ContainerKind.Rar,
        _ when head.StartsWith(Xz) => ContainerKind.Xz,
        _ when head.StartsWith(SevenZip) => ContainerKind.SevenZip,
        _ => OfText(head) ?? (TarHeader.Opens(head) ? ContainerKind.Tar : null),
    };

    private static ContainerKind? OfText(ReadOnlySpan<byte> head)
    {
        var text = head.TrimStart("\r\n"u8);
        return text.StartsWith("WARC/0."u8) || text.StartsWith("WARC/1."u8) ? ContainerKind.Warc
            : text.StartsWith("filedesc://"u8) ? ContainerKind.Arc
            : null;
    }
}
