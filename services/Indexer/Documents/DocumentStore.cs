using System.Data.Common;
using Dapper;
using Ingest.Storage;

namespace Ingest.Indexer.Documents;

/// <summary>
/// The documents, each with the sequence number of its last change. One part a side: here what is opened and asked, in
/// <c>Commit</c> what is written.
/// </summary>
public sealed partial class DocumentStore : IAsyncDisposable
{
    private readonly Database _database;
    private readonly GroupCommit<DocumentChange, long?> _writes;
    private volatile bool _made;

    /// <param name="database">Where it is; <see cref="Migrate"/> comes before everything else.</param>
    public DocumentStore(Database database)
    {
        _database = database;
        _writes = new GroupCommit<DocumentChange, long?>(CommitAsync);
    }

    /// <summary>Raised after a commit that search must follow.</summary>
    public event Action? Changed;

    /// <summary>Whether nobody has made a store here yet.</summary>
    public async Task<bool> IsMissingAsync(CancellationToken cancellationToken)
    {
        _made = _made || await _database.AskAsync(
            async connection => await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM identity") >= 0, nothing: false, cancellationToken);
        return !_made;
    }

    /// <summary>Makes or updates the tables.</summary>
    /// <exception cref="StoreException">It cannot be done; the message says what to do.</exception>
    public void Migrate() => _database.Migrate(typeof(DocumentStore));

    /// <summary>Identifies this store, from its first use on; an index keeps it to know whose it is.</summary>
    public async Task<string> IdentityAsync(CancellationToken cancellationToken)
    {
        await using var connection = await _database.OpenAsync(cancellationToken);
        await connection.ExecuteAsync(
            "INSERT INTO identity (name, value) VALUES ('store', @value) ON CONFLICT (name) DO NOTHING", new { value = Guid.NewGuid().ToString("N") });
        return await connection.QuerySingleAsync<string>("SELECT value FROM identity WHERE name = 'store'");
    }

    /// <summary>Applies a change, together with whatever else waits.</summary>
    /// <returns>The document's sequence number; null when a newer revision is kept, or when the change was of assignments only.</returns>
    public Task<long?> ApplyAsync(DocumentChange change, CancellationToken cancellationToken) => _writes.CommitAsync(change, cancellationToken);

    /// <summary>
    /// Changes after a sequence number, in order. On SQLite a number is visible only when all lower ones are; a PostgreSQL store
    /// must not read past the oldest transaction that still runs, or a row that commits late would be skipped for ever.
    /// </summary>
    public async Task<IReadOnlyList<Document>> TailAsync(long after, int limit, CancellationToken cancellationToken)
    {
        await using var connection = await _database.OpenAsync(cancellationToken);
        var rows = await connection.QueryAsync<DocumentRow>(
            $"{DocumentRow.Select} WHERE d.sequence > @after ORDER BY d.sequence LIMIT @limit", new { after, limit });
        return [.. rows.Select(row => row.ToDocument())];
    }

    /// <summary>Documents by identifier, those that are not withdrawn, in any order.</summary>
    public async Task<IReadOnlyList<Document>> FindAsync(IReadOnlyCollection<string> articleIds, CancellationToken cancellationToken)
    {
        var found = new List<Document>(articleIds.Count);
        if (articleIds.Count == 0 || await IsMissingAsync(cancellationToken))
        {
            return found;
        }

        await using var connection = await _database.OpenAsync(cancellationToken);
        foreach (var ids in IdLists.Chunks(articleIds))
        {
            var rows = await connection.QueryAsync<DocumentRow>($"{DocumentRow.Select} WHERE d.deleted = 0 AND d.article_id IN @ids", new { ids });
            found.AddRange(rows.Select(row => row.ToDocument()));
        }

        return found;
    }

    /// <summary>How many documents each cluster has.</summary>
    public async Task<IReadOnlyDictionary<string, int>> ClusterSizesAsync(IEnumerable<string> clusterIds, CancellationToken cancellationToken)
    {
        var sizes = new Dictionary<string, int>();
        await using var connection = await _database.OpenAsync(cancellationToken);
        foreach (var ids in IdLists.Chunks(clusterIds.Distinct()))
        {
            var rows = await connection.QueryAsync<(string ClusterId, long Count)>(
                """
                SELECT a.cluster_id, COUNT(*) FROM assignments a JOIN documents d ON d.article_id = a.article_id
                WHERE a.cluster_id IN @ids AND d.deleted = 0 GROUP BY a.cluster_id
                """,
                new { ids });
            foreach (var (clusterId, count) in rows)
            {
                sizes[clusterId] = (int)count;
            }
        }

        return sizes;
    }

    /// <summary>Number of documents and the highest sequence number.</summary>
    public async Task<(long Documents, long Sequence)> CountAsync(CancellationToken cancellationToken)
    {
        if (await IsMissingAsync(cancellationToken))
        {
            return (0, 0);
        }

        await using var connection = await _database.OpenAsync(cancellationToken);
        return await connection.QuerySingleAsync<(long, long)>(
            "SELECT (SELECT COUNT(*) FROM documents WHERE deleted = 0), (SELECT COALESCE(MAX(sequence), 0) FROM documents)");
    }

    /// <summary>The highest sequence number.</summary>
    public async Task<long> SequenceAsync(CancellationToken cancellationToken)
    {
        if (await IsMissingAsync(cancellationToken))
        {
            return 0;
        }

        await using var connection = await _database.OpenAsync(cancellationToken);
        return await MaxSequenceAsync(connection, null);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _writes.DisposeAsync();

    private static Task<long> MaxSequenceAsync(DbConnection connection, DbTransaction? transaction) =>
        connection.QuerySingleAsync<long>("SELECT COALESCE(MAX(sequence), 0) FROM documents", transaction: transaction);
}
