using Ingest.Parser.Tables.Columns;

namespace Ingest.Parser.Tables.Records;

/// <summary>A row of a table as a record; what programs write for "nothing" is nothing.</summary>
internal sealed class RowRecord(IReadOnlyList<string> cells) : IRecord
{
    public IReadOnlyList<string> Values(int column) =>
        column < cells.Count && !Nothing.Is(cells[column]) ? [cells[column]] : [];
}
