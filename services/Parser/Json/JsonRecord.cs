using System.Text.Json;
using Ingest.Parser.Tables.Columns;

namespace Ingest.Parser.Json;

/// <summary>An object of a list as a record.</summary>
internal sealed class JsonRecord(JsonElement value, IReadOnlyList<JsonColumn> columns) : IRecord
{
    public IReadOnlyList<string> Values(int column) => columns[column].Values(value);
}
