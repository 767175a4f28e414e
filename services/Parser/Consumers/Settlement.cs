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
        await bus.PublishArticlesAsync(settled.Articles, file.DiscoveredAt, attempt, timeout, cancellationToken);
        await bus.PublishResultAsync(file, Completion(file, attempt, settled.Duration), attempt, timeout, cancellationToken);
    }

    /// <summary>Publishes a kept portion; with the last one the file's result.</summary>
    public static async Task PublishPortionAsync(
        this IPublishEndpoint bus, ProcessedFile.Portion portion, FileDiscovered file, DateTimeOffset now, TimeSpan timeout, CancellationToken cancellationToken)
    {
        await bus.PublishArticlesAsync(portion.Articles, file.DiscoveredAt, file.Attempt, timeout, cancellationToken);
        if (portion.Final is { } final)
        {
            var completion = Completion(final, file.Attempt, portion.Duration) with { Portion = portion.Kept.Number };
            await bus.PublishResultAsync(final, completion, file.Attempt, timeout, cancellationToken);
            return;
        }

        var kept = portion.Kept;
        var parsed = new FileParsed
        {
            FileId = kept.FileId,
            Revision = kept.Revision,
            ArticleCount = kept.ArticlesSoFar,
            RetractedCount = 0,
            WarningCount = kept.WarningCount,
            ParsedAt = now,
            DurationMs = portion.Duration.TotalMilliseconds,
            Portion = kept.Number,
            Continues = true,
            Attempt = file.Attempt,
        };
        await bus.PublishEventAsync(
            parsed, Identifiers.Message(nameof(FileParsed), kept.FileId, kept.Revision, file.Attempt), timeout, cancellationToken);
    }

    /// <summary>Publishes what a portion of a removed file retracts.</summary>
    public static async Task PublishRemovalAsync(
        this IPublishEndpoint bus, ProcessedFile.Removal removal, int attempt, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var (file, portion) = (removal.File, removal.Kept);
        await bus.PublishRetractionsAsync(file, portion.ArticleIds, attempt, timeout, cancellationToken);
        var completion = Completion(file, attempt, TimeSpan.Zero) with
        {
            RetractedCount = portion.ArticlesSoFar, Portion = portion.Number, Continues = !portion.IsLast,
        };
        await bus.PublishResultAsync(file, completion, attempt, timeout, cancellationToken);
    }

    private static Task PublishArticlesAsync(
        this IPublishEndpoint bus, IReadOnlyList<Article> articles, DateTimeOffset discoveredAt, int attempt, TimeSpan timeout, CancellationToken cancellationToken) =>
        bus.PublishEventsAsync(
            articles.Select(article => new ArticleParsed { Article = article, DiscoveredAt = discoveredAt }),
            parsed => Identifiers.Message(nameof(ArticleParsed), parsed.Article.ArticleId, parsed.Article.Revision, attempt),
            timeout,
            cancellationToken);

    /// <summary>What the file retracts, and last the file itself.</summary>
    private static async Task PublishResultAsync(
        this IPublishEndpoint bus, FileResult file, FileParsed completion, int attempt, TimeSpan timeout, CancellationToken cancellationToken)
    {
        await bus.PublishRetractionsAsync(file, file.RetractedIds, attempt, timeout, cancellationToken);
        if (file.Outcome == FileOutcomes.Rejected)
        {
            await bus.PublishEventAsync(
                Rejection(file), Identifiers.Message(nameof(FileRejected), file.FileId, file.Revision, attempt), timeout, cancellationToken);
        }
        else
        {
            await bus.PublishEventAsync(
                completion, Identifiers.Message(nameof(FileParsed), file.FileId, file.Revision, attempt), timeout, cancellationToken);
        }
    }

    private static Task PublishRetractionsAsync(
        this IPublishEndpoint bus, FileResult file, IReadOnlyList<string> articleIds, int attempt, TimeSpan timeout, CancellationToken cancellationToken) =>
        bus.PublishEventsAsync(
            articleIds.Select(id => new ArticleRetracted
            {
                ArticleId = id, FileId = file.FileId, Revision = file.Revision, RetractedAt = file.SettledAt,
            }),
            retracted => Identifiers.Message(nameof(ArticleRetracted), retracted.ArticleId, file.Revision, attempt),
            timeout,
            cancellationToken);

    private static FileRejected Rejection(FileResult file) => new()
    {
        FileId = file.FileId,
        Revision = file.Revision,
        Reason = file.Reason!,
        Detail = file.Detail!,
        RetractedCount = file.RetractedIds.Count,
        RejectedAt = file.SettledAt,
    };

    private static FileParsed Completion(FileResult file, int attempt, TimeSpan duration) => new()
    {
        FileId = file.FileId,
        Revision = file.Revision,
        ArticleCount = file.ArticleCount,
        RetractedCount = file.RetractedIds.Count,
        WarningCount = file.WarningCount,
        ParsedAt = file.SettledAt,
        DurationMs = duration.TotalMilliseconds,
        Attempt = attempt,
    };
}
