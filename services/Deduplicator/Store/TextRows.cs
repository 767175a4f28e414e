using System.Data.Common;
using System.Runtime.InteropServices;
using Ingest.Deduplicator.Clusters;
using Ingest.Deduplicator.Sketching;

namespace Ingest.Deduplicator.Store;

/// <summary>Texts in the store.</summary>
internal static class TextRows
{
    private const string Select =
        "SELECT text_no, identity, kind, words, tokens, numbers, quotations, title_key, articles, briefs FROM texts";

    private const int MostDead = 1024;

    public static TextNode? Find(Statements statements, TextIdentity identity) =>
        statements.Query($"{Select} WHERE identity = @identity", Read, ("@identity", identity.ToBytes())) is [var text] ? text : null;

    public static TextNode Load(Statements statements, int no) =>
        statements.Query($"{Select} WHERE text_no = @no", Read, ("@no", no))[0];

    /// <summary>Texts that came or went after a sequence number, in that order.</summary>
    public static IEnumerable<TextNode> Since(Statements statements, long sequence) =>
        statements.Stream($"{Select} WHERE sequence > @sequence ORDER BY sequence", Read, ("@sequence", sequence));

    /// <summary>All that have articles.</summary>
    public static IEnumerable<TextNode> Alive(Statements statements) =>
        statements.Stream($"{Select} WHERE articles > @none", Read, ("@none", 0));

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
                INSERT INTO texts (text_no, identity, kind, words, tokens, numbers, quotations, title_key, articles, briefs, sequence)
                VALUES (@no, @identity, @kind, @words, @tokens, @numbers, @quotations, @titleKey, @articles, @briefs, @sequence)
                """,
                ("@no", text.No),
                ("@identity", signature.Identity.ToBytes()),
                ("@kind", (long)signature.Kind),
                ("@words", signature.Words),
                ("@tokens", ToBytes(signature.Tokens)),
                ("@numbers", ToBytes(signature.Numbers)),
                ("@quotations", MemoryMarshal.AsBytes<int>(signature.Quotations).ToArray()),
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
    /// went; one that comes too late for that rebuilds itself.
    /// </summary>
    public static void Sweep(Statements statements, StoreState state)
    {
        if (state.Dead > MostDead)
        {
            statements.Execute("DELETE FROM texts WHERE articles = 0");
            (state.Dead, state.Swept) = (0, state.Sequence);
        }
    }

    private static TextNode Read(DbDataReader row) => new()
    {
        No = (int)row.GetInt64(0),
        Signature = new TextSignature
        {
            Identity = TextIdentity.FromBytes((byte[])row.GetValue(1)),
            Kind = (TextKind)row.GetInt64(2),
            Words = (int)row.GetInt64(3),
            Tokens = FromBytes<uint>((byte[])row.GetValue(4)),
            Numbers = FromBytes<uint>((byte[])row.GetValue(5)),
            Quotations = FromBytes<int>((byte[])row.GetValue(6)),
            TitleKey = (ulong)row.GetInt64(7),
        },
        Articles = (int)row.GetInt64(8),
        Briefs = (int)row.GetInt64(9),
        IsDead = row.GetInt64(8) == 0,
    };

    private static byte[] ToBytes(uint[] values) => MemoryMarshal.AsBytes<uint>(values).ToArray();

    private static T[] FromBytes<T>(byte[] bytes)
        where T : struct => MemoryMarshal.Cast<byte, T>(bytes).ToArray();
}
