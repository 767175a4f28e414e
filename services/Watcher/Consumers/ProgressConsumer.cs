using Ingest.Contracts;
using Ingest.Hosting;
using Ingest.Hosting.Bus;
using Ingest.Watcher.Ledger;
using MassTransit;

namespace Ingest.Watcher.Consumers;

/// <summary>What the stages report of a file's progress, into the ledger.</summary>
internal sealed class ProgressConsumer(LedgerReports reports)
    : IConsumer<FileParsed>, IConsumer<FileRejected>, IConsumer<FileFailed>, IConsumer<FileSuperseded>, IConsumer<ArticleIndexed>
{
    public Task Consume(ConsumeContext<FileParsed> context)
    {
        var parsed = context.Message;
        return reports.ApplyAsync(
            new StageEvent.Parsed(parsed.FileId, parsed.Revision, parsed.ArticleCount, parsed.RetractedCount, parsed.WarningCount, parsed.ParsedAt)
            {
                Portion = parsed.Portion, Continues = parsed.Continues, Attempt = parsed.Attempt,
            },
            context.CancellationToken);
    }

    public Task Consume(ConsumeContext<FileRejected> context)
    {
        var rejected = context.Message;
        return reports.ApplyAsync(
            new StageEvent.Rejected(
                rejected.FileId, rejected.Revision, rejected.Reason, rejected.Detail, rejected.RetractedCount, rejected.RejectedAt),
            context.CancellationToken);
    }

    public Task Consume(ConsumeContext<FileFailed> context)
    {
        var failed = context.Message;
        return reports.ApplyAsync(new StageEvent.Failed(failed.FileId, failed.Revision, failed.Reason, failed.Detail), context.CancellationToken);
    }

    public Task Consume(ConsumeContext<FileSuperseded> context) =>
        reports.ApplyAsync(new StageEvent.Superseded(context.Message.FileId, context.Message.Revision), context.CancellationToken);

    public Task Consume(ConsumeContext<ArticleIndexed> context)
    {
        var indexed = context.Message;
        return reports.ApplyAsync(
            new StageEvent.Settled(indexed.FileId, indexed.Revision, indexed.ArticleId) { ClusteredAt = indexed.ClusteredAt }, context.CancellationToken);
    }
}

/// <summary>Its queue.</summary>
internal sealed class ProgressConsumerDefinition : ConsumerDefinition<ProgressConsumer>
{
    public ProgressConsumerDefinition() => EndpointName = Endpoints.Watcher;

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator,
        IConsumerConfigurator<ProgressConsumer> consumerConfigurator,
        IRegistrationContext context) =>
        ServiceEndpoint.Configure(endpointConfigurator, Concurrency);

    /// <summary>Reports are small and many: every file gives at least two.</summary>
    public const int Concurrency = 512;
}
