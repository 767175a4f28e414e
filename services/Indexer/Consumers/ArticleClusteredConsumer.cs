using Ingest.Contracts;
using Ingest.Hosting.Bus;
using Ingest.Indexer.Documents;
using MassTransit;
using Microsoft.Extensions.Logging;

namespace Ingest.Indexer.Consumers;

/// <summary>Keeps an article with its cluster, and what its arrival changed for others; then reports it as indexed.</summary>
internal sealed class ArticleClusteredConsumer(DocumentStore store, BusOptions bus, TimeProvider time, ILogger<ArticleClusteredConsumer> log)
    : IConsumer<ArticleClustered>
{
    public async Task Consume(ConsumeContext<ArticleClustered> context)
    {
        var article = context.Message.Article;
        using var stage = Telemetry.Begin(article.FileId, article.ArticleId, article.Revision, time);
        var state = await store.CommitAsync(DocumentChange.Of(context.Message), context.CancellationToken);
        if (state is null)
        {
            // The ledger waits for the newer revision only.
            Log.Outdated(log, article.ArticleId, article.Revision);
            stage.Outcome = "outdated";
            return;
        }

        await context.PublishIndexedAsync(article.ArticleId, article.FileId, state, bus.PublishTimeout, context.Message.ClusteredAt);
        stage.Outcome = "indexed";
    }
}
