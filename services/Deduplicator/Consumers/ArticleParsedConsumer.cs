using Ingest.Contracts;
using Ingest.Deduplicator.Sketching;
using Ingest.Deduplicator.Store;
using Ingest.Hosting.Bus;
using MassTransit;
using Microsoft.Extensions.Logging;

namespace Ingest.Deduplicator.Consumers;

/// <summary>Places an article and publishes where it belongs, with what its arrival changed for others.</summary>
internal sealed class ArticleParsedConsumer(
    Sketcher sketcher, ClusterStore store, BusOptions bus, TimeProvider time, ILogger<ArticleParsedConsumer> log) : IConsumer<ArticleParsed>
{
    public async Task Consume(ConsumeContext<ArticleParsed> context)
    {
        var article = context.Message.Article;
        using var stage = Telemetry.Begin(article.FileId, article.ArticleId, article.Revision, time);
        var placed = await store.PlaceAsync(sketcher.Of(article), context.CancellationToken);
        if (placed?.Assignment is not { } assignment)
        {
            // Nobody waits for it: the ledger waits for its current revision only, and that one is answered by itself.
            Log.Outdated(log, article.ArticleId, article.Revision);
            stage.End("outdated", 0);
            return;
        }

        var changed = await context.PublishOverflowAsync(placed.Changed, article.ArticleId, article.Revision, bus.PublishTimeout);
        await context.PublishEventAsync(
            new ArticleClustered
            {
                Article = article,
                Assignment = assignment,
                Changed = changed,
                DiscoveredAt = context.Message.DiscoveredAt,
                ClusteredAt = time.GetUtcNow(),
            },
            Identifiers.Message(nameof(ArticleClustered), article.ArticleId, article.Revision, assignment.Version),
            bus.PublishTimeout,
            context.CancellationToken);
        stage.End(assignment.Relation, placed.Changed.Count);
    }
}
