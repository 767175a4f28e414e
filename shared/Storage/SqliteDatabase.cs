using System.Data;
using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using Dapper;
using DbUp;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Ingest.Storage;

/// <summary>
/// A SQLite file in WAL mode with synchronous=FULL: what is committed outlives a power cut. Several processes of one host may
/// share it; writers wait for each other up to 30 seconds.
/// </summary>
public sealed class SqliteDatabase : Database
{
    private const string PrepareWriter =
        """
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = FULL;
        PRAGMA busy_timeout = 30000;
        PRAGMA cache_size = -16384;
        PRAGMA temp_store = MEMORY;
        """;

    private const string PrepareReader =
        """
        PRAGMA query_only = ON;
        PRAGMA busy_timeout = 30000;
        PRAGMA cache_size = -16384;
        PRAGMA temp_store = MEMORY;
        """;

    private static readonly ConditionalWeakTable<sqlite3, object> Prepared = [];

    private readonly string _path;
    private readonly string _connectionString;
    private readonly string _prepare;

    /// <param name="path">The database file; its folder is made when it is missing.</param>
    /// <param name="readOnly">
    /// True for tools that look and must not change anything: the file must exist, and statements that write are refused. It is
    /// still opened for writing, because readers of a WAL file take part in its shared memory.
    /// </param>
    /// <param name="checkpointPages">Pages of 4 KiB that the write-ahead log may have before they go to the file.</param>
    public SqliteDatabase(string path, bool readOnly = false, int checkpointPages = StoreOptions.CheckpointPages)
    {
        _prepare = readOnly ? PrepareReader : FormattableString.Invariant($"{PrepareWriter} PRAGMA wal_autocheckpoint = {checkpointPages};");
        _path = System.IO.Path.GetFullPath(path);
        ReadOnly = readOnly;
        _connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = _path,
            Mode = readOnly ? SqliteOpenMode.ReadWrite : SqliteOpenMode.ReadWriteCreate,
            DefaultTimeout = 30,
            Pooling = true,
        }.ToString();
    }

    /// <summary>The database file.</summary>
    public string Path => _path;

    /// <summary>Whether this is for looking only.</summary>
    public bool ReadOnly { get; }

    /// <inheritdoc/>
    public override string DisplayName => _path;

    /// <inheritdoc/>
    public override async Task<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(_connectionString);
        try
        {
            if (!ReadOnly)
            {
                Directory.CreateDirectory(System.IO.Path.GetDirectoryName(_path)!);
            }

            await connection.OpenAsync(cancellationToken);
            // The settings live as long as the connection below, which the pool gives out again and again.
            if (!Prepared.TryGetValue(connection.Handle!, out _))
            {
                await connection.ExecuteAsync(_prepare);
                Prepared.AddOrUpdate(connection.Handle!, Prepared);
            }

            return connection;
        }
        catch (Exception exception)
        {
            await connection.DisposeAsync();
            if (IsOfTheFile(exception))
            {
                throw CannotBeOpened(exception);
            }

            throw;
        }
    }

    /// <inheritdoc/>
    public override Task<DbTransaction> BeginWriteAsync(DbConnection connection, CancellationToken cancellationToken) =>
        Task.FromResult<DbTransaction>(((SqliteConnection)connection).BeginTransaction(IsolationLevel.Serializable, deferred: false));

    /// <inheritdoc/>
    public override void Migrate(Type service)
    {
        // DbUp's journal does not lock: two processes that start together would both run the first script.
        using var alone = InterprocessLock.Acquire(_path + ".migrating", TimeSpan.FromSeconds(60));
        try
        {
            using var connection = new SqliteConnection(_connectionString);
            connection.Open();
            connection.Execute("PRAGMA journal_mode = WAL");
        }
        catch (Exception exception) when (IsOfTheFile(exception))
        {
            throw CannotBeOpened(exception);
        }

        var result = DeployChanges.To
            .SqliteDatabase(_connectionString)
            .WithScriptsEmbeddedInAssembly(service.Assembly, name => name.Contains(".Migrations.", StringComparison.Ordinal))
            .WithTransactionPerScript()
            .WithVariablesDisabled()
            .LogToNowhere()
            .Build()
            .PerformUpgrade();
        if (!result.Successful)
        {
            throw new StoreException(
                string.Create(CultureInfo.InvariantCulture, $"Migrating {_path} failed at {result.ErrorScript?.Name}: {result.Error.Message}"),
                result.Error);
        }
    }

    private static bool IsOfTheFile(Exception exception) => exception is SqliteException or IOException or UnauthorizedAccessException;

    private StoreException CannotBeOpened(Exception exception) => new(
        $"The database {_path} cannot be opened ({exception.Message}). Check that its folder exists, is writable and has space.",
        exception);
}
