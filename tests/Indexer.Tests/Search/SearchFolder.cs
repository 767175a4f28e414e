using Ingest.Contracts;
using Ingest.Indexer.Documents;
using Ingest.Indexer.Search;
using Ingest.Queries;
using Ingest.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Ingest.Indexer.Tests.Search;

/// <summary>A data folder with documents, and searches as a command makes them: opened, caught up, answered, closed.</summary>
internal sealed class SearchFolder : IAsyncDisposable
{
    private DocumentStore _store;

    public SearchFolder()
    {
        _store = NewStore();
        _store.Migrate();
    }

    public string Data { get; } = Directory.CreateTempSubdirectory("ingest-search-").FullName;

    public string Index => Path.Combine(Data, "index");

    public DocumentStore NewStore() => new(new SqliteDatabase(Path.Combine(Data, "indexer.db")));

    public async Task AddAsync(params Article[] articles)
    {
        foreach (var article in articles)
        {
            await _store.ApplyAsync(DocumentChange.Of(News.Clustered(article)), CancellationToken.None);
        }
    }

    public Task ApplyAsync(ArticleClustered clustered) => _store.ApplyAsync(DocumentChange.Of(clustered), CancellationToken.None);

    public Task ApplyAsync(ClusterChanged changed) => _store.ApplyAsync(DocumentChange.Of(changed), CancellationToken.None);

    public SearchSession Open() => new(NewStore(), Data);

    /// <summary>A one-off search.</summary>
    public async Task<SearchResponse> SearchAsync(SearchRequest request)
    {
        await using var session = Open();
        return await session.Queries.SearchAsync(request, CancellationToken.None);
    }

    public async Task<string> IdsAsync(string query, string sort = "relevance", string duplicates = "hide") =>
        string.Join(' ', (await SearchAsync(new SearchRequest { Query = query, Sort = sort, Duplicates = duplicates, Limit = 100 })).Hits.Select(hit => hit.ArticleId));

    /// <summary>Starts with other documents under the same index.</summary>
    public async Task ReplaceStoreAsync()
    {
        await _store.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        foreach (var file in System.IO.Directory.GetFiles(Data, "indexer.db*"))
        {
            File.Delete(file);
        }

        _store = NewStore();
        _store.Migrate();
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        System.IO.Directory.Delete(Data, recursive: true);
    }
}

/// <summary>The search side of one process.</summary>
internal sealed class SearchSession : IAsyncDisposable
{
    private readonly DocumentStore _store;

    public SearchSession(DocumentStore store, string data)
    {
        _store = store;
        Indexes = new SearchIndexes(
            store, Options.Create(new StoreOptions { Data = data }), Options.Create(new IndexerOptions()), TimeProvider.System, NullLogger<SearchIndexes>.Instance);
        Queries = new SearchQueries(store, Indexes);
    }

    public SearchIndexes Indexes { get; }

    public SearchQueries Queries { get; }

    public async ValueTask DisposeAsync()
    {
        await Indexes.DisposeAsync();
        await _store.DisposeAsync();
    }
}
