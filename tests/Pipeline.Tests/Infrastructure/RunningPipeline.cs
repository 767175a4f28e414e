using System.Diagnostics;
using Ingest.CommandLine.Hosting;
using Ingest.Queries;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Ingest.Pipeline.Tests.Infrastructure;

/// <summary>All roles in this process, watching a workspace's folder, over whichever transport and store a test chose.</summary>
public sealed class RunningPipeline : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly WebApplication _app;

    private RunningPipeline(WebApplication app) => _app = app;

    public IFileQueries Files => _app.Services.GetRequiredService<IFileQueries>();

    public IArticleQueries Articles => _app.Services.GetRequiredService<IArticleQueries>();

    public IClusterQueries Clusters => _app.Services.GetRequiredService<IClusterQueries>();

    public Uri Address => new(_app.Urls.First());

    public static async Task<RunningPipeline> StartAsync(Workspace workspace, string? broker, params KeyValuePair<string, string?>[] settings)
    {
        var configuration = Configuration.Build(
        [
            new("Ingest:Data", workspace.Data), new("Ingest:Folder", workspace.Folder), new("Ingest:Broker", broker),
            new("Ingest:Listen", "http://127.0.0.1:0"), .. settings,
        ]);
        var app = IngestHost.Build(configuration, Roles.All);
        await app.StartAsync();
        return new RunningPipeline(app);
    }

    /// <summary>Searches until the answer is as expected; search follows a moment behind the stages.</summary>
    public async Task<SearchResponse> FindAsync(string query, int expected, string duplicates = "hide")
    {
        var search = _app.Services.GetRequiredService<ISearchQueries>();
        var waited = Stopwatch.StartNew();
        while (true)
        {
            var response = await search.SearchAsync(new SearchRequest { Query = query, Duplicates = duplicates }, CancellationToken.None);
            if (response.Total == expected)
            {
                return response;
            }

            if (waited.Elapsed > Patience)
            {
                throw new TimeoutException($"'{query}' finds {response.Total}, not {expected}.");
            }

            await Task.Delay(25);
        }
    }

    /// <summary>Waits until a file is in a state.</summary>
    public async Task<FileEntry> FileAsync(string path, string state)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            var file = await Files.GetAsync(new FileKey(path), CancellationToken.None);
            if (file?.State == state)
            {
                return file;
            }

            if (waited.Elapsed > Patience)
            {
                throw new TimeoutException($"{path} is {file?.State ?? "unknown"} ({file?.Reason}: {file?.Detail}), not {state}.");
            }

            await Task.Delay(25);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
