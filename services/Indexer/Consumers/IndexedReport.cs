using Ingest.Contracts;
using Ingest.Hosting.Bus;
using Ingest.Indexer.Documents;
using MassTransit;

namespace Ingest.Indexer.Consumers;

/// <summary>Tells that an article is settled; the same again when its message comes again.</summary>
internal static class IndexedReport
{
    public static Task PublishIndexedAsync(
        this ConsumeContext context, string articleId, string fileId, DocumentState state, TimeSpan timeout, DateTimeOffset? clusteredAt = null) =>
        context.PublishEventAsync(
            new ArticleIndexed
            {
                ArticleId = articleId,
                FileId = fileId,
                Revision = state.Revision,
                Withdrawn = state.Withdrawn,
                Sequence = state.Sequence,
                IndexedAt = state.IndexedAt,
                ClusteredAt = clusteredAt,
            },
            Identifiers.Message(nameof(ArticleIndexed), articleId, state.Revision),
            timeout,
            context.CancellationToken);
}
