using Ingest.Deduplicator.Clusters;
using Ingest.Deduplicator.Comparing;

namespace Ingest.Deduplicator.Store;

/// <summary>Edges in the store, once from either side.</summary>
internal static class EdgeRows
{
    public static Dictionary<int, TextEdge> Of(Statements statements, int text) =>
        statements.Query(
            "SELECT other_no, verdict, jaccard, containment FROM edges WHERE text_no = @text",
            row => KeyValuePair.Create((int)row.GetInt64(0), new TextEdge((TextVerdict)row.GetInt64(1), row.GetDouble(2), row.GetDouble(3))),
            ("@text", text)).ToDictionary();

    public static void Save(Statements statements, int text, int other, TextEdge edge) =>
        statements.Execute(
            """
            INSERT INTO edges (text_no, other_no, verdict, jaccard, containment) VALUES (@text, @other, @verdict, @jaccard, @containment)
            ON CONFLICT (text_no, other_no) DO UPDATE SET verdict = excluded.verdict, jaccard = excluded.jaccard, containment = excluded.containment
            """,
            ("@text", text),
            ("@other", other),
            ("@verdict", (long)edge.Verdict),
            ("@jaccard", edge.Jaccard),
            ("@containment", edge.Containment));

    public static void Delete(Statements statements, int text, int other) =>
        statements.Execute(
            "DELETE FROM edges WHERE text_no = @text AND other_no = @other",
            ("@text", text),
            ("@other", other));
}
