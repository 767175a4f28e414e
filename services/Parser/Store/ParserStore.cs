using System.Data.Common;
using Dapper;
using Ingest.Contracts;
using Ingest.Storage;

namespace Ingest.Parser.Store;

/// <summary>
/// The parser's results and articles. Lookups and writes of many consumers are each gathered into one transaction. One part a
/// side: here what is asked, in <c>Commit</c> what is written.
/// </summary>
internal sealed partial class ParserStore : IAsyncDisposable
{
    private readonly Database _database;
    private readonly GroupCommit<string, KnownFile> _lookups;
    private readonly GroupCommit<Change, FileResult?> _writes;

    /// <param name="database">Where it is; <see cref="Migrate"/> comes before everything else.</param>
    public ParserStore(Database database)
    {
        _database = database;
        _lookups = new GroupCommit<string, KnownFile>(FindAllAsync);
        _writes = new GroupCommit<Change, FileResult?>(ApplyAsync);
    }

    /// <summary>Makes or updates the tables.</summary>
    /// <exception cref="StoreException">It cannot be done; the message says what to do.</exception>
    public void Migrate() => _database.Migrate(typeof(ParserStore));

    /// <summary>What is known of a file.</summary>
    public Task<KnownFile> FindAsync(string fileId, CancellationToken cancellationToken) => _lookups.CommitAsync(fileId, cancellationToken);

    /// <summary>
    /// Keeps a revision's result. Of a repeat, what was kept the first time is returned; null when a newer revision is kept.
    /// </summary>
    public Task<FileResult?> SettleAsync(
        FileResult file, IReadOnlyList<Article> articles, CancellationToken cancellationToken, IReadOnlyList<MemberOutcome>? members = null) =>
        _writes.CommitAsync(new Change.Settle(file, articles) { Members = members ?? [] }, cancellationToken);

    /// <summary>Counts that a process died while it parsed a revision; once for each journal.</summary>
    public Task CountDeathAsync(string fileId, long revision, string journal, CancellationToken cancellationToken) =>
        _writes.CommitAsync(new Change.CountDeath(fileId, revision, journal), cancellationToken);

    /// <summary>Gives a file new tries.</summary>
    public Task ForgetDeathsAsync(string fileId, CancellationToken cancellationToken) =>
        _writes.CommitAsync(new Change.ForgetDeaths(fileId), cancellationToken);

    /// <summary>The articles of a result or a portion, in the file's order.</summary>
    public async Task<IReadOnlyList<Article>> ArticlesAsync(IReadOnlyList<string> articleIds, CancellationToken cancellationToken)
    {
        await using var connection = await _database.OpenAsync(cancellationToken);
        return await StoredArticles.LoadAsync(connection, articleIds, cancellationToken);
    }

    /// <exception cref="StoreException">The store cannot be used; the message says what to do.</exception>
    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        await using var connection = await _database.OpenAsync(cancellationToken);
        await connection.ExecuteScalarAsync<long?>(new CommandDefinition("SELECT 1 FROM files LIMIT 1", cancellationToken: cancellationToken));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _lookups.DisposeAsync();
        await _writes.DisposeAsync();
    }

    private async Task<IReadOnlyList<KnownFile>> FindAllAsync(IReadOnlyList<string> fileIds, CancellationToken cancellationToken)
    {
        await using var connection = await _database.OpenAsync(cancellationToken);
        var files = await LoadAsync(connection, null, fileIds);
        var deaths = await DeathsAsync(connection, null);
        return [.. fileIds.Select(id => (files.GetValueOrDefault(id), deaths.GetValueOrDefault(id)) switch
        {
            (null, null) => KnownFile.Nothing,
            var (file, died) => new KnownFile(file, died?.Deaths ?? 0, died?.Revision ?? 0),
        })];
    }

    private static async Task<Dictionary<string, FileResult>> LoadAsync(
        DbConnection connection, DbTransaction? transaction, IEnumerable<string> fileIds)
    {
        var found = new Dictionary<string, FileResult>(StringComparer.Ordinal);
        foreach (var ids in IdLists.Chunks(fileIds.Distinct()))
        {
            foreach (var row in await connection.QueryAsync<FileRow>($"{FileRow.Select} WHERE file_id IN @ids", new { ids }, transaction))
            {
                found[row.FileId] = row.ToResult();
            }
        }

        return found;
    }

    /// <summary>All of them: the table is nearly always empty, and then one look costs less than asking for each file.</summary>
    private static async Task<Dictionary<string, DeathRow>> DeathsAsync(DbConnection connection, DbTransaction? transaction) =>
        (await connection.QueryAsync<DeathRow>(
            "SELECT file_id AS FileId, revision AS Revision, deaths AS Deaths FROM deaths", transaction: transaction))
        .ToDictionary(row => row.FileId, StringComparer.Ordinal);

    private sealed class DeathRow
    {
        public string FileId { get; set; } = "";

        public long Revision { get; set; }

        public long Deaths { get; set; }
    }
}
