using MassTransit;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Ingest.Hosting;

/// <summary>A service as the host sees it: what it registers, consumes and serves.</summary>
public interface IRole
{
    /// <summary>Its name on the command line: <c>watcher</c>, <c>parser</c>, <c>deduplicator</c>, <c>indexer</c>, <c>portal</c>.</summary>
    string Name { get; }

    /// <summary>Registers what reads this service's store and answers queries; also used by commands that run no role.</summary>
    void AddQueries(IServiceCollection services, IConfiguration configuration);

    /// <summary>Registers what works: hosted services, stores, options. Called after <see cref="AddQueries"/>.</summary>
    void AddServices(IServiceCollection services, IConfiguration configuration);

    /// <summary>Adds the consumers, each with its definition.</summary>
    void AddConsumers(IBusRegistrationConfigurator bus);

    /// <summary>Maps the routes this service serves to other processes.</summary>
    void MapRoutes(IEndpointRouteBuilder routes);
}
