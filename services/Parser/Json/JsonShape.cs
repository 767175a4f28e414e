using System.Text.Json;
using Ingest.Parser.Tables.Columns;
using Ingest.Parser.Tables.Mapping;

namespace Ingest.Parser.Json;

/// <summary>What the first objects of a list say about it: its columns, and which holds what.</summary>
internal sealed record JsonShape(IReadOnlyList<JsonColumn> Columns, ColumnMap Map, string? Fault)
{
    public IReadOnlyList<string> Names => [.. Columns.Where(column => !column.Structured).Select(column => column.Name)];

    public static JsonShape Of(IReadOnlyList<JsonElement> sample, RecordMapping? mapping)
    {
        var columns = JsonColumn.Of(sample);
        List<string> names = [.. columns.Select(column => column.Name)];
        List<IRecord> records = [.. sample.Select(value => new JsonRecord(value, columns))];
        // Objects may lack what others have, so a name that is not among the first is no fault; none of them is.
        var (stated, _) = mapping?.Resolve(names, strict: false) ?? ([], null);
        var unfit = stated.Count == 0 && mapping is { Columns.Count: > 0 } ? mapping.Resolve(names, strict: true).Fault : null;
        return new JsonShape(columns, ColumnChooser.Choose(RecordSample.Evidence(names, records), records, stated), unfit);
    }
}
