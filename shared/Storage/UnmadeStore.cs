using System.Data.Common;

namespace Ingest.Storage;

/// <summary>Reading of stores that their service may not have made yet: there is nothing in them, and that is no error.</summary>
public static class UnmadeStore
{
    /// <summary>Asks; <paramref name="nothing"/> where there is no database yet, or none of its tables.</summary>
    /// <exception cref="StoreException">The database is there and cannot be opened.</exception>
    public static async Task<TAnswer> AskAsync<TAnswer>(
        this Database database, Func<DbConnection, Task<TAnswer>> ask, TAnswer nothing, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(ask);
        if (database is SqliteDatabase { Path: var path } && !File.Exists(path))
        {
            return nothing;
        }

        await using var connection = await database.OpenAsync(cancellationToken);
        try
        {
            return await ask(connection);
        }
        catch (DbException exception) when (IsWithoutTables(exception))
        {
            return nothing;
        }
    }

    /// <summary>A role that starts right now has made the database and not yet its tables.</summary>
    private static bool IsWithoutTables(DbException exception) =>
        exception.SqlState == "42P01" || exception.Message.Contains("no such table", StringComparison.Ordinal);
}
