using System.Text.Json;
using Ingest.Contracts;
using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Ingest.Hosting.Bus;

/// <summary>Registers the bus: in-memory or RabbitMQ from one configuration.</summary>
public static class BusRegistration
{
    /// <summary>Adds the bus with the consumers that <paramref name="roles"/> bring.</summary>
    public static IServiceCollection AddIngestBus(this IServiceCollection services, IConfiguration configuration, IEnumerable<IRole> roles)
    {
        var section = configuration.GetSection("Ingest");
        services.AddOptions<BusOptions>().Bind(section).ValidateDataAnnotations().ValidateOnStart();
        var options = section.Get<BusOptions>() ?? new BusOptions();
        services.AddMassTransit(bus =>
        {
            bus.DisableUsageTelemetry();
            foreach (var role in roles)
            {
                role.AddConsumers(bus);
            }

            if (options.UsesBroker && Uri.TryCreate(options.Broker, UriKind.Absolute, out var broker))
            {
                bus.UsingRabbitMq((context, rabbit) =>
                {
                    rabbit.Host(RabbitMqAddress.WithoutCredentials(broker), host =>
                    {
                        var (user, password) = RabbitMqAddress.Credentials(broker);
                        host.Username(user);
                        host.Password(password);
                        host.PublisherConfirmation = true;
                        host.Heartbeat(TimeSpan.FromSeconds(15));
                    });
                    rabbit.ConfigureJsonSerializerOptions(Compact);
                    rabbit.ConfigureEndpoints(context);
                });
            }
            else
            {
                bus.UsingInMemory((context, memory) =>
                {
                    memory.ConfigureJsonSerializerOptions(Compact);
                    memory.ConfigureEndpoints(context);
                });
            }
        });
        services.AddBusStart(options);
        services.Configure<MassTransitHostOptions>(host =>
        {
            host.WaitUntilStarted = true;
            host.StopTimeout = options.StopTimeout;
            host.ConsumerStopTimeout = options.StopTimeout;
        });
        services.Configure<Microsoft.Extensions.Hosting.HostOptions>(host => host.ShutdownTimeout = options.StopTimeout + TimeSpan.FromSeconds(5));
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<BusOptions>>().Value);
        return services;
    }

    private static void AddBusStart(this IServiceCollection services, BusOptions options)
    {
        var readiness = new BusReadiness();
        services.AddSingleton(readiness);
        if (options.UsesBroker)
        {
            services.RemoveMassTransitHostedService();
            services.AddSingleton<RabbitMqTopology>();
            services.AddSingleton<IQueueDepths, RabbitMqDepths>();
            services.AddHostedService<BusStart>();
        }
        else
        {
            services.AddSingleton<InMemoryDepths>();
            services.AddSingleton<IQueueDepths>(provider => provider.GetRequiredService<InMemoryDepths>());
            services.AddPublishObserver<InMemoryDepths>(provider => provider.GetRequiredService<InMemoryDepths>());
            services.AddReceiveObserver<InMemoryDepths>(provider => provider.GetRequiredService<InMemoryDepths>());
            readiness.SetReady();
        }
    }

    private static JsonSerializerOptions Compact(JsonSerializerOptions options)
    {
        options.WriteIndented = false;
        options.Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.TypeInfoResolverChain.Insert(0, ContractsJsonContext.Default);
        return options;
    }
}
