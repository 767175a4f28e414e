using System.Buffers.Binary;
using Ingest.Parser.Containers;
using Ingest.Parser.Containers.Zip;

namespace Ingest.Parser.Documents.Packages;

/// <summary>
/// The members of a document that is a ZIP file: by its central directory, and where that is cut off or broken by the headers that
/// stand before each member. A document that was cut off in transfer has no directory.
/// </summary>
internal static class PackageMembers
{
    /// <summary>A document has a few dozen parts; pictures may make it some thousands.</summary>
    private const int MostMembers = 20_000;

    /// <summary>The members, names with forward slashes; <paramref name="damaged"/> when the directory could not be used.</summary>
    public static List<ZipEntry> Read(ReadOnlyMemory<byte> bytes, out bool damaged)
    {
        var members = Central(bytes);
        damaged = members is null;
        return members ?? Local(bytes.Span);
    }

    /// <summary>A member's packed content; null when its header is not where it should be.</summary>
    public static ReadOnlyMemory<byte>? Content(ReadOnlyMemory<byte> bytes, ZipEntry member, out bool cutOff)
    {
        cutOff = true;
        var span = bytes.Span;
        if (member.Offset < 0 || member.Offset + ZipHeader.LocalLength > span.Length || BinaryPrimitives.ReadUInt32LittleEndian(span[(int)member.Offset..]) != ZipHeader.LocalSignature)
        {
            return null;
        }

        var (name, extra) = ZipHeader.LocalTail(span[(int)member.Offset..]);
        var start = member.Offset + ZipHeader.LocalLength + name + extra;
        var end = member.Packed < 0 ? span.Length : start + member.Packed;
        cutOff = end > span.Length;
        return bytes[(int)Math.Min(start, span.Length)..(int)Math.Min(Math.Max(start, end), span.Length)];
    }

    private static List<ZipEntry>? Central(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            List<ZipEntry> members = [.. ZipDirectory.Entries(MemberBytes.AsStream(bytes), MostMembers).Select(Named)];
            return members.Count > 0 ? members : null;
        }
        catch (Exception fault) when (Damage.Is(fault))
        {
            return null;
        }
    }

    private static List<ZipEntry> Local(ReadOnlySpan<byte> bytes)
    {
        Span<byte> signature = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(signature, ZipHeader.LocalSignature);
        var members = new List<ZipEntry>();
        for (var at = bytes.IndexOf(signature); at >= 0 && at + ZipHeader.LocalLength <= bytes.Length && members.Count < MostMembers;)
        {
            var header = bytes[at..];
            var (name, _) = ZipHeader.LocalTail(header);
            if (name is > 0 and < 1_024 && ZipHeader.LocalLength + name <= header.Length)
            {
                var member = ZipHeader.Local(header, header.Slice(ZipHeader.LocalLength, name), [], at);
                if (member.Method is 0 or 8)
                {
                    // Where the size follows the data, only decoding tells where that ends.
                    members.Add(Named(member) with { Packed = member.SizesFollow ? -1 : member.Packed });
                }
            }

            var next = bytes[(at + 4)..].IndexOf(signature);
            at = next < 0 ? -1 : at + 4 + next;
        }

        return members;
    }

    private static ZipEntry Named(ZipEntry member) => member with { Name = member.Name.Replace('\\', '/').TrimStart('/') };
}
