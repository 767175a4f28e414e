using System.Text.Json;
using Ingest.Parser.Tables.Columns;
using Ingest.Parser.Tables.Records;

namespace Ingest.Parser.Json;

/// <summary>A property of the objects of a list, perhaps inside of other objects, as a column.</summary>
/// <param name="Path">The names that lead to it.</param>
/// <param name="Structured">Whether it is a text in parts: all of it, in order, is the value.</param>
internal sealed record JsonColumn(string[] Path, bool Structured)
{
    private const int MostColumns = 200;
    private const int MostValues = 10_000;
    private const int Deepest = 5;

    public string Name { get; } = string.Join('.', Path);

    /// <summary>The columns of the objects, in the order they appear.</summary>
    public static IReadOnlyList<JsonColumn> Of(IEnumerable<JsonElement> records)
    {
        var columns = new Dictionary<(string, bool), JsonColumn>();
        foreach (var record in records)
        {
            Visit(record, [], columns);
        }

        return [.. columns.Values];
    }

    /// <summary>The column of the values.</summary>
    public IReadOnlyList<string> Values(JsonElement record)
    {
        var values = new List<string>(1);
        Collect(record, 0, values);
        return values;
    }

    private static void Visit(JsonElement value, string[] path, Dictionary<(string, bool), JsonColumn> columns)
    {
        if (columns.Count >= MostColumns || path.Length > Deepest)
        {
            return;
        }

        switch (value.ValueKind)
        {
            case JsonValueKind.String or JsonValueKind.Number:
                Note(path, false, columns);
                break;
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray().Take(20))
                {
                    NoteStructure(item, path, columns);
                    Visit(item, path, columns);
                }

                break;
            case JsonValueKind.Object:
                foreach (var property in value.EnumerateObject())
                {
                    NoteStructure(property.Value, [.. path, property.Name], columns);
                    Visit(property.Value, [.. path, property.Name], columns);
                }

                break;
        }
    }

    /// <summary>A body that is an object or a list of objects is also a text as a whole.</summary>
    private static void NoteStructure(JsonElement value, string[] path, Dictionary<(string, bool), JsonColumn> columns)
    {
        if (value.ValueKind == JsonValueKind.Object && path.Length > 0 && ColumnNames.Find(string.Join('.', path)) is { Role: ColumnRole.Body })
        {
            Note(path, true, columns);
        }
    }

    private static void Note(string[] path, bool structured, Dictionary<(string, bool), JsonColumn> columns)
    {
        var column = new JsonColumn(path, structured);
        columns.TryAdd((column.Name, structured), column);
    }

    private void Collect(JsonElement value, int depth, List<string> into)
    {
        if (into.Count >= MostValues)
        {
            return;
        }

        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in value.EnumerateArray())
            {
                Collect(item, depth, into);
            }
        }
        else if (depth == Path.Length && Structured)
        {
            JsonText.Collect(value, into, 0);
        }
        else if (depth == Path.Length)
        {
            if (value.Text() is { } text && !Nothing.Is(text))
            {
                into.Add(text);
            }
        }
        else if (value.ValueKind == JsonValueKind.Object && value.TryGetProperty(Path[depth], out var inner))
        {
            Collect(inner, depth + 1, into);
        }
    }
}
