using Ingest.Contracts;
using MassTransit;

namespace Ingest.CommandLine.Rebuilding;

/// <summary>Hears what becomes of the articles that a rebuild sends.</summary>
internal sealed class RebuildConsumer(RebuildProgress progress)
    : IConsumer<ArticleIndexed>, IConsumer<Fault<ArticleParsed>>, IConsumer<Fault<ArticleClustered>>
{
    public Task Consume(ConsumeContext<ArticleIndexed> context) => End(context.Message.ArticleId, failed: false);

    public Task Consume(ConsumeContext<Fault<ArticleParsed>> context) => End(context.Message.Message.Article.ArticleId, failed: true);

    public Task Consume(ConsumeContext<Fault<ArticleClustered>> context) => End(context.Message.Message.Article.ArticleId, failed: true);

    private Task End(string articleId, bool failed)
    {
        progress.End(articleId, failed);
        return Task.CompletedTask;
    }
}
