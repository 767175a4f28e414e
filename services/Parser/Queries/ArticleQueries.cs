using Dapper;
using Ingest.Contracts;
using Ingest.Parser.Store;
using Ingest.Queries;
using Ingest.Storage;

namespace Ingest.Parser.Queries;

/// <summary>
/// Answers about articles from the store, whether the role runs or not. A data folder in which nothing was parsed yet has no
/// articles; that is no error.
/// </summary>
internal sealed class ArticleQueries(Database database) : IArticleQueries
{
    private const int MostArticles = 10_000;

    /// <summary>A page ends here whatever its limit: a few large articles must not fill the memory of both sides.</summary>
    private const long MostCharacters = 16 << 20;

    /// <inheritdoc/>
    public Task<Article?> GetAsync(ArticleKey key, CancellationToken cancellationToken) =>
        database.AskAsync(
            async connection => await StoredArticles.LoadAsync(connection, [key.ArticleId], cancellationToken) is [var article] ? article : null,
            null,
            cancellationToken);

    /// <inheritdoc/>
    public Task<ArticleList> OfFileAsync(FileArticles request, CancellationToken cancellationToken) =>
        database.AskAsync(
            async connection =>
            {
                var file = await connection.QuerySingleOrDefaultAsync<FileRow>(new CommandDefinition(
                    $"{FileRow.Select} WHERE file_id = @FileId", new { request.FileId }, cancellationToken: cancellationToken));
                var ids = file?.ToResult().ArticleIds.Take(Math.Clamp(request.Limit, 0, MostArticles)).ToList() ?? [];
                return new ArticleList(await StoredArticles.LoadAsync(connection, ids, cancellationToken));
            },
            new ArticleList([]),
            cancellationToken);

    /// <inheritdoc/>
    public Task<ArticlePage> ScanAsync(ArticleScan request, CancellationToken cancellationToken) =>
        database.AskAsync(
            async connection =>
            {
                var limit = Math.Clamp(request.Limit, 1, MostArticles);
                var articles = new List<ArticleParsed>(limit);
                var characters = 0L;
                // One more than asked for tells whether there is a next page.
                await foreach (var row in connection.QueryUnbufferedAsync<ArticleRow>(
                    """
                    SELECT discovered_at AS DiscoveredAt, content AS Content FROM articles
                    WHERE article_id > @after ORDER BY article_id LIMIT @most
                    """,
                    new { after = request.After ?? "", most = limit + 1 }).WithCancellation(cancellationToken))
                {
                    if (articles.Count == limit || (articles.Count > 0 && characters + row.Content.Length > MostCharacters))
                    {
                        return new ArticlePage(articles, articles[^1].Article.ArticleId);
                    }

                    characters += row.Content.Length;
                    articles.Add(new ArticleParsed { Article = ArticleJson.Read(row.Content), DiscoveredAt = StoreTime.FromMicroseconds(row.DiscoveredAt) });
                }

                return new ArticlePage(articles, null);
            },
            new ArticlePage([], null),
            cancellationToken);

    private sealed class ArticleRow
    {
        public long DiscoveredAt { get; set; }

        public string Content { get; set; } = "";
    }
}
