using Ingest.Contracts;
using Ingest.Hosting.Bus;
using MassTransit;

namespace Ingest.Indexer.Consumers;

/// <summary>Tells the Watcher that an article is settled. The same for a repeat.</summary>
internal static class Settlement
{
    public static Task PublishAsync(
        ConsumeContext bus, string articleId, string fileId, long revision, bool withdrawn, long sequence, TimeSpan timeout, DateTimeOffset now) =>
        bus.PublishEventAsync(
            new ArticleIndexed
            {
                ArticleId = articleId, FileId = fileId, Revision = revision, Withdrawn = withdrawn, Sequence = sequence, IndexedAt = now,
            },
            Identifiers.Message(nameof(ArticleIndexed), articleId, revision),
            timeout,
            bus.CancellationToken);
}
