using System.Buffers.Binary;
using System.Text;

namespace Ingest.Parser.Containers.Tar;

/// <summary>The block in front of a member of a TAR archive (POSIX.1-1988 ustar, GNU, and v7 before them).</summary>
/// <param name="Name">As stated, with its prefix.</param>
/// <param name="Kind">The type flag: <c>'0'</c> or NUL for files.</param>
/// <param name="Size">Bytes of content.</param>
internal sealed record TarHeader(string Name, char Kind, long Size)
{
    /// <summary>Bytes of a block.</summary>
    public const int Block = 512;

    private const int ChecksumAt = 148;

    /// <summary>Whether a content begins with a header: its checksum tells, also of archives that name no format.</summary>
    public static bool Opens(ReadOnlySpan<byte> head) => head.Length >= Block && head[0] != 0 && ChecksumHolds(head);

    /// <summary>The header in a block.</summary>
    /// <exception cref="InvalidDataException">It is none.</exception>
    public static TarHeader Read(ReadOnlySpan<byte> block)
    {
        if (!ChecksumHolds(block))
        {
            throw new InvalidDataException("The TAR archive is broken: a block that should begin a member has a wrong checksum. Fetch it again whole.");
        }

        var name = Text(block[..100]);
        // GNU has times where POSIX has the prefix.
        if (block.Slice(257, 6).SequenceEqual("ustar\0"u8) && Text(block.Slice(345, 155)) is { Length: > 0 } prefix)
        {
            name = prefix + "/" + name;
        }

        return new TarHeader(name, (char)block[156], SizeOf(block.Slice(124, 12)));
    }

    /// <summary>A name in UTF-8 up to the first NUL.</summary>
    public static string Text(ReadOnlySpan<byte> field) => Encoding.UTF8.GetString(field.IndexOf((byte)0) is var end and >= 0 ? field[..end] : field);

    private static bool ChecksumHolds(ReadOnlySpan<byte> block)
    {
        if (Octal(block.Slice(ChecksumAt, 8)) is not { } stated)
        {
            return false;
        }

        // The field itself counts as spaces; some old programs added signed bytes.
        long unsigned = 8 * ' ', signed = 8 * ' ';
        for (var i = 0; i < Block; i++)
        {
            if (i is < ChecksumAt or >= ChecksumAt + 8)
            {
                unsigned += block[i];
                signed += (sbyte)block[i];
            }
        }

        return stated == unsigned || stated == signed;
    }

    private static long SizeOf(ReadOnlySpan<byte> field)
    {
        // Above 8 GiB: the number itself, its first bit set; the second is its sign.
        if ((field[0] & 0x80) != 0)
        {
            var high = BinaryPrimitives.ReadInt32BigEndian(field) & 0x7FFF_FFFF;
            var low = BinaryPrimitives.ReadInt64BigEndian(field[4..]);
            return high == 0 && low >= 0 ? low : throw new InvalidDataException("The TAR archive is broken: a member has a negative size, or one beyond all disks.");
        }

        return Octal(field) ?? throw new InvalidDataException("The TAR archive is broken: a member has no size.");
    }

    private static long? Octal(ReadOnlySpan<byte> field)
    {
        field = field.Trim(" \0"u8);
        // Behind the number may follow a NUL and anything.
        field = field.IndexOfAny((byte)0, (byte)' ') is var end and >= 0 ? field[..end] : field;
        long value = 0;
        foreach (var digit in field)
        {
            if (digit is < (byte)'0' or > (byte)'7')
            {
                return null;
            }

            value = (value << 3) + digit - '0';
        }

        return value;
    }
}
