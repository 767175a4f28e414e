using System.Net;
using Ingest.Hosting.Health;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;

namespace Ingest.Hosting.Tests;

public sealed class Health
{
    [Fact]
    public async Task A_process_that_cannot_reach_its_broker_lives_but_is_not_ready()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddRouting();
        builder.Services.AddIngestHealth();
        builder.Services.AddHealthChecks().AddCheck("broker", () => HealthCheckResult.Unhealthy("It does not answer."));
        await using var app = builder.Build();
        app.MapIngestHealth();
        await app.StartAsync(cancellation);
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        using var client = new HttpClient { BaseAddress = new Uri(address) };

        using var live = await client.GetAsync(new Uri("/health/live", UriKind.Relative), cancellation);
        using var ready = await client.GetAsync(new Uri("/health/ready", UriKind.Relative), cancellation);

        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Equal(
            """{"status":"Unhealthy","checks":{"process":{"status":"Healthy","description":null},"broker":{"status":"Unhealthy","description":"It does not answer."}}}""",
            await ready.Content.ReadAsStringAsync(cancellation));
    }
}
