using System.ComponentModel.DataAnnotations;

namespace Ingest.Storage;

/// <summary>Where the services keep what they know.</summary>
public sealed class StoreOptions
{
    /// <summary>Pages that a write-ahead log may have by default: 16 MiB.</summary>
    public const int CheckpointPages = 4000;

    /// <summary>Folder of the SQLite files, the search index and locks.</summary>
    [Required(ErrorMessage = "Ingest:Data must name a folder.")]
    public string Data { get; set; } = "./data";

    /// <summary><c>sqlite</c>, or a <c>postgres://</c> URL.</summary>
    [RegularExpression("^sqlite$", ErrorMessage = "Ingest:Store must be 'sqlite'; PostgreSQL is not supported by this version.")]
    public string Store { get; set; } = "sqlite";

    /// <summary>The database of one service.</summary>
    public Database Open(string service, bool readOnly = false, int checkpointPages = CheckpointPages) =>
        new SqliteDatabase(Path.Combine(Data, service + ".db"), readOnly, checkpointPages);
}
