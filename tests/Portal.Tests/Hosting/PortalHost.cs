using Ingest.Queries;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ingest.Portal.Tests.Hosting;

/// <summary>The real role on Kestrel at a free port of the loopback, over an <see cref="Archive"/>.</summary>
internal sealed class PortalHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly DirectoryInfo _data;

    private PortalHost(WebApplication app, DirectoryInfo data, Archive archive)
    {
        _app = app;
        _data = data;
        Archive = archive;
        Url = new Uri(app.Urls.Single());
        Client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = Url };
    }

    public Archive Archive { get; }

    public Uri Url { get; }

    public HttpClient Client { get; }

    public static Task<PortalHost> StartAsync(Archive archive, params (string Key, string Value)[] settings) => StartOnAsync("http://127.0.0.1:0", archive, settings);

    /// <summary>The same at another address.</summary>
    public static async Task<PortalHost> StartOnAsync(string address, Archive archive, params (string Key, string Value)[] settings)
    {
        var data = Directory.CreateTempSubdirectory("ingest-portal-");
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseKestrel().UseUrls(address);
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(
            settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)))
        {
            ["Ingest:Data"] = data.FullName,
        });
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<IFileQueries>(archive);
        builder.Services.AddSingleton<IArticleQueries>(archive);
        builder.Services.AddSingleton<IClusterQueries>(archive);
        builder.Services.AddSingleton<IClusterDecisions>(archive);
        builder.Services.AddSingleton<ISearchQueries>(archive);
        builder.Services.AddSingleton<IQuoteQueries>(archive);
        builder.Services.AddSingleton<IPipelineQueries>(archive);
        var role = new PortalRole();
        role.AddQueries(builder.Services, builder.Configuration);
        role.AddServices(builder.Services, builder.Configuration);
        var app = builder.Build();
        role.MapRoutes(app);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new PortalHost(app, data, archive);
    }

    /// <summary>The page's source.</summary>
    public Task<string> PageAsync(string path) => Client.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

    public Task<HttpResponseMessage> GetAsync(string path) =>
        Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

    /// <summary>Stops as a service does.</summary>
    public Task StopAsync() => _app.StopAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
        _data.Delete(recursive: true);
    }
}
