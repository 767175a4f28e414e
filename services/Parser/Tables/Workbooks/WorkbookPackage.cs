using System.Buffers;
using System.IO.Compression;
using Ingest.Parser.Containers;

namespace Ingest.Parser.Tables.Workbooks;

/// <summary>The ZIP archive that a workbook is: told by its parts, and measured before anything unpacks it.</summary>
internal static class WorkbookPackage
{
    private const int MostParts = 10_000;

    /// <summary>Whether the bytes are a workbook of Office Open XML.</summary>
    public static bool Is(ReadOnlyMemory<byte> bytes)
    {
        if (!bytes.Span.StartsWith("PK\u0003\u0004"u8) || bytes.Span.IndexOf("xl/workbook."u8) < 0)
        {
            return false;
        }

        try
        {
            using var archive = Open(bytes);
            return archive.Entries.Count <= MostParts && archive.Entries.Any(entry => entry.FullName.Equals("xl/workbook.xml", StringComparison.OrdinalIgnoreCase));
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException or ArgumentException)
        {
            return false;
        }
    }

    /// <summary>Whether the tables and texts in it stay below a size when they are unpacked; what the archive claims is not asked.</summary>
    public static bool FitsIn(ReadOnlyMemory<byte> bytes, long most, Deadline deadline)
    {
        using var archive = Open(bytes);
        var buffer = ArrayPool<byte>.Shared.Rent(81_920);
        try
        {
            foreach (var part in archive.Entries.Where(entry => entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)))
            {
                using var stream = part.Open();
                for (int read; (read = stream.Read(buffer)) > 0;)
                {
                    deadline.Check();
                    most -= read;
                    if (most < 0)
                    {
                        return false;
                    }
                }
            }

            return true;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static ZipArchive Open(ReadOnlyMemory<byte> bytes) => new(MemberBytes.AsStream(bytes), ZipArchiveMode.Read);
}
