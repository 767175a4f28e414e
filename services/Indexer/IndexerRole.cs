using Ingest.Hosting;
using Ingest.Indexer.Consumers;
using Ingest.Indexer.Documents;
using Ingest.Indexer.Search;
using Ingest.Queries;
using Ingest.Storage;
using MassTransit;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Ingest.Indexer;

/// <summary>Keeps the articles with their clusters, and makes them searchable.</summary>
public sealed class IndexerRole : IRole
{
    /// <inheritdoc/>
    public string Name => "indexer";

    /// <inheritdoc/>
    public void AddQueries(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(provider => new DocumentReader(Store(provider).Open(IndexerData.Store, readOnly: true)));
        services.AddSingleton(provider => new IndexFolder(IndexerData.IndexFolder(Store(provider))));
        services.AddSingleton<IndexAccess>();
        services.AddSingleton<ISearchQueries, SearchQueries>();
        services.AddSingleton<IQuoteQueries, QuoteSearch>();
    }

    /// <inheritdoc/>
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddOptions<IndexerOptions>().Bind(configuration.GetSection(IndexerOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<IndexerOptions>>().Value);
        services.AddSingleton(provider => new DocumentStore(Store(provider).Open(IndexerData.Store), provider.GetRequiredService<TimeProvider>()));
        services.AddHostedService<IndexerStart>();
        services.AddHostedService<IndexTail>();
        services.AddHealthChecks().AddCheck<StoreCheck>("indexer-store");
    }

    /// <inheritdoc/>
    public void AddConsumers(IBusRegistrationConfigurator bus)
    {
        bus.AddConsumer<ArticleClusteredConsumer, ArticleClusteredDefinition>();
        bus.AddConsumer<ClusterChangedConsumer, ClusterChangedDefinition>();
    }

    /// <inheritdoc/>
    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        routes.MapQueries<ISearchQueries>();
        routes.MapQueries<IQuoteQueries>();
    }

    private static StoreOptions Store(IServiceProvider provider) => provider.GetRequiredService<IOptions<StoreOptions>>().Value;
}
