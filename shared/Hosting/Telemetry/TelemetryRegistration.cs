using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Ingest.Hosting.Telemetry;

/// <summary>Traces, metrics and logs by OTLP, exactly when <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> is set.</summary>
public static class TelemetryRegistration
{
    /// <summary>Adds OpenTelemetry for a process that runs <paramref name="roles"/>.</summary>
    public static IServiceCollection AddIngestTelemetry(
        this IServiceCollection services, IConfiguration configuration, IReadOnlyCollection<string> roles)
    {
        ArgumentNullException.ThrowIfNull(roles);
        if (string.IsNullOrWhiteSpace(configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
        {
            return services;
        }

        var name = configuration["OTEL_SERVICE_NAME"] ?? (roles.Count == 1 ? $"ingest-{roles.First()}" : "ingest");
        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource
                .AddService(name, serviceNamespace: "ingest", serviceVersion: typeof(TelemetryRegistration).Assembly.GetName().Version?.ToString())
                .AddAttributes([new("ingest.roles", string.Join(',', roles))]))
            .WithTracing(tracing => tracing
                .AddSource("Ingest.*", "MassTransit")
                .AddAspNetCoreInstrumentation(options => options.Filter = context => !context.Request.Path.StartsWithSegments("/health"))
                .AddOtlpExporter())
            .WithMetrics(metrics => metrics
                .AddMeter("Ingest.*", "MassTransit")
                .AddRuntimeInstrumentation()
                .AddOtlpExporter())
            .WithLogging(logging => logging.AddOtlpExporter());
        return services;
    }
}
