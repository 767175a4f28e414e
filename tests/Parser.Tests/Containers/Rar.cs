using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;

namespace Ingest.Parser.Tests.Containers;

/// <summary>Writes RAR 4 archives of stored members, as there is no library that writes any.</summary>
internal static class Rar
{
    public static byte[] Of(params (string Name, byte[] Content)[] members)
    {
        var memory = new MemoryStream();
        memory.Write([0x52, 0x61, 0x72, 0x21, 0x1A, 7, 0]);
        memory.Write(Header(0x73, 0, new byte[6]));
        foreach (var (name, content) in members)
        {
            var encoded = Encoding.ASCII.GetBytes(name);
            var body = new byte[25 + encoded.Length];
            BinaryPrimitives.WriteInt32LittleEndian(body, content.Length);
            BinaryPrimitives.WriteInt32LittleEndian(body.AsSpan(4), content.Length);
            body[8] = 3;
            BinaryPrimitives.WriteUInt32LittleEndian(body.AsSpan(9), Crc32.HashToUInt32(content));
            BinaryPrimitives.WriteInt32LittleEndian(body.AsSpan(13), 0x5A4D6000);
            body[17] = 20;
            body[18] = 0x30;
            BinaryPrimitives.WriteUInt16LittleEndian(body.AsSpan(19), (ushort)encoded.Length);
            BinaryPrimitives.WriteInt32LittleEndian(body.AsSpan(21), 0x81A4);
            encoded.CopyTo(body, 25);
            memory.Write(Header(0x74, 0x8000, body));
            memory.Write(content);
        }

        memory.Write(Header(0x7B, 0x4000, []));
        return memory.ToArray();
    }

    private static byte[] Header(byte type, ushort flags, byte[] body)
    {
        var header = new byte[7 + body.Length];
        header[2] = type;
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(3), flags);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(5), (ushort)header.Length);
        body.CopyTo(header, 7);
        BinaryPrimitives.WriteUInt16LittleEndian(header, (ushort)Crc32.HashToUInt32(header.AsSpan(2)));
        return header;
    }
}
