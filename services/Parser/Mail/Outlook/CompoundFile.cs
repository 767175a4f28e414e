using System.Buffers.Binary;
using System.Text;

namespace Ingest.Parser.Mail.Outlook;

/// <summary>
/// Reads OLE compound files by [MS-CFB]: sectors in chains, a directory that is a tree, small streams in a stream of their own. What points
/// outside the file or in a circle ends there; nothing is ever larger than the file.
/// </summary>
internal sealed class CompoundFile
{
    private const int HeaderSize = 512, EntrySize = 128, HeaderSectors = 109;
    private const uint LastRegular = 0xFFFF_FFFA;

    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly int _sector, _mini;
    private readonly uint _cutoff;
    private readonly List<uint> _table = [];
    private readonly uint[] _miniTable;
    private readonly byte[] _directory;
    private readonly byte[] _miniStream;

    private CompoundFile(ReadOnlyMemory<byte> bytes, int shift, int miniShift)
    {
        _bytes = bytes;
        (_sector, _mini) = (1 << shift, 1 << miniShift);
        _cutoff = Number(56);
        ReadTable();
        _directory = Chain(Number(48), long.MaxValue);
        _miniTable = ToNumbers(Chain(Number(60), long.MaxValue));
        _miniStream = Entry(0) is { } root ? Chain(root.Start, root.Size) : [];
    }

    /// <summary>The file, or null when its header is none of a compound file.</summary>
    public static CompoundFile? Open(ReadOnlyMemory<byte> bytes)
    {
        var header = bytes.Span;
        if (header.Length < HeaderSize || !header.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]))
        {
            return null;
        }

        int shift = BinaryPrimitives.ReadUInt16LittleEndian(header[30..]), mini = BinaryPrimitives.ReadUInt16LittleEndian(header[32..]);
        return shift is 9 or 12 && mini is >= 4 and <= 9 ? new CompoundFile(bytes, shift, mini) : null;
    }

    /// <summary>What the root holds.</summary>
    public List<CompoundEntry> Root => Entry(0) is { } root ? Entries(root) : [];

    /// <summary>What a storage holds.</summary>
    public List<CompoundEntry> Entries(CompoundEntry storage)
    {
        var (entries, seen, open) = (new List<CompoundEntry>(), new HashSet<int>(), new Stack<int>([storage.Child]));
        while (open.TryPop(out var index))
        {
            if (index < 0 || !seen.Add(index) || Entry(index) is not { } entry)
            {
                continue;
            }

            entries.Add(entry);
            open.Push(BinaryPrimitives.ReadInt32LittleEndian(_directory.AsSpan((index * EntrySize) + 68)));
            open.Push(BinaryPrimitives.ReadInt32LittleEndian(_directory.AsSpan((index * EntrySize) + 72)));
        }

        return entries;
    }

    /// <summary>The bytes of a stream, as many as are there.</summary>
    public byte[] Read(CompoundEntry stream)
    {
        if (stream.IsStorage || stream.Size <= 0)
        {
            return [];
        }

        return stream.Size >= _cutoff ? Chain(stream.Start, stream.Size) : MiniChain(stream.Start, stream.Size);
    }

    private CompoundEntry? Entry(int index)
    {
        if (index < 0 || ((long)index + 1) * EntrySize > _directory.Length)
        {
            return null;
        }

        var entry = _directory.AsSpan(index * EntrySize, EntrySize);
        var length = Math.Clamp(BinaryPrimitives.ReadUInt16LittleEndian(entry[64..]) - 2, 0, 62);
        var type = entry[66];
        // Sizes of the older version have 32 bits, and anything above them.
        var size = _sector == 512 ? BinaryPrimitives.ReadUInt32LittleEndian(entry[120..]) : BinaryPrimitives.ReadInt64LittleEndian(entry[120..]);
        return type is 0 or > 5 ? null : new CompoundEntry(
            Encoding.Unicode.GetString(entry[..length]), type is 1 or 5, BinaryPrimitives.ReadInt32LittleEndian(entry[76..]), BinaryPrimitives.ReadUInt32LittleEndian(entry[116..]), Math.Clamp(size, 0, _bytes.Length));
    }

    private void ReadTable()
    {
        var sectors = (_bytes.Length / _sector) + 1;
        var lists = new List<uint>();
        for (var i = 0; i < HeaderSectors; i++)
        {
            lists.Add(Number(76 + (i * 4)));
        }

        var (next, seen) = (Number(68), 0);
        while (next < LastRegular && seen++ < sectors && Sector(next) is { IsEmpty: false } list)
        {
            for (var i = 0; i + 8 <= list.Length; i += 4)
            {
                lists.Add(BinaryPrimitives.ReadUInt32LittleEndian(list[i..]));
            }

            next = list.Length == _sector ? BinaryPrimitives.ReadUInt32LittleEndian(list[(_sector - 4)..]) : uint.MaxValue;
        }

        foreach (var sector in lists.Where(sector => sector < LastRegular).Take(sectors))
        {
            var part = Sector(sector);
            for (var i = 0; i + 4 <= part.Length && _table.Count <= sectors; i += 4)
            {
                _table.Add(BinaryPrimitives.ReadUInt32LittleEndian(part[i..]));
            }
        }
    }

    private byte[] Chain(uint start, long size)
    {
        using var stream = new MemoryStream();
        for (var (sector, seen) = (start, 0); sector < LastRegular && seen <= _table.Count && stream.Length < size; seen++)
        {
            var part = Sector(sector);
            stream.Write(part[..(int)Math.Min(part.Length, size - stream.Length)]);
            sector = sector < _table.Count ? _table[(int)sector] : uint.MaxValue;
        }

        return stream.ToArray();
    }

    private byte[] MiniChain(uint start, long size)
    {
        using var stream = new MemoryStream();
        for (var (sector, seen) = (start, 0); sector < LastRegular && seen <= _miniTable.Length && stream.Length < size; seen++)
        {
            var at = sector * (long)_mini;
            if (at >= _miniStream.Length)
            {
                break;
            }

            stream.Write(_miniStream, (int)at, (int)Math.Min(Math.Min(_mini, _miniStream.Length - at), size - stream.Length));
            sector = sector < _miniTable.Length ? _miniTable[sector] : uint.MaxValue;
        }

        return stream.ToArray();
    }

    private ReadOnlySpan<byte> Sector(uint index)
    {
        var at = (index + 1L) * _sector;
        return at >= _bytes.Length ? default : _bytes.Span.Slice((int)at, (int)Math.Min(_sector, _bytes.Length - at));
    }

    private uint Number(int at) => BinaryPrimitives.ReadUInt32LittleEndian(_bytes.Span[at..]);

    private static uint[] ToNumbers(byte[] bytes)
    {
        var numbers = new uint[bytes.Length / 4];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(i * 4));
        }

        return numbers;
    }
}
