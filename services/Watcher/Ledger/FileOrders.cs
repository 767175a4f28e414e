using System.Globalization;

namespace Ingest.Watcher.Ledger;

/// <summary>In which order files are listed, and the cursor of the one that is not by identifier.</summary>
internal static class FileOrders
{
    /// <summary>The latest batch first, and in it the row that was made last.</summary>
    public const string Newest = "newest";

    public static string Cursor(FileRow row) => string.Create(CultureInfo.InvariantCulture, $"{row.Batch}.{row.RowNo}");

    /// <summary>What <see cref="Cursor"/> gave; the very first place for anything else.</summary>
    public static (long Batch, long Row) Read(string? cursor) =>
        cursor?.Split('.') is [var batch, var row]
            && long.TryParse(batch, NumberStyles.None, CultureInfo.InvariantCulture, out var batchNo)
            && long.TryParse(row, NumberStyles.None, CultureInfo.InvariantCulture, out var rowNo)
            ? (batchNo, rowNo)
            : (long.MaxValue, long.MaxValue);
}
