using System.Data.Common;
using System.Globalization;

namespace Ingest.Storage;

/// <summary>Reading of stores that their service may not have made yet: there is nothing in them, and that is no error.</summary>
public static class UnmadeStore
{
    /// <summary>How long a service that starts may take to bring its tables up to date.</summary>
    private const int Tries = 10;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>Asks; <paramref name="nothing"/> where there is no database yet, or none of its tables.</summary>
    /// <exception cref="StoreException">The database is there and cannot be opened, or is of an earlier version.</exception>
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
        for (var left = Tries; ; left--)
        {
            try
            {
                return await ask(connection);
            }
            catch (DbException exception) when (LacksATable(exception))
            {
                if (!await HasAVersionAsync(connection, cancellationToken))
                {
                    return nothing;
                }

                if (left == 0)
                {
                    throw new StoreException(
                        $"The store {database.DisplayName} is of an earlier version. Start its service with this version ('ingest run'), which brings it up to date.", exception);
                }
            }

            await Task.Delay(Pause, cancellationToken);
        }
    }

    /// <summary>Whether its service has brought it to any version. One that starts right now has made the database and not yet its tables.</summary>
    private static async Task<bool> HasAVersionAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        try
        {
            await using var command = connection.CreateCommand();
            command.CommandText = "SELECT COUNT(*) FROM SchemaVersions";
            return Convert.ToInt64(await command.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture) > 0;
        }
        catch (DbException exception) when (LacksATable(exception))
        {
            return false;
        }
    }

    private static bool LacksATable(DbException exception) =>
        exception.SqlState == "42P01" || exception.Message.Contains("no such table", StringComparison.Ordinal);
}
