using Ingest.Deduplicator.Consumers;
using Ingest.Deduplicator.Queries;
using Ingest.Deduplicator.Sketching;
using Ingest.Deduplicator.Store;
using Ingest.Hosting;
using Ingest.Queries;
using Ingest.Storage;
using MassTransit;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Ingest.Deduplicator;

/// <summary>Finds out which articles are one story.</summary>
public sealed class DeduplicatorRole : IRole
{
    /// <summary>
    /// Edges, clusters and counts change near what came in the last days, often the same page again. Gathered for longer (125 MiB of log) a page goes to the file once, and in longer
    /// stretches.
    /// </summary>
    private const int CheckpointPages = 32_000;

    /// <summary>Name of the store.</summary>
    public const string StoreName = "deduplicator";

    /// <summary>Folder of the index's files, beside the store; goes with it when it is rebuilt.</summary>
    public const string IndexFolderName = "deduplicator-index";

    /// <inheritdoc/>
    public string Name => "deduplicator";

    /// <inheritdoc/>
    public void AddQueries(IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddOptions<DeduplicatorOptions>()
            .Bind(configuration.GetSection(DeduplicatorOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<DeduplicatorOptions>>().Value);
        services.AddSingleton<ArticleComparer>();
        services.AddSingleton(provider => new DecisionLog(
            provider.GetRequiredService<IOptions<StoreOptions>>().Value.Open(DecisionLog.StoreName),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IClusterDecisions, ClusterDecisions>();
        services.AddSingleton<IClusterQueries>(provider => new ClusterQueries(
            provider.GetRequiredService<IOptions<StoreOptions>>().Value.Open(StoreName, readOnly: true),
            provider.GetRequiredService<ArticleComparer>()));
    }

    /// <inheritdoc/>
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<Sketcher>();
        services.AddSingleton(OpenStore);
        services.AddHostedService<DeduplicatorStart>();
        services.AddHostedService<DecisionAnnouncer>();
        services.AddHealthChecks().AddCheck<StoreCheck>("deduplicator-store");
    }

    /// <inheritdoc/>
    public void AddConsumers(IBusRegistrationConfigurator bus)
    {
        bus.AddConsumer<ArticleParsedConsumer, ArticleParsedDefinition>();
        bus.AddConsumer<ArticleRetractedConsumer, ArticleRetractedDefinition>();
    }

    /// <inheritdoc/>
    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        routes.MapQueries<IClusterQueries>();
        routes.MapQueries<IClusterDecisions>();
    }

    /// <summary>Makes the clusters follow all decisions now, for a command on a data folder at rest; the index is told at the next start.</summary>
    public static async Task FollowDecisionsAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var store = OpenStore(services);
        await store.OpenAsync(cancellationToken);
    }

    /// <summary>The database of the store, for writing.</summary>
    public static Database OpenDatabase(StoreOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options.Open(StoreName, checkpointPages: CheckpointPages);
    }

    private static ClusterStore OpenStore(IServiceProvider services)
    {
        var options = services.GetRequiredService<IOptions<StoreOptions>>().Value;
        return new ClusterStore(
            OpenDatabase(options),
            services.GetRequiredService<DeduplicatorOptions>(),
            services.GetRequiredService<TimeProvider>(),
            services.GetService<ILogger<ClusterStore>>(),
            Path.Combine(options.Data, IndexFolderName),
            services.GetRequiredService<DecisionLog>());
    }
}
