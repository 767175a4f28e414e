using Ingest.Parser.Dates;
using Ingest.Parser.Tables.Columns;
using Ingest.Parser.Tables.Mapping;

namespace Ingest.Parser.Tables.Records;

/// <summary>What the first rows of a table say about it: whether they begin with names, and which column holds what.</summary>
internal sealed record TableShape(IReadOnlyList<string> Names, bool HasHeader, ColumnMap Map, IReadOnlyList<ColumnEvidence> Evidence, int Telling, string? Fault)
{
    private const int LongestName = 60;

    /// <summary>Names of the header that say what part of an article they are.</summary>
    public static int TellingNames(IEnumerable<string> cells) =>
        cells.Select(cell => cell.Length <= LongestName ? ColumnNames.Find(cell) : null).Where(found => found is { Score: >= ColumnNames.Telling }).Select(found => found!.Value.Role).Distinct().Count();

    public static TableShape Of(IReadOnlyList<IReadOnlyList<string>> rows, RecordMapping? mapping, bool strict)
    {
        var telling = TellingNames(rows[0]);
        var header = mapping?.Header ?? (telling >= 2 || IsNamedBy(rows[0], mapping) || IsHeader(rows));
        var width = header ? rows[0].Count : rows.Max(row => row.Count);
        // A name of its own for each column, also where the header is short.
        var names = Enumerable.Range(0, width).Select(i => header && i < rows[0].Count && !string.IsNullOrWhiteSpace(rows[0][i]) ? rows[0][i].Trim() : FormattableString.Invariant($"{i + 1}")).ToList();
        List<IRecord> records = [.. rows.Skip(header ? 1 : 0).Select(row => new RowRecord(row))];
        var evidence = RecordSample.Evidence(names, records);
        var (stated, fault) = mapping?.Resolve(names, strict) ?? ([], null);
        return new TableShape(names, header, ColumnChooser.Choose(evidence, records, stated), evidence, telling, fault);
    }

    /// <summary>Names nobody knows: short, each different, without numbers, above columns that hold something else.</summary>
    private static bool IsHeader(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var first = rows[0];
        if (rows.Count < 2 || first.Distinct(StringComparer.OrdinalIgnoreCase).Count() != first.Count || !first.Select((cell, i) => IsName(cell) || (i == 0 && cell.Length == 0)).All(name => name))
        {
            return false;
        }

        var columns = RecordSample.Evidence([.. first], [.. rows.Skip(1).Select(row => new RowRecord(row))]);
        return columns.Any(column => column.IsFilled && (column.Numbers >= 0.9 || column.Days >= 0.9 || column.Addresses >= 0.9 || column.Characters > Math.Max(40, column.Name.Length * 4)));
    }

    private static bool IsName(string cell) =>
        cell.Length is > 0 and <= LongestName && char.IsLetter(cell.TrimStart('_', '#', '"').FirstOrDefault()) && cell[^1] is not ('.' or '!' or '?') && cell.Count(c => c == ' ') < 6 && MachineDate.Read(cell) is null;

    private static bool IsNamedBy(IReadOnlyList<string> cells, RecordMapping? mapping) =>
        mapping is not null && mapping.Columns.SelectMany(column => column.Columns).Any(name => cells.Any(cell => cell.Trim() == name));
}
