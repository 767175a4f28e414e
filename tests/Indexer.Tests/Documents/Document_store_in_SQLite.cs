using Ingest.Storage;

namespace Ingest.Indexer.Tests.Documents;

public sealed class Document_store_in_SQLite : Document_store
{
    private readonly TemporaryFolder _folder = new();

    protected override Database Open() => new SqliteDatabase(Path.Combine(_folder.Path, "indexer.db"));

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Dispose();
    }
}
