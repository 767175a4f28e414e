using System.Collections.Concurrent;
using Ingest.Contracts;
using Ingest.Hosting.Bus;
using Ingest.Indexer.Tests.Search;
using Ingest.Queries;
using MassTransit;
using MassTransit.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Ingest.Indexer.Tests.Consumers;

/// <summary>Messages in, messages out, over MassTransit's in-memory transport.</summary>
public sealed class Consuming : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly IndexerRole _role = new();
    private ServiceProvider _services = null!;
    private readonly ConcurrentQueue<ConsumeContext<ArticleIndexed>> _reports = new();
    private ITestHarness _bus = null!;

    public async ValueTask InitializeAsync()
    {
        var services = Archive.Services(_folder.Path);
        _role.AddServices(services, new ConfigurationBuilder().Build());
        services.AddSingleton(new BusOptions());
        services.AddMassTransitTestHarness(bus =>
        {
            bus.SetTestTimeouts(testTimeout: TimeSpan.FromSeconds(60), testInactivityTimeout: TimeSpan.FromSeconds(60));
            _role.AddConsumers(bus);
            // The harness's own list leaves out what comes twice with one identifier.
            bus.AddHandler((ConsumeContext<ArticleIndexed> report) =>
            {
                _reports.Enqueue(report);
                return Task.CompletedTask;
            });
        });
        _services = services.BuildServiceProvider(validateScopes: true);
        _bus = await _services.StartTestHarness();
    }

    public async ValueTask DisposeAsync()
    {
        await _bus.Stop();
        await _services.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task An_article_is_kept_and_reported()
    {
        await _bus.Bus.Publish(News.Clustered(News.Article("a", "Flood", revision: 4)), Cancel);
        var report = await ReportAsync(News.Id("a"), 1);
        Assert.Equal((4L, false, 1L), (report.Revision, report.Withdrawn, report.Sequence));
        var hit = await Queries.GetAsync(new ArticleKey(News.Id("a")), Cancel);
        Assert.Equal("Flood", hit!.Title);
    }

    [Fact]
    public async Task A_repeat_is_reported_again_with_the_same_words()
    {
        var message = News.Clustered(News.Article("a", "Flood"));
        await _bus.Bus.Publish(message, Cancel);
        var first = await ReportAsync(News.Id("a"), 1);
        await _bus.Bus.Publish(message, Cancel);
        Assert.Equal(first, await ReportAsync(News.Id("a"), 2));
        Assert.Single(_reports.Select(report => report.MessageId).Distinct());
    }

    [Fact]
    public async Task A_late_older_revision_is_not_reported()
    {
        await _bus.Bus.Publish(News.Clustered(News.Article("a", "New", revision: 2)), Cancel);
        await ReportAsync(News.Id("a"), 1);
        await _bus.Bus.Publish(News.Clustered(News.Article("a", "Old", revision: 1)), Cancel);
        Assert.True(await _bus.Consumed.Any<ArticleClustered>(message => message.Context.Message.Article.Revision == 1, Cancel));
        // Whatever came after it on the same queue has been answered, so it would have been too.
        await _bus.Bus.Publish(News.Clustered(News.Article("b", "Other")), Cancel);
        await ReportAsync(News.Id("b"), 1);
        Assert.DoesNotContain(_reports, report => report.Message.Revision == 1 && report.Message.ArticleId == News.Id("a"));
    }

    [Fact]
    public async Task A_retraction_is_reported_with_its_own_revision()
    {
        await _bus.Bus.Publish(News.Clustered(News.Article("a", "Flood")), Cancel);
        await ReportAsync(News.Id("a"), 1);
        await _bus.Bus.Publish(News.Retracted("a", 2), Cancel);
        var report = await ReportAsync(News.Id("a"), 2);
        Assert.Equal((2L, true), (report.Revision, report.Withdrawn));
        Assert.Null(await Queries.GetAsync(new ArticleKey(News.Id("a")), Cancel));
    }

    [Fact]
    public async Task A_decision_about_clusters_is_kept_and_nothing_is_reported()
    {
        await _bus.Bus.Publish(News.Clustered(News.Article("a", "Flood")), Cancel);
        await ReportAsync(News.Id("a"), 1);
        await _bus.Bus.Publish(new ClusterChanged { Changed = [News.Assignment("a", 9, "x")] }, Cancel);
        Assert.True(await _bus.Consumed.Any<ClusterChanged>(Cancel));
        while ((await Queries.GetAsync(new ArticleKey(News.Id("a")), Cancel))!.ClusterId != News.Id("x"))
        {
            await Task.Delay(10, Cancel);
        }

        Assert.Single(_reports);
    }

    [Fact]
    public async Task Many_at_once_are_all_kept_and_reported()
    {
        await Task.WhenAll(Enumerable.Range(0, 300).Select(i => _bus.Bus.Publish(News.Clustered(News.Article($"a{i}", $"Flood {i}")), Cancel)));
        for (var i = 0; i < 300; i++)
        {
            await ReportAsync(News.Id($"a{i}"), 1);
        }

        var status = await Queries.StatusAsync(new IndexStatusRequest(), Cancel);
        Assert.Equal((300L, 300L), (status.Documents, status.StoreSequence));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private ISearchQueries Queries => _services.GetRequiredService<ISearchQueries>();

    /// <summary>The n-th report about an article.</summary>
    private async Task<ArticleIndexed> ReportAsync(string articleId, int number)
    {
        while (true)
        {
            var found = _reports.Where(report => report.Message.ArticleId == articleId).ElementAtOrDefault(number - 1);
            if (found is not null)
            {
                return found.Message;
            }

            await Task.Delay(5, Cancel);
        }
    }
}
