using Ingest.Hosting;
using Ingest.Parser.Consumers;
using Ingest.Parser.Containers;
using Ingest.Parser.Discovery;
using Ingest.Parser.Portions;
using Ingest.Parser.Quarantine;
using Ingest.Parser.Queries;
using Ingest.Parser.Reading;
using Ingest.Parser.Store;
using Ingest.Queries;
using Ingest.Storage;
using MassTransit;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Ingest.Parser;

/// <summary>Turns files into articles and keeps them.</summary>
public sealed class ParserRole : IRole
{
    private const string StoreName = "parser";

    /// <inheritdoc/>
    public string Name => "parser";

    /// <inheritdoc/>
    public void AddQueries(IServiceCollection services, IConfiguration configuration) =>
        services.AddSingleton<IArticleQueries>(provider =>
            new ArticleQueries(
                provider.GetRequiredService<IOptions<StoreOptions>>().Value.Open(StoreName, readOnly: true), provider.GetRequiredService<TimeProvider>()));

    /// <inheritdoc/>
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddOptions<ParserOptions>().Bind(configuration.GetSection(ParserOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<ParserOptions>>().Value);
        services.AddSingleton(provider => new ParserStore(provider.GetRequiredService<IOptions<StoreOptions>>().Value.Open(StoreName)));
        services.AddSingleton<FileParser>();
        services.AddSingleton<WatchedFiles>();
        services.AddSingleton<ParseSlots>();
        services.AddSingleton<DeadJournals>();
        services.AddSingleton<PieceParser>();
        services.AddSingleton<PortionReader>();
        services.AddSingleton<WaitingFiles>();
        services.AddSingleton<PortionProcessor>();
        services.AddSingleton<FileProcessor>();
        services.AddHostedService<ParserStart>();
        services.AddHealthChecks().AddCheck<StoreCheck>("parser-store");
    }

    /// <inheritdoc/>
    public void AddConsumers(IBusRegistrationConfigurator bus)
    {
        bus.AddConsumer<FileDiscoveredConsumer, FileDiscoveredDefinition>();
        bus.AddConsumer<FileRemovedConsumer, FileRemovedDefinition>();
    }

    /// <inheritdoc/>
    public void MapRoutes(IEndpointRouteBuilder routes) => routes.MapQueries<IArticleQueries>();
}
