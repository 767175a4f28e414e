using System.Threading.Channels;
using Ingest.Contracts;
using Ingest.Hosting.Bus;
using Ingest.Queries;
using Ingest.Storage;
using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Ingest.Deduplicator.Tests.Consumers;

public sealed class The_role_on_the_bus
{
    [Fact]
    public async Task Answers_articles_repeats_and_retractions()
    {
        var folder = Directory.CreateTempSubdirectory("ingest-dedup-");
        var answers = Channel.CreateUnbounded<object>();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Ingest:Data", folder.FullName)]).Build();
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddOptions<StoreOptions>().Bind(configuration.GetSection("Ingest"));
        builder.Services.AddSingleton(answers);
        var role = new DeduplicatorRole();
        role.AddQueries(builder.Services, configuration);
        role.AddServices(builder.Services, configuration);
        builder.Services.AddIngestBus(configuration, [role, new Listening()]);
        using (var host = builder.Build())
        {
            await host.StartAsync(Token);
            var bus = host.Services.GetRequiredService<IBus>();
            var late = News.Article("late", "Harbour open", News.Harbour, "2025-03-04T15:00");
            var early = News.Article("early", "Harbour reopens", News.Harbour, "2025-03-04T09:00");
            foreach (var article in new[] { late, early, early })
            {
                await bus.Publish(new ArticleParsed { Article = article, DiscoveredAt = DateTimeOffset.UnixEpoch }, Token);
                var clustered = Assert.IsType<ArticleClustered>(await answers.Reader.ReadAsync(Token));
                Assert.Equal(article.ArticleId, clustered.Article.ArticleId);
                Assert.Equal(Relations.Canonical, clustered.Assignment.Relation);
                Assert.Equal(article == late ? 0 : 1, clustered.Changed.Count);
            }

            var cluster = await host.Services.GetRequiredService<IClusterQueries>().ClusterAsync(new ClusterKey(late.ArticleId), Token);
            Assert.Equal(2, cluster!.Members.Count);

            await bus.Publish(
                new ArticleRetracted { ArticleId = early.ArticleId, FileId = early.FileId, Revision = 2, RetractedAt = DateTimeOffset.UnixEpoch }, Token);
            var changed = Assert.IsType<ClusterChanged>(await answers.Reader.ReadAsync(Token));
            Assert.Equal(early.ArticleId, changed.Retracted!.ArticleId);
            Assert.Equal(late.ArticleId, Assert.Single(changed.Changed).ArticleId);
            await host.StopAsync(Token);
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private sealed class Listening : Ingest.Hosting.IRole
    {
        public string Name => "listening";

        public void AddQueries(IServiceCollection services, IConfiguration configuration)
        {
        }

        public void AddServices(IServiceCollection services, IConfiguration configuration)
        {
        }

        public void AddConsumers(IBusRegistrationConfigurator bus) => bus.AddConsumer<Listener>();

        public void MapRoutes(Microsoft.AspNetCore.Routing.IEndpointRouteBuilder routes)
        {
        }
    }
}

/// <summary>Hands on what the Deduplicator publishes.</summary>
internal sealed class Listener(Channel<object> answers) : IConsumer<ArticleClustered>, IConsumer<ClusterChanged>
{
    public Task Consume(ConsumeContext<ArticleClustered> context) => answers.Writer.WriteAsync(context.Message).AsTask();

    public Task Consume(ConsumeContext<ClusterChanged> context) => answers.Writer.WriteAsync(context.Message).AsTask();
}
