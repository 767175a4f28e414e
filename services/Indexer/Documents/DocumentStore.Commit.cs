using System.Data.Common;
using Dapper;
using Ingest.Storage;

namespace Ingest.Indexer.Documents;

/// <summary>What is written. The rules: of two revisions the higher holds, of two assignments the higher version, and a repeat changes nothing.</summary>
public sealed partial class DocumentStore
{
    /// <summary>Applies changes in one transaction; for callers that have gathered them already.</summary>
    public async Task<IReadOnlyList<long?>> CommitAsync(IReadOnlyList<DocumentChange> changes, CancellationToken cancellationToken)
    {
        await using var connection = await _database.OpenAsync(cancellationToken);
        await using var transaction = await _database.BeginWriteAsync(connection, cancellationToken);
        var before = await MaxSequenceAsync(connection, transaction);
        var batch = await LoadAsync(connection, transaction, changes, before);
        var accepted = changes.Select(batch.Apply).ToList();
        batch.Number();
        await SaveAsync(connection, transaction, batch);
        await transaction.CommitAsync(cancellationToken);
        if (batch.Sequence > before)
        {
            Changed?.Invoke();
        }

        return accepted.ConvertAll(head => head?.Sequence);
    }

    private static async Task<CommitBatch> LoadAsync(
        DbConnection connection, DbTransaction transaction, IReadOnlyList<DocumentChange> changes, long sequence)
    {
        var batch = new CommitBatch(sequence);
        var articles = changes.Select(change => change.ArticleId).OfType<string>()
            .Concat(changes.SelectMany(change => change.Assignments).Select(assignment => assignment.ArticleId))
            .Distinct();
        foreach (var ids in IdLists.Chunks(articles))
        {
            batch.Add(await connection.QueryAsync<DocumentHead>(
                "SELECT article_id AS ArticleId, revision AS Revision, deleted AS Deleted, sequence AS Sequence, digest AS Digest FROM documents WHERE article_id IN @ids",
                new { ids },
                transaction));
            batch.Add(await connection.QueryAsync<(string, long)>(
                "SELECT article_id, version FROM assignments WHERE article_id IN @ids", new { ids }, transaction));
        }

        return batch;
    }

    private static async Task SaveAsync(DbConnection connection, DbTransaction transaction, CommitBatch batch)
    {
        await connection.ExecuteAsync(
            """
            INSERT INTO documents (article_id, file_id, revision, deleted, sequence, writes, digest, fields, body, discovered_at)
            VALUES (@ArticleId, @FileId, @Revision, @Deleted, @Sequence, 1, @Digest, @Fields, @Body, @DiscoveredAt)
            ON CONFLICT (article_id) DO UPDATE SET file_id = excluded.file_id, revision = excluded.revision, deleted = excluded.deleted,
                sequence = excluded.sequence, writes = documents.writes + 1, digest = excluded.digest, fields = excluded.fields, body = excluded.body,
                discovered_at = excluded.discovered_at
            """,
            batch.Rewritten(),
            transaction);
        await connection.ExecuteAsync(
            "UPDATE documents SET revision = @Revision, sequence = @Sequence, writes = writes + 1 WHERE article_id = @ArticleId", batch.Renumbered(), transaction);
        await connection.ExecuteAsync(
            """
            INSERT INTO assignments (article_id, cluster_id, relation, version) VALUES (@ArticleId, @ClusterId, @Relation, @Version)
            ON CONFLICT (article_id) DO UPDATE SET cluster_id = excluded.cluster_id, relation = excluded.relation, version = excluded.version
            """,
            batch.Assigned(),
            transaction);
    }
}
