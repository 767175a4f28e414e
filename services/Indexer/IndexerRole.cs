using Ingest.Hosting;
using Ingest.Indexer.Consumers;
using Ingest.Indexer.Documents;
using Ingest.Indexer.Health;
using Ingest.Indexer.Search;
using Ingest.Queries;
using Ingest.Storage;
using MassTransit;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Ingest.Indexer;

/// <summary>Keeps the documents and searches them.</summary>
public sealed class IndexerRole : IRole
{
    private const string StoreName = "indexer";

    /// <inheritdoc/>
    public string Name => "indexer";

    /// <inheritdoc/>
    public void AddQueries(IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddOptions<IndexerOptions>().Bind(configuration.GetSection(IndexerOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(provider => new DocumentStore(provider.GetRequiredService<IOptions<StoreOptions>>().Value.Open(StoreName)));
        services.AddSingleton<SearchIndexes>();
        services.AddSingleton<ISearchQueries, SearchQueries>();
    }

    /// <inheritdoc/>
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddHostedService<IndexTail>();
        services.AddHealthChecks().AddCheck<DocumentsCheck>("indexer-documents");
    }

    /// <inheritdoc/>
    public void AddConsumers(IBusRegistrationConfigurator bus)
    {
        bus.AddConsumer<ArticleClusteredConsumer, ArticleClusteredDefinition>();
        bus.AddConsumer<ClusterChangedConsumer, ClusterChangedDefinition>();
    }

    /// <inheritdoc/>
    public void MapRoutes(IEndpointRouteBuilder routes) => routes.MapQueries<ISearchQueries>();
}
