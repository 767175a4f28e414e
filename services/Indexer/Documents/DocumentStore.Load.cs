using System.Data.Common;
using Dapper;
using Ingest.Storage;

namespace Ingest.Indexer.Documents;

/// <summary>Reads what a batch is about to change.</summary>
internal sealed partial class DocumentStore
{
    /// <summary>A row for every article that the changes name, new ones included.</summary>
    private static async Task<Dictionary<string, DocumentRow>> LoadAsync(
        DbConnection connection, DbTransaction transaction, IReadOnlyList<DocumentChange> changes)
    {
        var arriving = changes.Where(change => change.Article is not null).Select(change => change.Article!.ArticleId).ToHashSet();
        var named = changes.SelectMany(change => change.Assignments.Select(assignment => assignment.ArticleId))
            .Concat(changes.Where(change => change.Retracted is not null).Select(change => change.Retracted!.ArticleId))
            .Concat(arriving)
            .ToHashSet();
        var rows = new Dictionary<string, DocumentRow>(named.Count);
        foreach (var ids in IdLists.Chunks(named))
        {
            var stored = await connection.QueryAsync<StoredRow>(
                """
                SELECT article_id AS ArticleId, sequence AS Sequence, first_sequence AS FirstSequence, search_sequence AS SearchSequence, revision AS Revision,
                    deleted AS Deleted, cluster_id AS ClusterId, relation AS Relation, canonical_id AS CanonicalId,
                    assignment_version AS Version, discovered_at AS DiscoveredAt, indexed_at AS IndexedAt
                FROM documents WHERE article_id IN @ids
                """,
                new { ids },
                transaction);
            foreach (var row in stored)
            {
                rows[row.ArticleId] = row.ToRow();
            }
        }

        await LoadTextsAsync(connection, transaction, rows, arriving);
        await AddNewAsync(connection, transaction, rows, [.. named.Where(id => !rows.ContainsKey(id))]);
        return rows;
    }

    /// <summary>The text of an article that comes again, to see whether anything differs.</summary>
    private static async Task LoadTextsAsync(
        DbConnection connection, DbTransaction transaction, Dictionary<string, DocumentRow> rows, IEnumerable<string> arriving)
    {
        foreach (var ids in IdLists.Chunks(arriving.Where(id => rows.TryGetValue(id, out var row) && !row.Deleted)))
        {
            var texts = await connection.QueryAsync<(string ArticleId, string Article, string Body)>(
                "SELECT article_id, article, body FROM documents WHERE article_id IN @ids", new { ids }, transaction);
            foreach (var text in texts)
            {
                (rows[text.ArticleId].Article, rows[text.ArticleId].Body) = (text.Article, text.Body);
            }
        }
    }

    /// <summary>Rows of articles that are not stored; with the assignment that may have come before them.</summary>
    private static async Task AddNewAsync(
        DbConnection connection, DbTransaction transaction, Dictionary<string, DocumentRow> rows, IReadOnlyList<string> unknown)
    {
        foreach (var id in unknown)
        {
            rows[id] = new DocumentRow { ArticleId = id };
        }

        // The table is empty nearly always, and asking that is cheaper than asking for each of them.
        var any = unknown.Count > 0
            && await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM (SELECT 1 FROM early_assignments LIMIT 1) AS early", transaction: transaction) > 0;
        foreach (var ids in IdLists.Chunks(any ? unknown : []))
        {
            var early = await connection.QueryAsync<StoredRow>(
                """
                SELECT article_id AS ArticleId, cluster_id AS ClusterId, relation AS Relation, canonical_id AS CanonicalId, version AS Version
                FROM early_assignments WHERE article_id IN @ids
                """,
                new { ids },
                transaction);
            foreach (var assignment in early)
            {
                var row = rows[assignment.ArticleId];
                (row.ClusterId, row.Relation, row.CanonicalId, row.Version, row.HasEarlyAssignment) =
                    (assignment.ClusterId, assignment.Relation, assignment.CanonicalId, assignment.Version, true);
            }
        }
    }

    private sealed class StoredRow
    {
        public string ArticleId { get; set; } = "";

        public long Sequence { get; set; }

        public long FirstSequence { get; set; }

        public long SearchSequence { get; set; }

        public long Revision { get; set; }

        public long Deleted { get; set; }

        public string ClusterId { get; set; } = "";

        public string Relation { get; set; } = "";

        public string CanonicalId { get; set; } = "";

        public long Version { get; set; }

        public long DiscoveredAt { get; set; }

        public long IndexedAt { get; set; }

        public DocumentRow ToRow() => new()
        {
            ArticleId = ArticleId, IsStored = true, Sequence = Sequence, FirstSequence = FirstSequence, SearchSequence = SearchSequence, Revision = Revision,
            Deleted = Deleted != 0, WasDeleted = Deleted != 0, ClusterId = ClusterId, Relation = Relation, CanonicalId = CanonicalId, Version = Version,
            DiscoveredAt = DiscoveredAt, IndexedAt = IndexedAt,
        };
    }
}
