using Ingest.Hosting;
using Ingest.Hosting.Bus;
using Ingest.Hosting.Health;
using Ingest.Hosting.Telemetry;
using Ingest.Storage;

namespace Ingest.CommandLine.Hosting;

/// <summary>Registers what a process with a set of roles needs; the same for <c>run</c>, <c>import</c> and tests.</summary>
public static class IngestServices
{
    /// <summary>Adds the roles, their stores and queries, the bus, health and telemetry.</summary>
    public static IServiceCollection AddIngest(this IServiceCollection services, IConfiguration configuration, IReadOnlyList<IRole> roles)
    {
        services.AddIngestStores(configuration);
        services.AddQuerySources(configuration, roles);
        foreach (var role in roles)
        {
            role.AddServices(services, configuration);
        }

        services.AddIngestBus(configuration, roles);
        services.AddIngestHealth();
        services.AddIngestTelemetry(configuration, [.. roles.Select(role => role.Name)]);
        return services;
    }

    /// <summary>Adds only what reads: for commands that look at a data folder.</summary>
    public static IServiceCollection AddIngestQueries(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddIngestStores(configuration);
        services.AddQuerySources(configuration, []);
        return services;
    }

    private static void AddIngestStores(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(configuration);
        services.AddSingleton(TimeProvider.System);
        services.AddOptions<StoreOptions>().Bind(configuration.GetSection("Ingest")).ValidateDataAnnotations().ValidateOnStart();
    }
}
