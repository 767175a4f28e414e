using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Ingest.Deduplicator.Store;

/// <summary>Hashes as bytes, in less place than four bytes each.</summary>
internal static class Packing
{
    private const int WordBytes = 3;

    /// <summary>Hashes of 24 bits, three bytes each, in their order.</summary>
    public static byte[] Words(ReadOnlySpan<uint> words)
    {
        var bytes = new byte[words.Length * WordBytes];
        for (var i = 0; i < words.Length; i++)
        {
            var at = i * WordBytes;
            (bytes[at], bytes[at + 1], bytes[at + 2]) = ((byte)words[i], (byte)(words[i] >> 8), (byte)(words[i] >> 16));
        }

        return bytes;
    }

    /// <summary>Undoes <see cref="Words"/>.</summary>
    public static uint[] ToWords(ReadOnlySpan<byte> bytes)
    {
        var words = new uint[bytes.Length / WordBytes];
        for (var i = 0; i < words.Length; i++)
        {
            var at = i * WordBytes;
            words[i] = bytes[at] | ((uint)bytes[at + 1] << 8) | ((uint)bytes[at + 2] << 16);
        }

        return words;
    }

    /// <summary>Hashes of 32 bits, four bytes each, in their order.</summary>
    public static byte[] Whole(ReadOnlySpan<uint> values)
    {
        var bytes = new byte[values.Length * sizeof(uint)];
        for (var i = 0; i < values.Length; i++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(i * sizeof(uint)), values[i]);
        }

        return bytes;
    }

    /// <summary>Undoes <see cref="Whole"/>.</summary>
    public static uint[] ToWhole(ReadOnlySpan<byte> bytes)
    {
        var values = new uint[bytes.Length / sizeof(uint)];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(i * sizeof(uint))..]);
        }

        return values;
    }

    /// <summary>Sorted values, as differences of seven bits a byte.</summary>
    public static byte[] Sorted(ReadOnlySpan<uint> values)
    {
        var bytes = new List<byte>(values.Length * WordBytes);
        var last = 0u;
        foreach (var value in values)
        {
            var rest = value - last;
            for (; rest >= 0x80; rest >>= 7)
            {
                bytes.Add((byte)(rest | 0x80));
            }

            bytes.Add((byte)rest);
            last = value;
        }

        return [.. bytes];
    }

    /// <summary>Undoes <see cref="Sorted"/>.</summary>
    public static uint[] ToSorted(ReadOnlySpan<byte> bytes)
    {
        var values = new List<uint>(bytes.Length / 2);
        var (last, rest, shift) = (0u, 0u, 0);
        foreach (var part in bytes)
        {
            rest |= (uint)(part & 0x7F) << shift;
            shift += 7;
            if (part < 0x80)
            {
                last += rest;
                values.Add(last);
                (rest, shift) = (0, 0);
            }
        }

        return [.. CollectionsMarshal.AsSpan(values)];
    }
}
