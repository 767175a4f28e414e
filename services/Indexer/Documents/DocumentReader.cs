using System.Text.Json;
using Dapper;
using Ingest.Contracts;
using Ingest.Storage;

namespace Ingest.Indexer.Documents;

/// <summary>
/// Reads the documents, whether the role runs or not. A data folder in which nothing was indexed yet has none; that is no error, and
/// nothing is made in it.
/// </summary>
internal sealed class DocumentReader(Database database)
{
    /// <summary>A page ends here whatever its limit: a few large articles must not fill the memory.</summary>
    private const long MostCharacters = 4 << 20;

    private const string Columns =
        """
        sequence AS Sequence, first_sequence AS FirstSequence, search_sequence AS SearchSequence, article_id AS ArticleId, deleted AS Deleted, cluster_id AS ClusterId,
        relation AS Relation, canonical_id AS CanonicalId, discovered_at AS DiscoveredAt, indexed_at AS IndexedAt, article AS Article,
        body AS Body
        """;

    /// <summary>The changes after a sequence number, in order; at most <paramref name="limit"/>, at least one if there is one.</summary>
    public Task<ChangePage> AfterAsync(long sequence, int limit, CancellationToken cancellationToken) =>
        database.AskAsync(
            async connection =>
            {
                var documents = new List<StoredDocument>();
                var characters = 0L;
                await foreach (var row in connection.QueryUnbufferedAsync<Row>(
                    $"SELECT {Columns} FROM documents WHERE sequence > @sequence ORDER BY sequence LIMIT @limit",
                    new { sequence, limit }).WithCancellation(cancellationToken))
                {
                    documents.Add(row.ToDocument());
                    characters += row.Body.Length;
                    if (characters > MostCharacters)
                    {
                        break;
                    }
                }

                return new ChangePage(documents, documents.Count < limit && characters <= MostCharacters, HasAll: false);
            },
            new ChangePage([], ReachesEnd: true, HasAll: false),
            cancellationToken);

    /// <summary>The documents with these identifiers, as far as there are any; tombstones too.</summary>
    public Task<IReadOnlyDictionary<string, StoredDocument>> FindAsync(IReadOnlyCollection<string> articleIds, CancellationToken cancellationToken) =>
        database.AskAsync<IReadOnlyDictionary<string, StoredDocument>>(
            async connection =>
            {
                var found = new Dictionary<string, StoredDocument>(articleIds.Count);
                foreach (var ids in IdLists.Chunks(articleIds))
                {
                    var rows = await connection.QueryAsync<Row>($"SELECT {Columns} FROM documents WHERE article_id IN @ids", new { ids });
                    foreach (var row in rows)
                    {
                        found[row.ArticleId] = row.ToDocument();
                    }
                }

                return found;
            },
            new Dictionary<string, StoredDocument>(),
            cancellationToken);

    /// <summary>How many articles each of these clusters has.</summary>
    public Task<IReadOnlyDictionary<string, int>> ClusterSizesAsync(IReadOnlyCollection<string> clusterIds, CancellationToken cancellationToken) =>
        database.AskAsync<IReadOnlyDictionary<string, int>>(
            async connection =>
            {
                var sizes = new Dictionary<string, int>(clusterIds.Count);
                foreach (var ids in IdLists.Chunks(clusterIds))
                {
                    var counts = await connection.QueryAsync<(string Cluster, long Size)>(
                        """
                        SELECT cluster_id, SUM(size) FROM (
                            SELECT cluster_id, COUNT(*) AS size FROM documents
                            WHERE canonical_id <> article_id AND cluster_id IN @ids AND deleted = 0 GROUP BY cluster_id
                            UNION ALL
                            SELECT article_id, 1 FROM documents WHERE article_id IN @ids AND canonical_id = article_id AND deleted = 0
                        ) AS sizes GROUP BY cluster_id
                        """,
                        new { ids });
                    foreach (var (cluster, size) in counts)
                    {
                        sizes[cluster] = (int)size;
                    }
                }

                return sizes;
            },
            new Dictionary<string, int>(),
            cancellationToken);

    /// <summary>The highest sequence number; 0 when there is no document.</summary>
    public Task<long> SequenceAsync(CancellationToken cancellationToken) =>
        database.AskAsync(async connection => await connection.ExecuteScalarAsync<long?>("SELECT MAX(sequence) FROM documents") ?? 0, 0L, cancellationToken);

    /// <summary>How many articles there are, tombstones not counted.</summary>
    public Task<long> CountAsync(CancellationToken cancellationToken) =>
        database.AskAsync(connection => connection.ExecuteScalarAsync<long>("SELECT articles FROM archive WHERE only_row = 1"), 0L, cancellationToken);

    /// <summary>Which store this is; null when there is none.</summary>
    public Task<string?> IdentityAsync(CancellationToken cancellationToken) =>
        database.AskAsync(connection => connection.ExecuteScalarAsync<string?>("SELECT identity FROM archive WHERE only_row = 1"), null, cancellationToken);

    private sealed class Row
    {
        public long Sequence { get; set; }

        public long FirstSequence { get; set; }

        public long SearchSequence { get; set; }

        public string ArticleId { get; set; } = "";

        public long Deleted { get; set; }

        public string ClusterId { get; set; } = "";

        public string Relation { get; set; } = "";

        public string CanonicalId { get; set; } = "";

        public long DiscoveredAt { get; set; }

        public long IndexedAt { get; set; }

        public string Article { get; set; } = "";

        public string Body { get; set; } = "";

        public StoredDocument ToDocument() => new()
        {
            Sequence = Sequence,
            FirstSequence = FirstSequence,
            SearchSequence = SearchSequence,
            ArticleId = ArticleId,
            Deleted = Deleted != 0,
            Article = Deleted != 0 ? null : ReadArticle(),
            ClusterId = ClusterId,
            Relation = Relation,
            CanonicalId = CanonicalId,
            DiscoveredAt = StoreTime.FromMicroseconds(DiscoveredAt),
            IndexedAt = StoreTime.FromMicroseconds(IndexedAt),
        };

        private Article? ReadArticle()
        {
            try
            {
                return JsonSerializer.Deserialize(Article, ContractsJsonContext.Default.Article)! with { Body = Body };
            }
            catch (JsonException)
            {
                // Somebody edited the database. One such row must not stop all others; it counts as not there.
                return null;
            }
        }
    }
}
