using Ingest.CommandLine.Hosting;
using Ingest.Contracts;
using Ingest.Queries;
using Microsoft.Extensions.DependencyInjection;

namespace Ingest.Evaluation.Dedup;

/// <summary>The articles of a data folder, as the parser kept them.</summary>
internal static class ParsedArticles
{
    public static async Task<List<Article>> ReadAsync(string data, CancellationToken cancellationToken)
    {
        await using var services = IngestHost.BuildQueries(Configuration.Build([new("Ingest:Data", data)]));
        var queries = services.GetRequiredService<IArticleQueries>();
        var articles = new List<Article>();
        for (var next = new ArticleScan(); next is not null;)
        {
            var page = await queries.ScanAsync(next, cancellationToken);
            articles.AddRange(page.Articles.Select(parsed => parsed.Article));
            next = page.Next is null ? null : next with { After = page.Next };
        }

        return articles;
    }
}
