namespace Ingest.Parser.Tables.Columns;

/// <summary>One row of a table or one object of data, its values by the number of the column.</summary>
internal interface IRecord
{
    /// <summary>The values of a column: none where it is empty, several where the data has a list.</summary>
    IReadOnlyList<string> Values(int column);
}
