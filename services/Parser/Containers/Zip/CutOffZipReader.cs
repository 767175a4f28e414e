using System.Buffers.Binary;

namespace Ingest.Parser.Containers.Zip;

/// <summary>Goes through a ZIP file whose end, and so its directory, is missing, by the headers in front of its members.</summary>
internal sealed class CutOffZipReader(Stream file, WalkLimits limits) : IMemberReader
{
    private const int Window = 1 << 16;
    private long _next;

    public bool HasPaths => true;

    public bool Next(out Member? member)
    {
        member = null;
        var header = new byte[ZipHeader.LocalLength];
        file.Position = Math.Min(_next, file.Length);
        if (file.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) < header.Length ||
            BinaryPrimitives.ReadUInt32LittleEndian(header) != ZipHeader.LocalSignature)
        {
            throw new InvalidDataException("The ZIP file is cut off: the directory at its end is missing. Fetch it again whole.");
        }

        var (nameLength, extraLength) = ZipHeader.LocalTail(header);
        var tail = new byte[nameLength + extraLength];
        file.ReadExactly(tail);
        var entry = ZipHeader.Local(header, tail.AsSpan(0, nameLength), tail.AsSpan(nameLength), file.Position);
        var known = entry.SizesFollow ? WithSizes(entry) : entry;
        _next = known.Offset + known.Packed + (entry.SizesFollow ? DescriptorLength(known) : 0);
        member = ZipContent.Problem(entry) is { } problem
            ? new Member(entry.Name) { Problem = problem }
            : new Member(entry.Name) { Open = () => ZipContent.Open(file, known, known.Offset, limits) };
        return true;
    }

    public void Dispose()
    {
    }

    /// <summary>The sizes stand behind the content: it ends where they agree with how far that is.</summary>
    private ZipEntry WithSizes(ZipEntry entry)
    {
        var end = Find(entry.Offset, "PK\u0007\u0008"u8, at => Describes(at, entry));
        Span<byte> descriptor = stackalloc byte[16];
        file.Position = end;
        return file.ReadAtLeast(descriptor, descriptor.Length, throwOnEndOfStream: false) < descriptor.Length
            ? entry with { Packed = file.Length - entry.Offset, Unpacked = long.MaxValue }
            : entry with
            {
                Crc = BinaryPrimitives.ReadUInt32LittleEndian(descriptor[4..]),
                Packed = end - entry.Offset,
                Unpacked = BinaryPrimitives.ReadUInt32LittleEndian(descriptor[12..]),
            };
    }

    private bool Describes(long at, ZipEntry entry)
    {
        Span<byte> descriptor = stackalloc byte[16];
        file.Position = at;
        return file.ReadAtLeast(descriptor, descriptor.Length, throwOnEndOfStream: false) == descriptor.Length &&
            BinaryPrimitives.ReadUInt32LittleEndian(descriptor[8..]) == at - entry.Offset;
    }

    private int DescriptorLength(ZipEntry entry) => entry.Offset + entry.Packed >= file.Length ? 0 : 16;

    private long Find(long from, ReadOnlySpan<byte> signature, Func<long, bool> isIt)
    {
        var window = new byte[Window];
        for (var start = from; ; start += window.Length - signature.Length + 1)
        {
            limits.Deadline.Check();
            file.Position = start;
            var length = file.ReadAtLeast(window, window.Length, throwOnEndOfStream: false);
            for (int at = 0, found; (found = window.AsSpan(at, length - at).IndexOf(signature)) >= 0; at += found + 1)
            {
                if (isIt(start + at + found))
                {
                    return start + at + found;
                }
            }

            if (length < window.Length)
            {
                return file.Length;
            }
        }
    }
}
