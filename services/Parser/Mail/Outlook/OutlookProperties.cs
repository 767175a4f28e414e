using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Ingest.Parser.Text;

namespace Ingest.Parser.Mail.Outlook;

/// <summary>The properties of a message or an attachment by [MS-OXMSG]: a stream each, named by number and type, and one stream of the small ones.</summary>
internal sealed class OutlookProperties
{
    private const string Prefix = "__substg1.0_";
    private const int EntrySize = 16;

    private readonly CompoundFile _file;
    private readonly Dictionary<int, (int Type, CompoundEntry Entry)> _streams = [];
    private readonly Dictionary<int, long> _values = [];

    /// <param name="file">The file.</param>
    /// <param name="entries">What the storage holds.</param>
    /// <param name="header">Bytes before the first small property: they differ by what the storage is.</param>
    public OutlookProperties(CompoundFile file, List<CompoundEntry> entries, int header)
    {
        _file = file;
        foreach (var entry in entries)
        {
            if (entry.Name.Length >= Prefix.Length + 8 && entry.Name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) && uint.TryParse(entry.Name.AsSpan(Prefix.Length, 8), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var tag))
            {
                _streams.TryAdd((int)(tag >> 16), ((int)(tag & 0xFFFF), entry));
            }
            else if (entry.Name.StartsWith("__properties_version", StringComparison.OrdinalIgnoreCase))
            {
                ReadValues(file.Read(entry), header);
            }
        }

        CodePage = (int)(Value(0x3FFD) ?? Value(0x3FDE) ?? 1252);
    }

    /// <summary>Of texts that are not Unicode.</summary>
    public int CodePage { get; }

    /// <summary>A text.</summary>
    public string? Text(int number) => _streams.TryGetValue(number, out var found) && found.Type is 0x1F or 0x1E
        ? (found.Type == 0x1F ? Encoding.Unicode : CodePages.Of(CodePage)).GetString(_file.Read(found.Entry)).TrimEnd('\0')
        : null;

    /// <summary>Bytes.</summary>
    public byte[]? Bytes(int number) => _streams.TryGetValue(number, out var found) && found.Type == 0x102 ? _file.Read(found.Entry) : null;

    /// <summary>A storage: a message that is attached.</summary>
    public CompoundEntry? Storage(int number) => _streams.TryGetValue(number, out var found) && found.Entry.IsStorage ? found.Entry : null;

    /// <summary>A small number, or a time in Windows' count.</summary>
    public long? Value(int number) => _values.TryGetValue(number, out var value) ? value : null;

    /// <summary>A time.</summary>
    public DateTimeOffset? Time(int number)
    {
        var ticks = Value(number) ?? 0;
        return ticks > 0 && ticks < DateTime.MaxValue.Ticks - DateTime.FromFileTimeUtc(0).Ticks ? new DateTimeOffset(DateTime.FromFileTimeUtc(ticks)) : null;
    }

    private void ReadValues(ReadOnlySpan<byte> bytes, int header)
    {
        for (var at = header; at + EntrySize <= bytes.Length; at += EntrySize)
        {
            int type = BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]), number = BinaryPrimitives.ReadUInt16LittleEndian(bytes[(at + 2)..]);
            var value = bytes[(at + 8)..];
            _values.TryAdd(number, type is 0x40 or 0x14 ? BinaryPrimitives.ReadInt64LittleEndian(value) : BinaryPrimitives.ReadInt32LittleEndian(value));
        }
    }
}
