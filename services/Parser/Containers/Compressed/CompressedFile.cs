using Ingest.Parser.Containers.Streams;
using SharpCompress.Compressors;
using SharpCompress.Compressors.BZip2;

namespace Ingest.Parser.Containers.Compressed;

/// <summary>A compressed file: its one member is what comes out of it.</summary>
internal static class CompressedFile
{
    private const string Nameless = "content";

    public static IMemberReader Open(ContainerKind kind, PeekStream packed, WalkLimits limits)
    {
        string? name = null;
        Stream unpacking;
        switch (kind)
        {
            case ContainerKind.Gzip:
                var gzip = new GzipStream(packed);
                (name, unpacking) = (gzip.Name, gzip);
                break;
            case ContainerKind.Bzip2:
                unpacking = BZip2Stream.Create(packed, CompressionMode.Decompress, decompressConcatenated: true);
                break;
            case ContainerKind.Xz:
                unpacking = new XzStreams(packed);
                break;
            default:
                unpacking = new ZstdSharp.DecompressionStream(packed, bufferSize: 0, checkEndOfStream: true, leaveOpen: false);
                break;
        }

        var metered = new MeteredStream(unpacking, () => packed.Taken, limits);
        return new OneMember(new Member(name is null ? Nameless : MemberName.OfPath(name)) { Open = () => metered }, metered);
    }
}
