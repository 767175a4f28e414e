using System.Buffers.Binary;
using System.Text;

namespace Ingest.Parser.Mail.Outlook;

/// <summary>Unpacks the RTF of a message by [MS-OXRTFCP]: LZ77 with a window of 4 KiB that begins with words that RTF often has.</summary>
internal static class CompressedRtf
{
    private const uint Packed = 0x75465A4C, Plain = 0x414C454D;
    private const int Window = 4_096;

    private const string Dictionary =
        "{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx";

    /// <summary>The RTF; null when the bytes are none of this form.</summary>
    /// <param name="bytes">As in the property.</param>
    /// <param name="most">Bytes at which it stops.</param>
    public static byte[]? Unpack(ReadOnlySpan<byte> bytes, long most)
    {
        if (bytes.Length < 16)
        {
            return null;
        }

        var size = (int)Math.Min(BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]), Math.Min(most, int.MaxValue / 2));
        var data = bytes[16..];
        return BinaryPrimitives.ReadUInt32LittleEndian(bytes[8..]) switch
        {
            Plain => data[..Math.Min(data.Length, size)].ToArray(),
            Packed => Unpacked(data, size),
            _ => null,
        };
    }

    private static byte[] Unpacked(ReadOnlySpan<byte> data, int size)
    {
        var window = new byte[Window];
        var write = Encoding.ASCII.GetBytes(Dictionary, window);
        using var output = new MemoryStream(Math.Min(size, 1 << 20));
        for (var at = 0; at < data.Length && output.Length < size;)
        {
            var control = data[at++];
            for (var bit = 0; bit < 8 && at < data.Length && output.Length < size; bit++)
            {
                if ((control & (1 << bit)) == 0)
                {
                    Write(data[at++]);
                    continue;
                }

                if (at + 2 > data.Length)
                {
                    return output.ToArray();
                }

                var reference = BinaryPrimitives.ReadUInt16BigEndian(data[at..]);
                at += 2;
                var (offset, length) = (reference >> 4, (reference & 0xF) + 2);
                if (offset == write)
                {
                    return output.ToArray();
                }

                for (var i = 0; i < length; i++)
                {
                    Write(window[(offset + i) % Window]);
                }
            }
        }

        return output.ToArray();

        void Write(byte value)
        {
            output.WriteByte(value);
            window[write] = value;
            write = (write + 1) % Window;
        }
    }
}
