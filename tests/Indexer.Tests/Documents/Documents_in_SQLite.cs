using Ingest.Storage;

namespace Ingest.Indexer.Tests.Documents;

public sealed class Documents_in_SQLite : Document_store_rules
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ingest-indexer-").FullName;

    protected override Database Open() => new SqliteDatabase(Path.Combine(_folder, "indexer.db"));

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}
