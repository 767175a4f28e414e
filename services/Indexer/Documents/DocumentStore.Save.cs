using System.Data.Common;
using Dapper;
using Ingest.Storage;

namespace Ingest.Indexer.Documents;

/// <summary>Writes what a batch changed.</summary>
internal sealed partial class DocumentStore
{
    private const string Insert =
        """
        INSERT INTO documents (sequence, first_sequence, article_id, revision, deleted, search_sequence, cluster_id, relation, canonical_id,
            assignment_version, discovered_at, indexed_at, article, body)
        VALUES (@sequence, @sequence, @id, @revision, @deleted, @search, @cluster, @relation, @canonical, @version, @discovered, @indexed, @article, @body)
        """;

    private const string UpdateContent =
        """
        UPDATE documents SET sequence = @sequence, revision = @revision, deleted = @deleted, search_sequence = @search,
            cluster_id = @cluster, relation = @relation, canonical_id = @canonical, assignment_version = @version,
            discovered_at = @discovered, indexed_at = @indexed, article = @article, body = @body
        WHERE article_id = @id
        """;

    private const string UpdateAssignment =
        """
        UPDATE documents SET sequence = @sequence, search_sequence = @search, cluster_id = @cluster, relation = @relation,
            canonical_id = @canonical, assignment_version = @version
        WHERE article_id = @id
        """;

    private const string KeepEarly =
        """
        INSERT INTO early_assignments (article_id, cluster_id, relation, canonical_id, version)
        VALUES (@id, @cluster, @relation, @canonical, @version)
        ON CONFLICT (article_id) DO UPDATE SET cluster_id = excluded.cluster_id, relation = excluded.relation,
            canonical_id = excluded.canonical_id, version = excluded.version
        """;

    /// <summary>Gives every changed row a new sequence number and writes it; returns what a tail must see, in order.</summary>
    private static async Task<IReadOnlyList<StoredDocument>> SaveAsync(
        DbConnection connection, DbTransaction transaction, IReadOnlyCollection<DocumentRow> rows, CancellationToken cancellationToken)
    {
        var changed = rows.Where(row => row.ContentChanged || row.AssignmentChanged).ToList();
        if (changed.Count == 0)
        {
            return [];
        }

        var sequence = await connection.ExecuteScalarAsync<long?>("SELECT MAX(sequence) FROM documents", transaction: transaction) ?? 0;
        var changes = new List<StoredDocument>(changed.Count);
        await using var insert = new RepeatedStatement(connection, transaction, Insert, ContentParameters);
        await using var update = new RepeatedStatement(connection, transaction, UpdateContent, ContentParameters);
        await using var assign = new RepeatedStatement(
            connection, transaction, UpdateAssignment, "@sequence", "@id", "@search", "@cluster", "@relation", "@canonical", "@version");
        await using var early = new RepeatedStatement(connection, transaction, KeepEarly, "@id", "@cluster", "@relation", "@canonical", "@version");
        foreach (var row in changed)
        {
            if (row.Revision == 0)
            {
                await early.ExecuteAsync(cancellationToken, row.ArticleId, row.ClusterId, row.Relation, row.CanonicalId, row.Version);
                continue;
            }

            if (row.ContentChanged || !row.VersionOnly)
            {
                row.Sequence = ++sequence;
                row.SearchSequence = row.SearchChanged ? sequence : row.SearchSequence;
                row.FirstSequence = row.IsStored ? row.FirstSequence : sequence;
            }

            if (!row.ContentChanged)
            {
                if (!row.VersionOnly)
                {
                    changes.Add(row.ToDocument());
                }

                await assign.ExecuteAsync(
                    cancellationToken, row.Sequence, row.ArticleId, row.SearchSequence, row.ClusterId, row.Relation, row.CanonicalId, row.Version);
                continue;
            }

            row.StandAlone();
            changes.Add(row.ToDocument());
            await (row.IsStored ? update : insert).ExecuteAsync(
                cancellationToken, row.Sequence, row.ArticleId, row.Revision, row.Deleted ? 1L : 0L, row.SearchSequence, row.ClusterId,
                row.Relation, row.CanonicalId, row.Version, row.DiscoveredAt, row.IndexedAt, row.Article!, row.Body!);
        }

        await connection.ExecuteAsync(
            "DELETE FROM early_assignments WHERE article_id = @ArticleId",
            changed.Where(row => row.HasEarlyAssignment && row.Revision > 0),
            transaction);
        await connection.ExecuteAsync(
            "UPDATE archive SET articles = articles + @more WHERE only_row = 1",
            new { more = changed.Sum(row => row.MoreArticles) },
            transaction);
        return changes;
    }

    private static ReadOnlySpan<string> ContentParameters => new[]
    {
        "@sequence", "@id", "@revision", "@deleted", "@search", "@cluster", "@relation", "@canonical", "@version", "@discovered",
        "@indexed", "@article", "@body",
    };
}
