namespace Ingest.Parser.Tables.Columns;

/// <summary>The first records of a table or list, from which its columns are understood.</summary>
internal static class RecordSample
{
    /// <summary>Enough to tell a column of dates from one of texts, and little to read again for each piece of a large file.</summary>
    public const int MostRecords = 32;

    /// <summary>Characters after which the sample ends, so that long records cost no more.</summary>
    public const int MostCharacters = 131_072;

    public static IReadOnlyList<ColumnEvidence> Evidence(IReadOnlyList<string> names, IReadOnlyList<IRecord> records)
    {
        var columns = names.Select(name => new ColumnEvidence(name)).ToList();
        foreach (var record in records)
        {
            for (var i = 0; i < columns.Count; i++)
            {
                columns[i].Add(record.Values(i));
            }
        }

        return columns;
    }
}
