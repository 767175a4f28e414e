using Ingest.CommandLine.Hosting;
using Ingest.Contracts;
using Ingest.Hosting.Bus;
using Ingest.Queries;
using Ingest.Storage;
using MassTransit;

namespace Ingest.CommandLine.Rebuilding;

/// <summary>
/// Sends every article the parser has kept through the later stages again, in this process. The stages take it for what it is
/// to them at any time: a message that comes again.
/// </summary>
internal static class RebuildRun
{
    private static readonly TimeSpan PublishTimeout = TimeSpan.FromSeconds(30);

    /// <summary>Rebuilds; returns how many articles arrived and how many failed.</summary>
    public static async Task<(long Done, long Failed)> RunAsync(IConfigurationRoot configuration, RebuildTarget target, CancellationToken cancellationToken)
    {
        var data = configuration["Ingest:Data"] ?? new StoreOptions().Data;
        using var alone = InterprocessLock.TryAcquire(Path.Combine(data, "watcher.lock"))
            ?? throw new StoreException($"An ingest process is running on {data}; stop it first, then rebuild.");
        target.Delete(data);
        using var progress = new RebuildProgress();
        var roles = Roles.All.Where(role => role.Name is "deduplicator" or "indexer").Append(new RebuildRole(progress)).ToList();
        using var host = IngestHost.BuildWithoutWeb(configuration, roles);
        await host.StartAsync(cancellationToken);
        try
        {
            await SendAsync(host.Services, progress, cancellationToken);
            await progress.CompleteAsync(cancellationToken);
            return (progress.Done, progress.Failed);
        }
        finally
        {
            await host.StopAsync(CancellationToken.None);
        }
    }

    private static async Task SendAsync(IServiceProvider services, RebuildProgress progress, CancellationToken cancellationToken)
    {
        var articles = services.GetRequiredService<IArticleQueries>();
        var bus = services.GetRequiredService<IBus>();
        await services.GetRequiredService<BusReadiness>().Ready.WaitAsync(cancellationToken);
        for (var next = new ArticleScan(); next is not null;)
        {
            var page = await articles.ScanAsync(next, cancellationToken);
            foreach (var parsed in page.Articles)
            {
                await progress.BeginAsync(parsed.Article.ArticleId, cancellationToken);
                await bus.PublishEventAsync(
                    parsed, Identifiers.Message(nameof(ArticleParsed), parsed.Article.ArticleId, parsed.Article.Revision), PublishTimeout, cancellationToken);
            }

            next = page.Next is null ? null : next with { After = page.Next };
        }
    }
}
