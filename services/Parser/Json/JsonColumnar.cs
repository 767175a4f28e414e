using System.Text.Json;
using Ingest.Parser.Articles;
using Ingest.Parser.Tables.Mapping;
using Ingest.Parser.Tables.Records;

namespace Ingest.Parser.Json;

/// <summary>
/// Reads tables that a data frame wrote as JSON: by columns (<c>{"title": {"0": "…", "1": "…"}}</c>, or with lists), or split
/// (<c>{"columns": […], "data": [[…]]}</c>).
/// </summary>
internal static class JsonColumnar
{
    /// <summary>The outcome; null when the data is no such table, or one without articles.</summary>
    public static ParseOutcome? Read(JsonElement root, RecordMapping? mapping, ArticleList articles, Deadline deadline)
    {
        if (root.ValueKind != JsonValueKind.Object || (Split(root) ?? ByColumns(root)) is not { Count: > 1 } rows)
        {
            return null;
        }

        deadline.Check();
        var shape = TableShape.Of([.. rows.Take(33)], (mapping ?? new RecordMapping("")) with { Header = true }, strict: false);
        if (!shape.Map.IsArticleLike)
        {
            return null;
        }

        var reader = new RecordReader(articles, shape.Map, mapping, "json-columns");
        foreach (var row in rows.Skip(1))
        {
            deadline.Check();
            reader.Add(new RowRecord(row));
        }

        return articles.Finish("The table has columns of articles, but nothing in them.");
    }

    private static List<IReadOnlyList<string>>? Split(JsonElement root)
    {
        if (root.Property("columns") is not { ValueKind: JsonValueKind.Array } columns || root.Property("data") is not { ValueKind: JsonValueKind.Array } data || !data.EnumerateArray().All(row => row.ValueKind == JsonValueKind.Array))
        {
            return null;
        }

        return [[.. columns.EnumerateArray().Select(Cell)], .. data.EnumerateArray().Select(row => (IReadOnlyList<string>)[.. row.EnumerateArray().Select(Cell)])];
    }

    private static List<IReadOnlyList<string>>? ByColumns(JsonElement root)
    {
        var columns = root.EnumerateObject().ToList();
        if (columns.Count < 2 || !columns.TrueForAll(column => Keys(column.Value) is { Count: > 0 }) || columns.Select(column => Keys(column.Value)!.Count).Distinct().Count() > 1)
        {
            return null;
        }

        var keys = Keys(columns[0].Value)!;
        var values = columns.ConvertAll(column => column.Value.ValueKind == JsonValueKind.Array ? [.. column.Value.EnumerateArray()] : column.Value.EnumerateObject().Select(cell => cell.Value).ToList());
        return [[.. columns.Select(column => column.Name)], .. Enumerable.Range(0, keys.Count).Select(i => (IReadOnlyList<string>)[.. values.Select(column => Cell(column[i]))])];
    }

    /// <summary>The numbers of the rows; null when the value is no column.</summary>
    private static List<string>? Keys(JsonElement column) => column.ValueKind switch
    {
        JsonValueKind.Object when column.EnumerateObject().All(cell => cell.Name.All(char.IsAsciiDigit) && cell.Value.ValueKind is not JsonValueKind.Object) => [.. column.EnumerateObject().Select(cell => cell.Name)],
        JsonValueKind.Array when column.GetArrayLength() > 1 && column.EnumerateArray().All(cell => cell.ValueKind is not JsonValueKind.Object) => [.. Enumerable.Range(0, column.GetArrayLength()).Select(i => i.ToString(System.Globalization.CultureInfo.InvariantCulture))],
        _ => null,
    };

    private static string Cell(JsonElement value) => value.ValueKind == JsonValueKind.Array ? string.Join("; ", value.Strings()) : value.Text() ?? "";
}
