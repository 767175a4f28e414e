using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Ingest.Hosting.Health;

/// <summary>
/// <c>/health/live</c>: the process answers; nothing else, or an orchestrator would restart every worker when the broker is away.
/// <c>/health/ready</c>: it can work: bus, stores, and checks that the roles add.
/// </summary>
public static class HealthRegistration
{
    /// <summary>Tag of checks that decide liveness.</summary>
    public const string Live = "live";

    /// <summary>Adds the liveness check; roles add readiness checks of their own.</summary>
    public static IServiceCollection AddIngestHealth(this IServiceCollection services)
    {
        services.AddHealthChecks().AddCheck("process", () => HealthCheckResult.Healthy(), [Live]);
        return services;
    }

    /// <summary>Maps both routes.</summary>
    public static void MapIngestHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Live), ResponseWriter = WriteAsync });
        routes.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = WriteAsync });
    }

    private static Task WriteAsync(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(JsonSerializer.Serialize(new
        {
            status = report.Status.ToString(),
            checks = report.Entries.ToDictionary(
                entry => entry.Key,
                entry => new { status = entry.Value.Status.ToString(), description = entry.Value.Description }),
        }));
    }
}
