using Ingest.Storage;

namespace Ingest.Deduplicator.Store;

/// <summary>The counters of a store, read at the beginning of each transaction and written at its end.</summary>
internal sealed class StoreState
{
    private const long VersionsPerSecond = 1_000_000_000;

    /// <summary>Last version given to an assignment.</summary>
    public long Version { get; set; }

    /// <summary>Last number given to a text that came or went: what another process's index must catch up with.</summary>
    public long Sequence { get; set; }

    /// <summary>Last number given to a text.</summary>
    public long TextNo { get; set; }

    /// <summary>Last number given to an article.</summary>
    public long ArticleNo { get; set; }

    /// <summary>Texts without articles that still have a row.</summary>
    public long Dead { get; set; }

    /// <summary>An index that is not past this sequence can have missed texts that are gone by now.</summary>
    public long Swept { get; set; }

    /// <summary>Grows when files of the index are written or do not hold any more.</summary>
    public long Runs { get; set; }

    /// <summary>Number of the last decision of a person that these clusters follow.</summary>
    public long Decision { get; set; }

    /// <summary>The number up to which articles are in the sorted table, see <see cref="NumberDirectory"/>.</summary>
    public long ArticlesFiled { get; set; }

    /// <summary>The number up to which texts are in the sorted table.</summary>
    public long TextsFiled { get; set; }

    /// <summary>
    /// Makes the state of a new store. Its versions begin with the time, so that a rebuilt store's assignments are newer than all
    /// that the old one ever made (as long as it made fewer than a billion a second).
    /// </summary>
    public static void Create(Statements statements, string fingerprint, DateTimeOffset now) =>
        statements.Execute(
            """
            INSERT INTO state (id, fingerprint, version, sequence, text_no, article_no, dead, swept, runs, decision)
            VALUES (1, @fingerprint, @version, 0, 0, 0, 0, 0, 0, 0) ON CONFLICT (id) DO NOTHING
            """,
            ("@fingerprint", fingerprint),
            ("@version", now.ToUnixTimeSeconds() * VersionsPerSecond));

    /// <summary>Reads it.</summary>
    /// <exception cref="StoreException">The clusters in this store were made with other figures.</exception>
    public static StoreState Load(Statements statements, string fingerprint)
    {
        var (state, kept) = statements.Query(
            "SELECT version, sequence, text_no, article_no, dead, swept, runs, decision, articles_filed, texts_filed, fingerprint FROM state WHERE id = 1",
            row => (
                new StoreState
                {
                    Version = row.GetInt64(0),
                    Sequence = row.GetInt64(1),
                    TextNo = row.GetInt64(2),
                    ArticleNo = row.GetInt64(3),
                    Dead = row.GetInt64(4),
                    Swept = row.GetInt64(5),
                    Runs = row.GetInt64(6),
                    Decision = row.GetInt64(7),
                    ArticlesFiled = row.GetInt64(8),
                    TextsFiled = row.GetInt64(9),
                },
                row.GetString(10)))[0];
        return kept == fingerprint ? state : throw new StoreException(
            $"The clusters in this store were made with '{kept}', the settings now say '{fingerprint}'. "
            + "Stop the deduplicator and run: ingest rebuild deduplicator. Or take back the settings in Ingest:Deduplicator.");
    }

    /// <summary>Writes it.</summary>
    public void Save(Statements statements) =>
        statements.Execute(
            """
            UPDATE state SET version = @version, sequence = @sequence, text_no = @textNo, article_no = @articleNo, dead = @dead, swept = @swept,
                runs = @runs, decision = @decision, articles_filed = @articlesFiled, texts_filed = @textsFiled
            WHERE id = 1
            """,
            ("@version", Version),
            ("@sequence", Sequence),
            ("@textNo", TextNo),
            ("@articleNo", ArticleNo),
            ("@dead", Dead),
            ("@swept", Swept),
            ("@runs", Runs),
            ("@decision", Decision),
            ("@articlesFiled", ArticlesFiled),
            ("@textsFiled", TextsFiled));
}
