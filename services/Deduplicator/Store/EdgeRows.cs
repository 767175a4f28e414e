using Ingest.Deduplicator.Clusters;
using Ingest.Deduplicator.Comparing;

namespace Ingest.Deduplicator.Store;

/// <summary>Edges in the store, once from either side.</summary>
internal static class EdgeRows
{
    public static Dictionary<int, TextEdge> Of(Statements statements, int text) =>
        statements.Query(
            "SELECT other_no, verdict, jaccard, in_other, of_other, numbers, grams, shared_words FROM edges WHERE text_no = @text",
            row => KeyValuePair.Create((int)row.GetInt64(0), new TextEdge(
                (TextVerdict)row.GetInt64(1), row.GetDouble(2), row.GetDouble(3), row.GetDouble(4), row.GetDouble(5), row.GetDouble(6), (int)row.GetInt64(7))),
            ("@text", text)).ToDictionary();

    public static void Save(Statements statements, int text, int other, TextEdge edge) =>
        statements.Execute(
            """
            INSERT INTO edges (text_no, other_no, verdict, jaccard, in_other, of_other, numbers, grams, shared_words)
            VALUES (@text, @other, @verdict, @jaccard, @inOther, @ofOther, @numbers, @grams, @sharedWords)
            ON CONFLICT (text_no, other_no) DO UPDATE SET verdict = excluded.verdict, jaccard = excluded.jaccard, in_other = excluded.in_other,
                of_other = excluded.of_other, numbers = excluded.numbers, grams = excluded.grams, shared_words = excluded.shared_words
            """,
            ("@text", text),
            ("@other", other),
            ("@verdict", (long)edge.Verdict),
            ("@jaccard", edge.Jaccard),
            ("@inOther", edge.InOther),
            ("@ofOther", edge.OfOther),
            ("@numbers", edge.Numbers),
            ("@grams", edge.Grams),
            ("@sharedWords", edge.SharedWords));

    public static void Delete(Statements statements, int text, int other) =>
        statements.Execute(
            "DELETE FROM edges WHERE text_no = @text AND other_no = @other",
            ("@text", text),
            ("@other", other));
}
