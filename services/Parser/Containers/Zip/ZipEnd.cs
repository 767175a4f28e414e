using System.Buffers.Binary;

namespace Ingest.Parser.Containers.Zip;

/// <summary>Where a ZIP file's directory stands.</summary>
/// <param name="Start">Its first byte.</param>
/// <param name="Length">Its length in bytes.</param>
/// <param name="Shift">Bytes that stand in front of what was once the file's beginning, as in self-extracting archives.</param>
internal sealed record ZipEnd(long Start, long Length, long Shift)
{
    private const int EndLength = 22;
    private const int LongestComment = 65_535;
    private const int LocatorLength = 20;
    private const int WideEndLength = 56;

    /// <summary>Finds the directory by the record at the file's end; null when there is none, as in a file that is cut off.</summary>
    public static ZipEnd? Find(Stream file)
    {
        var tail = new byte[(int)Math.Min(file.Length, EndLength + LongestComment)];
        var tailStart = file.Length - tail.Length;
        file.Position = tailStart;
        file.ReadExactly(tail);
        for (var at = tail.AsSpan().LastIndexOf("PK\u0005\u0006"u8); at >= 0; at = tail.AsSpan(0, at).LastIndexOf("PK\u0005\u0006"u8))
        {
            if (tail.Length - at >= EndLength && Of(file, tail.AsSpan(at), tailStart + at) is { } end)
            {
                return end;
            }
        }

        return null;
    }

    private static ZipEnd? Of(Stream file, ReadOnlySpan<byte> record, long position)
    {
        long length = BinaryPrimitives.ReadUInt32LittleEndian(record[12..]);
        long start = BinaryPrimitives.ReadUInt32LittleEndian(record[16..]);
        var count = BinaryPrimitives.ReadUInt16LittleEndian(record[10..]);
        var end = position;
        if ((length == uint.MaxValue || start == uint.MaxValue || count == ushort.MaxValue) && Wide(file, position) is { } wide)
        {
            (start, length, end) = wide;
        }

        // The directory ends where this record begins, whatever was put in front of the file.
        var actual = end - length;
        return actual >= 0 && length >= 0 && start <= actual && start >= 0 ? new ZipEnd(actual, length, actual - start) : null;
    }

    private static (long Start, long Length, long End)? Wide(Stream file, long position)
    {
        if (position < LocatorLength + WideEndLength)
        {
            return null;
        }

        var locator = Read(file, position - LocatorLength, LocatorLength);
        var at = BinaryPrimitives.ReadInt64LittleEndian(locator.AsSpan(8));
        if (!locator.AsSpan().StartsWith("PK\u0006\u0007"u8) || at < 0 || at > position - LocatorLength - WideEndLength)
        {
            return null;
        }

        var record = Read(file, at, WideEndLength);
        return record.AsSpan().StartsWith("PK\u0006\u0006"u8)
            ? (BinaryPrimitives.ReadInt64LittleEndian(record.AsSpan(48)), BinaryPrimitives.ReadInt64LittleEndian(record.AsSpan(40)), at)
            : null;
    }

    private static byte[] Read(Stream file, long position, int count)
    {
        var bytes = new byte[count];
        file.Position = position;
        file.ReadExactly(bytes);
        return bytes;
    }
}
