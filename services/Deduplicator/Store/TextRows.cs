using System.Data.Common;
using System.Runtime.InteropServices;
using Ingest.Deduplicator.Clusters;
using Ingest.Deduplicator.Sketching;

namespace Ingest.Deduplicator.Store;

/// <summary>Texts in the store.</summary>
internal static class TextRows
{
    private const string Select =
        "SELECT text_no, week, identity, kind, words, tokens, numbers, quotations, grams, phrases, looks_misread, title_key, articles, briefs FROM texts";

    private const int MostDead = 1024;

    private const string MayBeSwept =
        "articles = 0 AND NOT EXISTS (SELECT 1 FROM weeks WHERE weeks.week = texts.week AND weeks.generation <> 0 AND weeks.through < texts.sequence)";

    /// <summary>A text; null when it is gone.</summary>
    public static TextNode? Find(Statements statements, int no) =>
        statements.Query($"{Select} WHERE text_no = @no", Read, ("@no", no)) is [var text] ? text : null;

    /// <summary>Texts of a week that came or went after a sequence number, in that order.</summary>
    public static IEnumerable<TextNode> Since(Statements statements, int week, long sequence) =>
        statements.Stream($"{Select} WHERE week = @week AND sequence > @sequence ORDER BY sequence", Read, ("@week", week), ("@sequence", sequence));

    public static void Save(Statements statements, TextNode text, StoreState state)
    {
        if (text.CameOrWent)
        {
            text.Sequence = ++state.Sequence;
        }

        if (text.IsNew)
        {
            var signature = text.Signature;
            statements.Execute(
                """
                INSERT INTO texts (text_no, week, identity, kind, words, tokens, numbers, quotations, grams, phrases, looks_misread, title_key, articles, briefs, sequence)
                VALUES (@no, @week, @identity, @kind, @words, @tokens, @numbers, @quotations, @grams, @phrases, @looksMisread, @titleKey, @articles, @briefs, @sequence)
                """,
                ("@no", text.No),
                ("@week", text.Week),
                ("@identity", signature.Identity.ToBytes()),
                ("@kind", (long)signature.Kind),
                ("@words", signature.Words),
                ("@tokens", Packing.Words(signature.Tokens)),
                ("@numbers", Packing.Sorted(signature.Numbers)),
                ("@quotations", Packing.Sorted(MemoryMarshal.Cast<int, uint>(signature.Quotations))),
                ("@grams", Packing.Sorted(signature.Grams)),
                ("@phrases", Packing.Whole(signature.Phrases)),
                ("@looksMisread", signature.LooksMisread ? 1 : 0),
                ("@titleKey", (long)signature.TitleKey),
                ("@articles", text.Articles),
                ("@briefs", text.Briefs),
                ("@sequence", text.Sequence));
        }
        else if (text.CameOrWent)
        {
            statements.Execute(
                "UPDATE texts SET articles = @articles, briefs = @briefs, sequence = @sequence WHERE text_no = @no",
                ("@articles", text.Articles),
                ("@briefs", text.Briefs),
                ("@sequence", text.Sequence),
                ("@no", text.No));
        }
        else
        {
            statements.Execute(
                "UPDATE texts SET articles = @articles, briefs = @briefs WHERE text_no = @no",
                ("@articles", text.Articles),
                ("@briefs", text.Briefs),
                ("@no", text.No));
        }
    }

    /// <summary>
    /// Drops dead texts now and then. They are kept for a while because the index of another process must learn the keys of what
    /// went; one that comes too late for that rebuilds itself. Those that a file of the index may still have stay until it is written anew.
    /// </summary>
    public static void Sweep(Statements statements, StoreState state)
    {
        if (state.Dead > MostDead)
        {
            NumberDirectory.Drop(statements, MayBeSwept);
            statements.Execute($"DELETE FROM texts WHERE {MayBeSwept}");
            (state.Dead, state.Swept) = (0, state.Sequence);
        }
    }

    private static TextNode Read(DbDataReader row) => new()
    {
        No = (int)row.GetInt64(0),
        Week = (int)row.GetInt64(1),
        Signature = new TextSignature
        {
            Identity = TextIdentity.FromBytes((byte[])row.GetValue(2)),
            Kind = (TextKind)row.GetInt64(3),
            Words = (int)row.GetInt64(4),
            Tokens = Packing.ToWords((byte[])row.GetValue(5)),
            Numbers = Packing.ToSorted((byte[])row.GetValue(6)),
            Quotations = MemoryMarshal.Cast<uint, int>(Packing.ToSorted((byte[])row.GetValue(7))).ToArray(),
            Grams = Packing.ToSorted((byte[])row.GetValue(8)),
            Phrases = Packing.ToWhole((byte[])row.GetValue(9)),
            LooksMisread = row.GetInt64(10) != 0,
            TitleKey = (ulong)row.GetInt64(11),
        },
        Articles = (int)row.GetInt64(12),
        Briefs = (int)row.GetInt64(13),
        IsDead = row.GetInt64(12) == 0,
    };
}
