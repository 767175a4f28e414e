using Ingest.Storage;

namespace Ingest.Indexer;

/// <summary>What the Indexer keeps in a data folder.</summary>
public static class IndexerData
{
    /// <summary>Name of its store.</summary>
    public const string Store = "indexer";

    /// <summary>The folder of the search index.</summary>
    public static string IndexFolder(StoreOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return Path.Combine(options.Data, "index");
    }

    /// <summary>Files and folders to delete before the Indexer is rebuilt from the Parser's articles, while nothing runs.</summary>
    public static IReadOnlyList<string> Paths(StoreOptions options)
    {
        var index = IndexFolder(options);
        var store = Path.Combine(options.Data, Store + ".db");
        return [store, store + "-wal", store + "-shm", index];
    }
}
