using System.Buffers.Binary;
using System.Text;

namespace Ingest.Parser.Tests.Mail;

/// <summary>Writes OLE compound files: small streams in the mini stream, large ones in sectors, a directory that is a list.</summary>
internal sealed class CompoundWriter
{
    private const int SectorSize = 512, MiniSize = 64, Cutoff = 4096;
    private const uint End = 0xFFFFFFFE, Free = 0xFFFFFFFF;

    private readonly List<(string Name, int Parent, byte[]? Data)> _entries = [("Root Entry", -1, null)];

    /// <summary>Adds a storage and gives its number.</summary>
    public int Storage(string name, int parent = 0)
    {
        _entries.Add((name, parent, null));
        return _entries.Count - 1;
    }

    public void Stream(string name, byte[] data, int parent = 0) => _entries.Add((name, parent, data));

    public byte[] Build()
    {
        var (table, mini, sectors) = (new List<uint>(), new List<uint>(), new MemoryStream());
        var (miniStream, starts) = (new MemoryStream(), new uint[_entries.Count]);
        for (var i = 0; i < _entries.Count; i++)
        {
            if (_entries[i].Data is { } data)
            {
                starts[i] = data.Length >= Cutoff ? Append(sectors, table, data, SectorSize) : Append(miniStream, mini, data, MiniSize);
            }
        }

        starts[0] = Append(sectors, table, miniStream.ToArray(), SectorSize);
        var miniTable = Append(sectors, table, Numbers(mini), SectorSize);
        var directory = Append(sectors, table, Directory(starts, miniStream.Length), SectorSize);
        var tableSectors = 1;
        while (tableSectors * (SectorSize / 4) < table.Count + tableSectors)
        {
            tableSectors++;
        }

        var first = (uint)table.Count;
        for (var i = 0; i < tableSectors; i++)
        {
            table.Add(0xFFFFFFFD);
        }

        while (table.Count < tableSectors * (SectorSize / 4))
        {
            table.Add(Free);
        }

        sectors.Write(Numbers(table));
        var header = new byte[SectorSize];
        ((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]).CopyTo(header);
        (header[24], header[26], header[28], header[29], header[30], header[32]) = (0x3E, 3, 0xFE, 0xFF, 9, 6);
        Put(header, 44, (uint)tableSectors);
        Put(header, 48, directory);
        Put(header, 56, Cutoff);
        Put(header, 60, miniTable);
        Put(header, 64, (uint)((mini.Count + 127) / 128));
        Put(header, 68, End);
        for (var i = 0; i < 109; i++)
        {
            Put(header, 76 + (i * 4), i < tableSectors ? first + (uint)i : Free);
        }

        return [.. header, .. sectors.ToArray()];
    }

    private byte[] Directory(uint[] starts, long miniLength)
    {
        var directory = new byte[(_entries.Count + 3) / 4 * 4 * 128];
        for (var i = 0; i < _entries.Count; i++)
        {
            var (name, parent, data) = _entries[i];
            var entry = directory.AsSpan(i * 128, 128);
            Encoding.Unicode.GetBytes(name, entry);
            BinaryPrimitives.WriteUInt16LittleEndian(entry[64..], (ushort)((name.Length * 2) + 2));
            (entry[66], entry[67]) = ((byte)(i == 0 ? 5 : data is null ? 1 : 2), 1);
            int next = _entries.FindIndex(i + 1, other => other.Parent == parent), child = _entries.FindIndex(other => other.Parent == i);
            BinaryPrimitives.WriteInt32LittleEndian(entry[68..], -1);
            BinaryPrimitives.WriteInt32LittleEndian(entry[72..], next);
            BinaryPrimitives.WriteInt32LittleEndian(entry[76..], child);
            BinaryPrimitives.WriteUInt32LittleEndian(entry[116..], starts[i]);
            BinaryPrimitives.WriteUInt32LittleEndian(entry[120..], (uint)(i == 0 ? miniLength : data?.Length ?? 0));
        }

        return directory;
    }

    private static uint Append(MemoryStream stream, List<uint> table, byte[] data, int size)
    {
        if (data.Length == 0)
        {
            return End;
        }

        var start = (uint)table.Count;
        stream.Write(data);
        stream.Write(new byte[(size - (data.Length % size)) % size]);
        for (var (i, count) = (1, (data.Length + size - 1) / size); i <= count; i++)
        {
            table.Add(i == count ? End : start + (uint)i);
        }

        return start;
    }

    private static byte[] Numbers(List<uint> numbers)
    {
        var bytes = new byte[numbers.Count * 4];
        for (var i = 0; i < numbers.Count; i++)
        {
            Put(bytes, i * 4, numbers[i]);
        }

        return bytes;
    }

    private static void Put(byte[] bytes, int at, uint number) => BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(at), number);
}
