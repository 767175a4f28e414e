using System.Data.Common;

namespace Ingest.Storage;

/// <summary>
/// One service's database: the seam between SQLite and PostgreSQL. Stores write SQL that both understand
/// (<c>INSERT … ON CONFLICT … DO UPDATE</c>, named parameters, BIGINT for times and flags) and get connections here.
/// </summary>
public abstract class Database
{
    /// <summary>What messages and <c>doctor</c> call it: a path or a server and schema, never a password.</summary>
    public abstract string DisplayName { get; }

    /// <summary>Opens a connection (pooled) that is ready for use; the caller disposes it.</summary>
    /// <exception cref="StoreException">The database cannot be opened; the message says what to do.</exception>
    public abstract Task<DbConnection> OpenAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Begins a transaction that takes the write lock at once, so that two writers wait for each other instead of failing when
    /// the second one first writes.
    /// </summary>
    public abstract Task<DbTransaction> BeginWriteAsync(DbConnection connection, CancellationToken cancellationToken);

    /// <summary>Applies the migrations embedded in <paramref name="service"/>'s assembly, once over all processes.</summary>
    /// <exception cref="StoreException">A migration failed; the database is as it was before it.</exception>
    public abstract void Migrate(Type service);
}
