namespace Ingest.Parser.Tables.Records;

/// <summary>What programs write into a cell that has nothing in it.</summary>
internal static class Nothing
{
    public static bool Is(string? cell) =>
        string.IsNullOrWhiteSpace(cell) || (cell.Length <= 6 && cell.Trim() is "nan" or "NaN" or "NAN" or "None" or "null" or "NULL" or "N/A" or "n/a" or "\\N" or "NaT" or "[]" or "#N/A");
}
