using Ingest.Indexer;
using Ingest.Indexer.Documents;
using Ingest.Queries;
using Ingest.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Ingest.Benchmarks.Search;

/// <summary>The Indexer as it runs, without a bus, over a folder that is kept for the next run.</summary>
internal sealed class IndexedArchive : IAsyncDisposable
{
    private const int Batch = 512;

    private readonly ServiceProvider _services;

    private IndexedArchive(ServiceProvider services) => _services = services;

    public ISearchQueries Search => _services.GetRequiredService<ISearchQueries>();

    public DocumentStore Store => _services.GetRequiredService<DocumentStore>();

    public static async Task<IndexedArchive> OpenAsync(string data)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Ingest:Data", Directory.CreateDirectory(data).FullName)]).Build();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddSingleton(TimeProvider.System);
        services.AddOptions<StoreOptions>().Bind(configuration.GetSection("Ingest"));
        var role = new IndexerRole();
        role.AddQueries(services, configuration);
        role.AddServices(services, configuration);
        var archive = new IndexedArchive(services.BuildServiceProvider());
        foreach (var service in archive._services.GetServices<IHostedService>())
        {
            await service.StartAsync(CancellationToken.None);
        }

        return archive;
    }

    /// <summary>Adds what is missing to <paramref name="count"/> articles and waits until search shows all.</summary>
    public async Task FillAsync(MadeUpNews news, int count, CancellationToken cancellationToken)
    {
        var there = (int)(await Search.StatusAsync(new IndexStatusRequest(), cancellationToken)).Documents;
        await AddAsync(news, there, count, cancellationToken);
        await SettleAsync(cancellationToken);
    }

    public async Task AddAsync(MadeUpNews news, int from, int to, CancellationToken cancellationToken)
    {
        foreach (var numbers in Enumerable.Range(from, Math.Max(0, to - from)).Chunk(Batch))
        {
            await Store.ApplyAsync([.. numbers.Select(news.Change)], cancellationToken);
        }
    }

    public async Task SettleAsync(CancellationToken cancellationToken)
    {
        while (await Search.StatusAsync(new IndexStatusRequest(), cancellationToken) is var status && status.VisibleSequence < status.StoreSequence)
        {
            await Task.Delay(5, cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var service in _services.GetServices<IHostedService>().Reverse())
        {
            await service.StopAsync(CancellationToken.None);
        }

        await _services.DisposeAsync();
    }
}
