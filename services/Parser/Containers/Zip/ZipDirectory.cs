using System.Buffers.Binary;
using Ingest.Parser.Containers.Streams;

namespace Ingest.Parser.Containers.Zip;

/// <summary>Reads a ZIP file's directory entry by entry, however long it is.</summary>
internal sealed class ZipDirectory(Stream file, ZipEnd end) : IDisposable
{
    private readonly PeekStream _entries = new(new SubStream(file, end.Start, end.Length));
    private readonly byte[] _header = new byte[ZipHeader.DirectoryLength];

    /// <summary>The next entry; null at the end.</summary>
    public ZipEntry? Next()
    {
        if (_entries.ReadAtLeast(_header, _header.Length, throwOnEndOfStream: false) < _header.Length ||
            BinaryPrimitives.ReadUInt32LittleEndian(_header) != ZipHeader.DirectorySignature)
        {
            return null;
        }

        var (nameLength, extraLength, commentLength) = ZipHeader.DirectoryTail(_header);
        var tail = new byte[nameLength + extraLength + commentLength];
        _entries.ReadExactly(tail);
        var entry = ZipHeader.Directory(_header, tail.AsSpan(0, nameLength), tail.AsSpan(nameLength, extraLength));
        return entry with { Offset = entry.Offset + end.Shift };
    }

    public void Dispose() => _entries.Dispose();

    /// <summary>All entries, or the first <paramref name="most"/>.</summary>
    public static IEnumerable<ZipEntry> Entries(Stream file, int most)
    {
        if (ZipEnd.Find(file) is not { } end)
        {
            yield break;
        }

        using var directory = new ZipDirectory(file, end);
        for (var i = 0; i < most && directory.Next() is { } entry; i++)
        {
            yield return entry;
        }
    }
}
