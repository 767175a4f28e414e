using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Ingest.Storage;

/// <summary>Tells errors of the store itself from errors of what was to be stored.</summary>
internal static class StoreTrouble
{
    // SQLite's primary result codes, https://www.sqlite.org/rescode.html
    private const int Busy = 5;
    private const int Locked = 6;
    private const int NoMemory = 7;
    private const int ReadOnly = 8;
    private const int DiskError = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;

    /// <summary>Whether any other item would have met the same error.</summary>
    public static bool Is(Exception exception) => exception switch
    {
        StoreException or OperationCanceledException or ObjectDisposedException => true,
        SqliteException sqlite => sqlite.SqliteErrorCode is Busy or Locked or NoMemory or ReadOnly or DiskError or Corrupt or Full or CannotOpen,
        DbException other => other.IsTransient,
        _ => false,
    };
}
