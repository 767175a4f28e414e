using Ingest.Contracts;
using Ingest.Hosting;
using Ingest.Hosting.Bus;
using Ingest.Indexer.Documents;
using MassTransit;

namespace Ingest.Indexer.Consumers;

/// <summary>Keeps an article with its place, and says that search will show it.</summary>
internal sealed class ArticleClusteredConsumer(DocumentStore store, BusOptions bus, TimeProvider time) : IConsumer<ArticleClustered>
{
    public async Task Consume(ConsumeContext<ArticleClustered> context)
    {
        var start = time.GetTimestamp();
        var article = context.Message.Article;
        using var activity = Telemetry.Begin(article.FileId, article.ArticleId, article.Revision);
        var sequence = await store.ApplyAsync(DocumentChange.Of(context.Message), context.CancellationToken);
        if (sequence is { } kept)
        {
            await Settlement.PublishAsync(
                context, article.ArticleId, article.FileId, article.Revision, withdrawn: false, kept, bus.PublishTimeout, time.GetUtcNow());
        }

        Telemetry.Settled(sequence is null ? "outdated" : "indexed", time.GetElapsedTime(start));
    }
}

/// <summary>Its queue.</summary>
internal sealed class ArticleClusteredDefinition : ConsumerDefinition<ArticleClusteredConsumer>
{
    public ArticleClusteredDefinition() => EndpointName = Endpoints.Indexer;

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<ArticleClusteredConsumer> consumerConfigurator, IRegistrationContext context) =>
        ServiceEndpoint.Configure(endpointConfigurator);
}
