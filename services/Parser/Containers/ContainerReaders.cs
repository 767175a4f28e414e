using Ingest.Parser.Containers.Compressed;
using Ingest.Parser.Containers.Streams;
using Ingest.Parser.Containers.Tar;
using Ingest.Parser.Containers.Zip;
using Ingest.Parser.WebArchives;

namespace Ingest.Parser.Containers;

/// <summary>Knows the reader of each kind of container.</summary>
internal static class ContainerReaders
{
    /// <summary>Whether a kind has its directory at its end, or is read by a library that moves about in it.</summary>
    public static bool NeedsSeeking(ContainerKind kind) => kind is ContainerKind.Zip or ContainerKind.SevenZip or ContainerKind.Rar;

    /// <summary>The reader of a content at its beginning.</summary>
    public static IMemberReader Open(ContainerKind kind, Stream content, WalkLimits limits) => kind switch
    {
        ContainerKind.Zip => ZipReaders.Open(content, limits),
        ContainerKind.Tar => new TarReader((PeekStream)content),
        ContainerKind.SevenZip or ContainerKind.Rar => LibraryReader.Open(kind, content, limits),
        ContainerKind.Warc or ContainerKind.Arc => new WebArchiveReader(new WebRecords((PeekStream)content), limits),
        _ => CompressedFile.Open(kind, (PeekStream)content, limits),
    };
}
