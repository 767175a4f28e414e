using Ingest.Hosting;
using Ingest.Queries;
using Ingest.Storage;
using Ingest.Watcher.Completion;
using Ingest.Watcher.Consumers;
using Ingest.Watcher.Dispatch;
using Ingest.Watcher.Folders;
using Ingest.Watcher.Health;
using Ingest.Watcher.Ledger;
using Ingest.Watcher.Watching;
using MassTransit;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Ingest.Watcher;

/// <summary>Finds files, keeps the ledger, and is the only one that tries anything again.</summary>
public sealed class WatcherRole : IRole
{
    private const string Service = "watcher";

    /// <inheritdoc/>
    public string Name => Service;

    /// <inheritdoc/>
    public void AddQueries(IServiceCollection services, IConfiguration configuration)
    {
        AddOptions(services, configuration);
        services.AddSingleton(provider => CreateLedger(provider, onlyIfThere: true));
        services.AddSingleton<IFileQueries>(provider => provider.GetRequiredService<LedgerStore>());
        services.AddSingleton<IPipelineQueries, PipelineQueries>();
    }

    /// <inheritdoc/>
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<WatchOptions>().Bind(configuration.GetSection("Ingest")).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<FolderOptions>().Bind(configuration.GetSection(WatcherOptions.Section)).ValidateDataAnnotations().ValidateOnStart();

        // Takes the place of the one that only looks.
        services.AddSingleton(provider => CreateLedger(provider, onlyIfThere: false));
        services.AddSingleton<LedgerReports>();
        services.AddSingleton<Throughput>();
        services.AddSingleton<DiskGuard>();
        services.AddSingleton<PauseNote>();
        services.AddSingleton<FolderWatchers>();
        services.AddSingleton<WatchProgress>();
        services.AddHostedService<WatchService>();
        services.AddHostedService<Rechecks>();
        services.AddHostedService<Dispatcher>();
        services.AddHostedService<Housekeeping>();
        services.AddHostedService<Disposal>();
        services.AddHealthChecks().AddCheck<ProgressCheck>("watcher-progress");
    }

    /// <inheritdoc/>
    public void AddConsumers(IBusRegistrationConfigurator bus)
    {
        bus.AddConsumer<ProgressConsumer, ProgressConsumerDefinition>();
        bus.AddConsumer<FaultConsumer, FaultConsumerDefinition>();
    }

    /// <inheritdoc/>
    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        routes.MapQueries<IFileQueries>();
        routes.MapQueries<IPipelineQueries>();
    }

    private static void AddOptions(IServiceCollection services, IConfiguration configuration) =>
        services.AddOptions<WatcherOptions>().Bind(configuration.GetSection(WatcherOptions.Section)).ValidateDataAnnotations().ValidateOnStart();

    private static LedgerStore CreateLedger(IServiceProvider provider, bool onlyIfThere)
    {
        var folders = provider.GetService<IOptions<FolderOptions>>()?.Value ?? new FolderOptions();
        var store = provider.GetRequiredService<IOptions<StoreOptions>>().Value;
        var rules = new LedgerRules(
            provider.GetRequiredService<IOptions<WatcherOptions>>().Value.Retry,
            DisposeIndexed: folders.OnIndexed != FileDisposal.Leave,
            DisposeRejected: folders.OnRejected != FileDisposal.Leave,
            Reports: Path.Combine(store.Data, "reports"));
        return new LedgerStore(
            store.Open(Service), rules, provider.GetRequiredService<TimeProvider>(), onlyIfThere);
    }
}
