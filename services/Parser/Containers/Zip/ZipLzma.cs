using System.Buffers.Binary;
using Ingest.Parser.Containers.Streams;
using SharpCompress.Compressors.LZMA;

namespace Ingest.Parser.Containers.Zip;

/// <summary>LZMA in ZIP files: two bytes of version, the length of the properties, the properties, the content (APPNOTE 5.8.8).</summary>
internal static class ZipLzma
{
    /// <summary>What the strongest level of compressors uses; more is a way to take memory.</summary>
    private const uint LargestDictionary = 256u << 20;

    public static Stream Open(SubStream packed, long unpacked)
    {
        Span<byte> head = stackalloc byte[4];
        packed.ReadExactly(head);
        if (BinaryPrimitives.ReadUInt16LittleEndian(head[2..]) != 5)
        {
            throw new InvalidDataException("Its LZMA properties are broken. Fetch it again whole.");
        }

        var properties = new byte[5];
        packed.ReadExactly(properties);
        return BinaryPrimitives.ReadUInt32LittleEndian(properties.AsSpan(1)) > LargestDictionary
            ? throw new InvalidDataException("Its dictionary is larger than 256 MiB. Pack it again.")
            : LzmaStream.Create(properties, new PeekStream(packed), packed.Length - packed.Position, unpacked, false);
    }
}
