using System.Text.Json;
using Dapper;
using Ingest.Contracts;
using Ingest.Storage;

namespace Ingest.Indexer.Documents;

/// <summary>
/// Writes the documents. Every change is: load the rows that a batch names, let <see cref="DocumentRow"/> decide, save what changed,
/// all in one transaction.
/// </summary>
/// <remarks>
/// Sequence numbers are the highest one plus one, taken inside the transaction: SQLite has one writer, so they become visible in
/// order. On PostgreSQL a later number can be visible before an earlier one; there a tail must not read beyond the oldest running
/// transaction (a column with <c>pg_current_xact_id()</c> and <c>pg_snapshot_xmin</c>), or it will skip a row.
/// </remarks>
internal sealed partial class DocumentStore(Database database, TimeProvider time) : IAsyncDisposable
{
    private readonly SemaphoreSlim _migrating = new(1);
    private GroupCommit<DocumentChange, DocumentState?>? _commits;
    private volatile bool _migrated;

    /// <summary>What was written last.</summary>
    public RecentChanges Recent { get; } = new();

    /// <summary>Raised after a commit, with something new to tail.</summary>
    public event Action? Changed;

    /// <summary>Makes the tables where they are missing, and gives a new store its identity.</summary>
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await _migrating.WaitAsync(cancellationToken);
        try
        {
            if (!_migrated)
            {
                database.Migrate(typeof(DocumentStore));
                await using var connection = await database.OpenAsync(cancellationToken);
                await connection.ExecuteAsync(
                    "INSERT INTO archive (only_row, identity, articles) VALUES (1, @identity, 0) ON CONFLICT (only_row) DO NOTHING",
                    new { identity = Guid.NewGuid().ToString("N") });
                _migrated = true;
            }
        }
        finally
        {
            _migrating.Release();
        }
    }

    /// <summary>
    /// Applies a change, together with all others that wait at this moment; returns when it is durable. The answer tells how the
    /// arriving or retracted article stands now; null when a newer revision is known, or the change is about clusters only.
    /// </summary>
    public Task<DocumentState?> CommitAsync(DocumentChange change, CancellationToken cancellationToken) =>
        LazyInitializer.EnsureInitialized(ref _commits, () => new GroupCommit<DocumentChange, DocumentState?>(ApplyAsync))
            .CommitAsync(change, cancellationToken);

    /// <summary>Applies changes in their order, in one transaction.</summary>
    public async Task<IReadOnlyList<DocumentState?>> ApplyAsync(IReadOnlyList<DocumentChange> changes, CancellationToken cancellationToken)
    {
        if (!_migrated)
        {
            await MigrateAsync(cancellationToken);
        }

        await using var connection = await database.OpenAsync(cancellationToken);
        await using var transaction = await database.BeginWriteAsync(connection, cancellationToken);
        var rows = await LoadAsync(connection, transaction, changes);
        var now = time.GetUtcNow().ToMicroseconds();
        var touched = changes.Select(change => Apply(change, rows, now)).ToList();
        var changed = await SaveAsync(connection, transaction, rows.Values, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        if (changed.Count > 0)
        {
            Recent.Add(changed);
            Changed?.Invoke();
        }

        return touched.ConvertAll(row => row is null
            ? null
            : new DocumentState(row.Revision, row.Deleted, row.Sequence, StoreTime.FromMicroseconds(row.IndexedAt)));
    }

    /// <summary>Fails when the store cannot be used.</summary>
    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await connection.ExecuteScalarAsync("SELECT MAX(sequence) FROM documents");
    }

    public async ValueTask DisposeAsync()
    {
        if (_commits is { } commits)
        {
            await commits.DisposeAsync();
        }

        _migrating.Dispose();
    }

    private static DocumentRow? Apply(DocumentChange change, Dictionary<string, DocumentRow> rows, long now)
    {
        foreach (var assignment in change.Assignments)
        {
            rows[assignment.ArticleId].Assign(assignment);
        }

        if (change.Article is { } article)
        {
            var row = rows[article.ArticleId];
            return row.Take(article, ToJson(article), change.DiscoveredAt.ToMicroseconds(), now) ? row : null;
        }

        if (change.Retracted is { } retracted)
        {
            var row = rows[retracted.ArticleId];
            return row.Withdraw(retracted.Revision, now) ? row : null;
        }

        return null;
    }

    private static string ToJson(Article article) =>
        JsonSerializer.Serialize(article with { Body = "" }, ContractsJsonContext.Default.Article);
}
