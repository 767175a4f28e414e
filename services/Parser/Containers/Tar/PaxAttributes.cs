using System.Buffers.Text;
using System.Text;

namespace Ingest.Parser.Containers.Tar;

/// <summary>What a pax header (POSIX.1-2001) says of the member behind it.</summary>
/// <param name="Path">Its name, when it does not fit in 100 bytes or is not ASCII.</param>
/// <param name="Size">Its size, when it does not fit.</param>
internal readonly record struct PaxAttributes(string? Path, long? Size)
{
    /// <summary>Records are <c>LENGTH NAME=VALUE\n</c>, the length being that of the whole record.</summary>
    public static PaxAttributes Read(ReadOnlySpan<byte> records)
    {
        var found = default(PaxAttributes);
        while (Utf8Parser.TryParse(records, out int length, out var digits) && length > digits + 1 && length <= records.Length)
        {
            var record = records[(digits + 1)..(length - 1)];
            if (record.StartsWith("path="u8))
            {
                found = found with { Path = Encoding.UTF8.GetString(record["path=".Length..]) };
            }
            else if (record.StartsWith("size="u8) && Utf8Parser.TryParse(record["size=".Length..], out long size, out _))
            {
                found = found with { Size = size >= 0 ? size : throw new InvalidDataException("The TAR archive is broken: a member has a negative size.") };
            }

            records = records[length..];
        }

        return found;
    }
}
