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
        await SaveAsync(connection, transaction, batch, cancellationToken);
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

    private static async Task SaveAsync(DbConnection connection, DbTransaction transaction, CommitBatch batch, CancellationToken cancellationToken)
    {
        await SaveDocumentsAsync(connection, transaction, batch, cancellationToken);
        await using var renumber = new RepeatedStatement(
            connection,
            transaction,
            "UPDATE documents SET revision = @revision, sequence = @sequence, writes = writes + 1 WHERE article_id = @article",
            "revision", "sequence", "article");
        foreach (var head in batch.Renumbered())
        {
            await renumber.ExecuteAsync(cancellationToken, head.Revision, head.Sequence, head.ArticleId);
        }

        await using var assign = new RepeatedStatement(
            connection,
            transaction,
            """
            INSERT INTO assignments (article_id, cluster_id, relation, version) VALUES (@article, @cluster, @relation, @version)
            ON CONFLICT (article_id) DO UPDATE SET cluster_id = excluded.cluster_id, relation = excluded.relation, version = excluded.version
            """,
            "article", "cluster", "relation", "version");
        foreach (var assignment in batch.Assigned())
        {
            await assign.ExecuteAsync(cancellationToken, assignment.ArticleId, assignment.ClusterId, assignment.Relation, assignment.Version);
        }
    }

    private static async Task SaveDocumentsAsync(DbConnection connection, DbTransaction transaction, CommitBatch batch, CancellationToken cancellationToken)
    {
        await using var save = new RepeatedStatement(
            connection,
            transaction,
            """
            INSERT INTO documents (article_id, file_id, revision, deleted, sequence, writes, digest, fields, body, discovered_at)
            VALUES (@article, @file, @revision, @deleted, @sequence, 1, @digest, @fields, @body, @discovered)
            ON CONFLICT (article_id) DO UPDATE SET file_id = excluded.file_id, revision = excluded.revision, deleted = excluded.deleted,
                sequence = excluded.sequence, writes = documents.writes + 1, digest = excluded.digest, fields = excluded.fields,
                body = excluded.body, discovered_at = excluded.discovered_at
            """,
            "article", "file", "revision", "deleted", "sequence", "digest", "fields", "body", "discovered");
        foreach (var head in batch.Rewritten())
        {
            var content = head.Content!;
            await save.ExecuteAsync(
                cancellationToken, head.ArticleId, content.FileId, head.Revision, head.Deleted, head.Sequence, head.Digest, content.Fields, content.Body, content.DiscoveredAt);
        }
    }
}
