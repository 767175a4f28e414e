using Ingest.Hosting;
using Ingest.Hosting.Health;
using Ingest.Hosting.Requests;

namespace Ingest.CommandLine.Hosting;

/// <summary>Builds a process: any set of roles behind one web server.</summary>
public static class IngestHost
{
    private const string PortalAddress = "http://127.0.0.1:8080";
    private const string AnyLoopbackPort = "http://127.0.0.1:0";

    /// <summary>
    /// The web application with <paramref name="roles"/>. Without <c>Ingest:Listen</c> the portal has port 8080; other roles take
    /// a free port, so that several run on one host.
    /// </summary>
    public static WebApplication Build(IConfigurationRoot configuration, IReadOnlyList<IRole> roles)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = [] });
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddConfiguration(configuration);
        builder.Logging.AddIngestConsole(configuration);
        var listen = configuration["Ingest:Listen"];
        builder.WebHost.UseUrls(string.IsNullOrWhiteSpace(listen)
            ? roles.Any(role => role.Name == "portal") ? PortalAddress : AnyLoopbackPort
            : listen);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 1 << 20;
        });
        builder.AddRequestThreads(alone: string.IsNullOrWhiteSpace(configuration["Ingest:Broker"]));
        builder.Services.AddRouting();
        builder.Services.AddIngest(configuration, roles);
        var app = builder.Build();
        app.UseRequestThreads();
        app.MapIngestHealth();
        foreach (var role in roles)
        {
            role.MapRoutes(app);
        }

        return app;
    }

    /// <summary>A host without a web server, for one-shot commands.</summary>
    public static IHost BuildWithoutWeb(IConfigurationRoot configuration, IReadOnlyList<IRole> roles)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { Args = [] });
        builder.Configuration.AddConfiguration(configuration);
        builder.Logging.AddIngestConsole(configuration, quiet: true);
        builder.Services.AddIngest(configuration, roles);
        return builder.Build();
    }

    /// <summary>The query interfaces over a data folder, for commands that only look.</summary>
    public static ServiceProvider BuildQueries(IConfigurationRoot configuration)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddIngestConsole(configuration, quiet: true));
        services.AddIngestQueries(configuration);
        return services.BuildServiceProvider();
    }
}
