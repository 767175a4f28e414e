using System.Buffers.Binary;
using System.Text;

namespace Ingest.Parser.Documents.Packages;

/// <summary>
/// The members of a ZIP file: by its central directory, and where that is cut off or broken by the headers that stand before each
/// member. The platform's reader gives up without a directory, and a document that was cut off in transfer has none.
/// </summary>
internal static class ZipDirectory
{
    private const uint LocalHeader = 0x04034B50;
    private const uint CentralHeader = 0x02014B50;
    private const uint End = 0x06054B50;
    private const int LongestComment = 65_535;

    /// <summary>A document has a few dozen parts; pictures may make it some thousands.</summary>
    private const int MostMembers = 20_000;

    /// <summary>The members; <paramref name="damaged"/> when the directory could not be used.</summary>
    public static List<ZipMember> Read(ReadOnlySpan<byte> bytes, out bool damaged)
    {
        var members = Central(bytes);
        damaged = members is null;
        return members ?? Local(bytes);
    }

    private static List<ZipMember>? Central(ReadOnlySpan<byte> bytes)
    {
        Span<byte> signature = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(signature, End);
        var tail = Math.Max(0, bytes.Length - LongestComment - 22);
        var end = bytes[tail..].LastIndexOf(signature);
        if (end < 0 || bytes.Length - (tail + end) < 22)
        {
            return null;
        }

        var record = bytes[(tail + end)..];
        var (size, offset) = (BinaryPrimitives.ReadUInt32LittleEndian(record[12..]), BinaryPrimitives.ReadUInt32LittleEndian(record[16..]));
        // Bytes in front of the archive (a mail's rest) shift every offset.
        var shift = (long)tail + end - size - offset;
        var at = offset + shift;
        var members = new List<ZipMember>();
        while (at >= 0 && at + 46 <= bytes.Length && BinaryPrimitives.ReadUInt32LittleEndian(bytes[(int)at..]) == CentralHeader && members.Count < MostMembers)
        {
            var header = bytes[(int)at..];
            int flags = BinaryPrimitives.ReadUInt16LittleEndian(header[8..]), method = BinaryPrimitives.ReadUInt16LittleEndian(header[10..]);
            int name = BinaryPrimitives.ReadUInt16LittleEndian(header[28..]), extra = BinaryPrimitives.ReadUInt16LittleEndian(header[30..]), comment = BinaryPrimitives.ReadUInt16LittleEndian(header[32..]);
            if (46 + name > header.Length)
            {
                return null;
            }

            var local = BinaryPrimitives.ReadUInt32LittleEndian(header[42..]) + shift;
            members.Add(new ZipMember(Name(header.Slice(46, name)), method, (flags & 1) != 0, local, BinaryPrimitives.ReadUInt32LittleEndian(header[20..])));
            at += 46 + name + extra + comment;
        }

        return members.Count > 0 ? members : null;
    }

    private static List<ZipMember> Local(ReadOnlySpan<byte> bytes)
    {
        Span<byte> signature = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(signature, LocalHeader);
        var members = new List<ZipMember>();
        for (var at = bytes.IndexOf(signature); at >= 0 && at + 30 <= bytes.Length && members.Count < MostMembers;)
        {
            var header = bytes[at..];
            int flags = BinaryPrimitives.ReadUInt16LittleEndian(header[6..]), method = BinaryPrimitives.ReadUInt16LittleEndian(header[8..]);
            var name = BinaryPrimitives.ReadUInt16LittleEndian(header[26..]);
            if (name is > 0 and < 1_024 && 30 + name <= header.Length && method is 0 or 8)
            {
                // With flag 8 the size follows the data, and only decoding tells where that ends.
                var packed = (flags & 8) != 0 ? -1 : (long)BinaryPrimitives.ReadUInt32LittleEndian(header[18..]);
                members.Add(new ZipMember(Name(header.Slice(30, name)), method, (flags & 1) != 0, at, packed));
            }

            var next = bytes[(at + 4)..].IndexOf(signature);
            at = next < 0 ? -1 : at + 4 + next;
        }

        return members;
    }

    private static string Name(ReadOnlySpan<byte> name) => Encoding.UTF8.GetString(name).Replace('\\', '/').TrimStart('/');
}
