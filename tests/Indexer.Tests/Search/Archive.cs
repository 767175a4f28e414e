using Ingest.Contracts;
using Ingest.Indexer.Documents;
using Ingest.Queries;
using Ingest.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Ingest.Indexer.Tests.Search;

/// <summary>A data folder with documents, and processes that look at it: commands, and a running role.</summary>
internal sealed class Archive : IAsyncDisposable
{
    private readonly DocumentStore _store;
    private long _version;

    public Archive() => _store = new DocumentStore(new SqliteDatabase(Path.Combine(Folder.Path, "indexer.db")), TimeProvider.System);

    public TemporaryFolder Folder { get; } = new();

    public Task AddAsync(params Article[] articles) =>
        ApplyAsync([.. articles.Select(article => News.Change(article, Own(article)))]);

    public Task ApplyAsync(params DocumentChange[] changes) => _store.ApplyAsync(changes, CancellationToken.None);

    /// <summary>What a command does: only queries, no role; gone afterwards.</summary>
    public async Task<SearchResponse> SearchAsync(SearchRequest request)
    {
        await using var services = Command();
        return await services.GetRequiredService<ISearchQueries>().SearchAsync(request, CancellationToken.None);
    }

    public Task<SearchResponse> SearchAsync(string query) => SearchAsync(new SearchRequest { Query = query, Limit = 100 });

    /// <summary>The names of what is found, in order.</summary>
    public async Task<string> NamesAsync(SearchRequest request) => Names(await SearchAsync(request));

    public Task<string> NamesAsync(string query, string sort = "relevance") => NamesAsync(new SearchRequest { Query = query, Sort = sort, Limit = 100 });

    public static string Names(SearchResponse response) => string.Join(' ', response.Hits.Select(hit => hit.Path.Replace(".txt", "", StringComparison.Ordinal)));

    /// <summary>The services of a process that runs no role.</summary>
    public ServiceProvider Command() => Services(Folder.Path).BuildServiceProvider();

    /// <summary>A process that runs the role, without a bus.</summary>
    public async Task<RunningIndexer> RunAsync()
    {
        var services = Services(Folder.Path);
        new IndexerRole().AddServices(services, new ConfigurationBuilder().Build());
        var running = new RunningIndexer(services.BuildServiceProvider());
        await running.StartAsync();
        return running;
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        Folder.Dispose();
    }

    public static ServiceCollection Services(string data)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Ingest:Data", data)]).Build();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddSingleton(TimeProvider.System);
        services.AddOptions<StoreOptions>().Bind(configuration.GetSection("Ingest"));
        new IndexerRole().AddQueries(services, configuration);
        return services;
    }

    private ClusterAssignment Own(Article article) => new()
    {
        ArticleId = article.ArticleId, ClusterId = article.ArticleId, CanonicalId = article.ArticleId, Relation = Relations.Canonical, Version = ++_version,
    };
}

/// <summary>The role in this process.</summary>
internal sealed class RunningIndexer(ServiceProvider services) : IAsyncDisposable
{
    public ISearchQueries Queries => services.GetRequiredService<ISearchQueries>();

    public DocumentStore Store => services.GetRequiredService<DocumentStore>();

    public async Task StartAsync()
    {
        foreach (var service in services.GetServices<IHostedService>())
        {
            await service.StartAsync(CancellationToken.None);
        }
    }

    /// <summary>Waits until search shows everything the store has.</summary>
    public async Task SettleAsync()
    {
        while (true)
        {
            var status = await Queries.StatusAsync(new IndexStatusRequest(), TestContext.Current.CancellationToken);
            if (status.VisibleSequence >= status.StoreSequence)
            {
                return;
            }

            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var service in services.GetServices<IHostedService>().Reverse())
        {
            await service.StopAsync(CancellationToken.None);
        }

        await services.DisposeAsync();
    }
}
