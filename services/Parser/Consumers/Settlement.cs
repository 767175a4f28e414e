using Ingest.Contracts;
using Ingest.Hosting.Bus;
using Ingest.Parser.Discovery;
using Ingest.Parser.Store;
using MassTransit;

namespace Ingest.Parser.Consumers;

/// <summary>Publishes a kept result: its articles, what it retracts, and last the file itself. The same every time.</summary>
internal static class Settlement
{
    public static async Task PublishSettlementAsync(
        this IPublishEndpoint bus, ProcessedFile.Settled settled, int attempt, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var file = settled.File;
        await bus.PublishEventsAsync(
            settled.Articles.Select(article => new ArticleParsed { Article = article, DiscoveredAt = file.DiscoveredAt }),
            parsed => Identifiers.Message(nameof(ArticleParsed), parsed.Article.ArticleId, file.Revision, attempt),
            timeout,
            cancellationToken);
        await bus.PublishEventsAsync(
            file.RetractedIds.Select(id => new ArticleRetracted
            {
                ArticleId = id, FileId = file.FileId, Revision = file.Revision, RetractedAt = file.SettledAt,
            }),
            retracted => Identifiers.Message(nameof(ArticleRetracted), retracted.ArticleId, file.Revision, attempt),
            timeout,
            cancellationToken);
        if (file.Outcome == FileOutcomes.Rejected)
        {
            await bus.PublishEventAsync(
                Rejection(file), Identifiers.Message(nameof(FileRejected), file.FileId, file.Revision, attempt), timeout, cancellationToken);
        }
        else
        {
            await bus.PublishEventAsync(
                Completion(file, settled.Duration), Identifiers.Message(nameof(FileParsed), file.FileId, file.Revision, attempt), timeout, cancellationToken);
        }
    }

    private static FileRejected Rejection(FileResult file) => new()
    {
        FileId = file.FileId,
        Revision = file.Revision,
        Reason = file.Reason!,
        Detail = file.Detail!,
        RetractedCount = file.RetractedIds.Count,
        RejectedAt = file.SettledAt,
    };

    private static FileParsed Completion(FileResult file, TimeSpan duration) => new()
    {
        FileId = file.FileId,
        Revision = file.Revision,
        ArticleCount = file.ArticleIds.Count,
        RetractedCount = file.RetractedIds.Count,
        WarningCount = file.WarningCount,
        ParsedAt = file.SettledAt,
        DurationMs = duration.TotalMilliseconds,
    };
}
