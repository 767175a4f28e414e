using Ingest.Contracts;
using Ingest.Hosting;
using Ingest.Hosting.Bus;
using Ingest.Watcher.Ledger;
using MassTransit;

namespace Ingest.Watcher.Consumers;

/// <summary>Unforeseen errors of the stages: each counts against the file it happened on (ADR 0003).</summary>
internal sealed class FaultConsumer(LedgerReports reports)
    : IConsumer<Fault<FileDiscovered>>, IConsumer<Fault<FileRemoved>>, IConsumer<Fault<ArticleParsed>>,
      IConsumer<Fault<ArticleRetracted>>, IConsumer<Fault<ArticleClustered>>, IConsumer<Fault<ClusterChanged>>
{
    public Task Consume(ConsumeContext<Fault<FileDiscovered>> context)
    {
        var file = context.Message.Message;
        return ReportAsync(context, "parser", file.FileId, file.Revision, file.Attempt);
    }

    public Task Consume(ConsumeContext<Fault<FileRemoved>> context)
    {
        var file = context.Message.Message;
        return ReportAsync(context, "parser", file.FileId, file.Revision, file.Attempt);
    }

    public Task Consume(ConsumeContext<Fault<ArticleParsed>> context)
    {
        var article = context.Message.Message.Article;
        return ReportAsync(context, "deduplicator", article.FileId, article.Revision);
    }

    public Task Consume(ConsumeContext<Fault<ArticleRetracted>> context)
    {
        var article = context.Message.Message;
        return ReportAsync(context, "deduplicator", article.FileId, article.Revision);
    }

    public Task Consume(ConsumeContext<Fault<ArticleClustered>> context)
    {
        var article = context.Message.Message.Article;
        return ReportAsync(context, "indexer", article.FileId, article.Revision);
    }

    public Task Consume(ConsumeContext<Fault<ClusterChanged>> context) =>
        // A change that a person made belongs to no file; its sender learns of it otherwise.
        context.Message.Message.Retracted is { } article
            ? ReportAsync(context, "indexer", article.FileId, article.Revision)
            : Task.CompletedTask;

    private Task ReportAsync<T>(ConsumeContext<Fault<T>> context, string stage, string fileId, long revision, int? attempt = null)
        where T : class
    {
        var error = context.Message.Exceptions is [var first, ..]
            ? $"{first.ExceptionType[(first.ExceptionType.LastIndexOf('.') + 1)..]}: {first.Message}"
            : "an error without a description";
        return reports.ApplyAsync(new StageEvent.Faulted(fileId, revision, stage, error, attempt), context.CancellationToken);
    }
}

/// <summary>Its queue, the same as <see cref="ProgressConsumer"/>'s.</summary>
internal sealed class FaultConsumerDefinition : ConsumerDefinition<FaultConsumer>
{
    public FaultConsumerDefinition() => EndpointName = Endpoints.Watcher;

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator,
        IConsumerConfigurator<FaultConsumer> consumerConfigurator,
        IRegistrationContext context) =>
        ServiceEndpoint.Configure(endpointConfigurator, ProgressConsumerDefinition.Concurrency);
}
