using System.IO.Compression;
using Ingest.Contracts;
using Ingest.Parser.Containers.Streams;
using SharpCompress.Compressors.BZip2;
using SharpCompress.Compressors.Deflate64;
using SharpCompress.Compressors.Xz;
using CompressionMode = System.IO.Compression.CompressionMode;

namespace Ingest.Parser.Containers.Zip;

/// <summary>Opens the content of a member of a ZIP file.</summary>
internal static class ZipContent
{
    /// <summary>Why a member cannot be read, when its header says so.</summary>
    public static ParseOutcome.Rejected? Problem(ZipEntry entry) =>
        entry.IsEncrypted ? Damage.Encrypted
        : entry.Method is 0 or 8 or 9 or 12 or 14 or 20 or 93 or 95 ? null
        : new ParseOutcome.Rejected(
            RejectionReasons.UnsupportedFormat,
            FormattableString.Invariant($"It is compressed by method {entry.Method} of ZIP files, which this version does not read. Pack it again."));

    /// <summary>The content, unpacked and checked.</summary>
    public static Stream Open(Stream file, ZipEntry entry, long start, WalkLimits limits)
    {
        var packed = new SubStream(file, start, Math.Max(0, Math.Min(entry.Packed, file.Length - start)));
        if (entry.Method == 0)
        {
            // Seekable, so that an archive in it needs no memory; then its checksum stays unread.
            return packed.Length < entry.Packed ? new CheckedStream(packed, entry.Unpacked, entry.Crc) : packed;
        }

        Stream unpacking = entry.Method switch
        {
            8 => new DeflateStream(packed, CompressionMode.Decompress),
            9 => new Deflate64Stream(packed, SharpCompress.Compressors.CompressionMode.Decompress),
            12 => BZip2Stream.Create(new PeekStream(packed), SharpCompress.Compressors.CompressionMode.Decompress, false),
            14 => ZipLzma.Open(packed, entry.Unpacked),
            20 or 93 => new ZstdSharp.DecompressionStream(packed),
            _ => new XZStream(new PeekStream(packed)),
        };
        return new CheckedStream(new MeteredStream(unpacking, () => packed.Length, limits), entry.Unpacked, entry.Crc);
    }
}
