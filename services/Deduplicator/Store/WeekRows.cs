namespace Ingest.Deduplicator.Store;

/// <summary>The weeks that have texts, and the files of the index that hold them.</summary>
internal static class WeekRows
{
    public static List<WeekRow> All(Statements statements) =>
        statements.Query(
            "SELECT week, last, generation, through FROM weeks",
            row => new WeekRow((int)row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3)));

    /// <summary>A text of the week came or went.</summary>
    public static void Touch(Statements statements, int week, long sequence) =>
        statements.Execute(
            """
            INSERT INTO weeks (week, last, generation, through) VALUES (@week, @last, 0, 0)
            ON CONFLICT (week) DO UPDATE SET last = excluded.last
            """,
            ("@week", week),
            ("@last", sequence));

    /// <summary>All of the week up to a sequence number is in a file.</summary>
    public static void Written(Statements statements, int week, long generation, long through) =>
        statements.Execute(
            "UPDATE weeks SET generation = @generation, through = @through WHERE week = @week",
            ("@generation", generation),
            ("@through", through),
            ("@week", week));
}

/// <summary>A week.</summary>
/// <param name="Week">Its number.</param>
/// <param name="Last">Sequence number of the last text that came or went.</param>
/// <param name="Generation">Of the file; 0 for none.</param>
/// <param name="Through">The sequence number up to which texts are in the file.</param>
internal readonly record struct WeekRow(int Week, long Last, long Generation, long Through);
