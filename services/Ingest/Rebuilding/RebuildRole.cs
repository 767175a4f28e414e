using Ingest.Hosting;
using MassTransit;

namespace Ingest.CommandLine.Rebuilding;

/// <summary>Stands in for the watcher while a store is rebuilt: it sends articles and hears that they have arrived.</summary>
internal sealed class RebuildRole(RebuildProgress progress) : IRole
{
    public string Name => "rebuild";

    public void AddQueries(IServiceCollection services, IConfiguration configuration)
    {
        // It answers nothing.
    }

    public void AddServices(IServiceCollection services, IConfiguration configuration) => services.AddSingleton(progress);

    public void AddConsumers(IBusRegistrationConfigurator bus) => bus.AddConsumer<RebuildConsumer>();

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        // Nor serves anything.
    }
}
