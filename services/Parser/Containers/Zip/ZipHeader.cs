using System.Buffers.Binary;
using System.Text;

namespace Ingest.Parser.Containers.Zip;

/// <summary>Takes the two kinds of headers of members apart (PKWARE APPNOTE 6.3, 4.3.7 and 4.3.12).</summary>
internal static class ZipHeader
{
    public const uint LocalSignature = 0x04034B50;
    public const uint DirectorySignature = 0x02014B50;
    public const int LocalLength = 30;
    public const int DirectoryLength = 46;

    private static readonly UTF8Encoding Utf8 = new(false, true);
    private static readonly Encoding Dos;

    static ZipHeader()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        Dos = Encoding.GetEncoding(437);
    }

    /// <summary>The lengths of what follows the fixed part of an entry of the directory.</summary>
    public static (int Name, int Extra, int Comment) DirectoryTail(ReadOnlySpan<byte> header) => (Number(header, 28), Number(header, 30), Number(header, 32));

    /// <summary>The lengths of what follows the fixed part of the header in front of a member.</summary>
    public static (int Name, int Extra) LocalTail(ReadOnlySpan<byte> header) => (Number(header, 26), Number(header, 28));

    /// <summary>An entry of the directory.</summary>
    public static ZipEntry Directory(ReadOnlySpan<byte> header, ReadOnlySpan<byte> name, ReadOnlySpan<byte> extra)
    {
        var sizes = Wide(extra, Long(header, 24), Long(header, 20), Long(header, 42));
        return new ZipEntry(Name(name, extra), Number(header, 10), Number(header, 8), Long(header, 16), sizes.Packed, sizes.Unpacked, sizes.Offset);
    }

    /// <summary>The header in front of a member.</summary>
    public static ZipEntry Local(ReadOnlySpan<byte> header, ReadOnlySpan<byte> name, ReadOnlySpan<byte> extra, long contentOffset)
    {
        var sizes = Wide(extra, Long(header, 22), Long(header, 18), 0);
        return new ZipEntry(Name(name, extra), Number(header, 8), Number(header, 6), Long(header, 14), sizes.Packed, sizes.Unpacked, contentOffset);
    }

    /// <summary>ZIP64: what does not fit in 32 bits stands in an extra field, in this order.</summary>
    private static (long Unpacked, long Packed, long Offset) Wide(ReadOnlySpan<byte> extra, uint unpacked, uint packed, uint offset)
    {
        var field = Extra(extra, 0x0001);
        return (Take(ref field, unpacked), Take(ref field, packed), Take(ref field, offset));

        static long Take(ref ReadOnlySpan<byte> field, uint narrow)
        {
            if (narrow != uint.MaxValue || field.Length < 8)
            {
                return narrow;
            }

            var wide = BinaryPrimitives.ReadInt64LittleEndian(field);
            field = field[8..];
            return wide >= 0 ? wide : throw new InvalidDataException("A size in the ZIP file's directory is negative. Fetch it again whole.");
        }
    }

    /// <summary>Most programs write UTF-8, flagged or not; older ones the code page of DOS.</summary>
    private static string Name(ReadOnlySpan<byte> name, ReadOnlySpan<byte> extra)
    {
        // Info-ZIP's field: version, checksum of the other name, name in UTF-8.
        if (Extra(extra, 0x7075) is { Length: > 5 } unicode)
        {
            name = unicode[5..];
        }

        try
        {
            return Utf8.GetString(name);
        }
        catch (DecoderFallbackException)
        {
            return Dos.GetString(name);
        }
    }

    private static ReadOnlySpan<byte> Extra(ReadOnlySpan<byte> extra, int id)
    {
        while (extra.Length >= 4)
        {
            var length = Math.Min(Number(extra, 2), extra.Length - 4);
            if (Number(extra, 0) == id)
            {
                return extra.Slice(4, length);
            }

            extra = extra[(4 + length)..];
        }

        return [];
    }

    private static int Number(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    private static uint Long(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);
}
