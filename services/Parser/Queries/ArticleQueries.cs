using System.Data.Common;
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
internal sealed class ArticleQueries(Database database, TimeProvider time) : IArticleQueries
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
    public Task<ArticleBatch> ManyAsync(ArticleKeys request, CancellationToken cancellationToken) =>
        database.AskAsync(
            async connection =>
            {
                var (articles, characters, answered) = (new List<Article>(), 0L, 0);
                await foreach (var (article, length) in StoredArticles.EachAsync(connection, request.ArticleIds.Take(MostArticles), cancellationToken))
                {
                    answered++;
                    if (article is not null)
                    {
                        articles.Add(article);
                    }

                    if ((characters += length) > MostCharacters)
                    {
                        break;
                    }
                }

                return new ArticleBatch(articles, answered);
            },
            new ArticleBatch([], request.ArticleIds.Count),
            cancellationToken);

    /// <inheritdoc/>
    public Task<ArticleList> OfFileAsync(FileArticles request, CancellationToken cancellationToken) =>
        database.AskAsync(
            async connection =>
            {
                var file = await connection.QuerySingleOrDefaultAsync<FileRow>(new CommandDefinition(
                    $"{FileRow.Select} WHERE file_id = @FileId", new { request.FileId }, cancellationToken: cancellationToken));
                var ids = (file is { Portions: 0 } ? file.ToResult().ArticleIds : await PortionedAsync(connection, request.FileId))
                    .Take(Math.Clamp(request.Limit, 0, MostArticles)).ToList();
                return new ArticleList(await StoredArticles.LoadAsync(connection, ids, cancellationToken));
            },
            new ArticleList([]),
            cancellationToken);

    /// <inheritdoc/>
    public Task<SourceList> SourcesAsync(SourcesRequest request, CancellationToken cancellationToken) =>
        database.AskAsync(
            connection => StoredSources.ListAsync(connection, Math.Clamp(request.Limit, 1, MostArticles), time.GetUtcNow(), cancellationToken),
            new SourceList([]),
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

    /// <inheritdoc/>
    public Task<MemberPage> MembersAsync(FileMembers request, CancellationToken cancellationToken) =>
        database.AskAsync(
            async connection =>
            {
                var limit = Math.Clamp(request.Limit, 1, MostArticles);
                var members = (await connection.QueryAsync<FileMember>(new CommandDefinition(
                    $"""
                    SELECT number AS Number, name AS Name, article_count AS Articles, reason AS Reason, detail AS Detail FROM members
                    WHERE file_id = @FileId AND number > @After{(request.RejectedOnly ? " AND reason IS NOT NULL" : "")} ORDER BY number LIMIT @most
                    """,
                    new { request.FileId, request.After, most = limit + 1 },
                    cancellationToken: cancellationToken))).AsList();
                return members.Count > limit ? new MemberPage(members[..limit], members[limit - 1].Number) : new MemberPage(members, null);
            },
            new MemberPage([], null),
            cancellationToken);

    /// <summary>Of a file in portions, whether or not all of them are settled.</summary>
    private static async Task<IEnumerable<string>> PortionedAsync(DbConnection connection, string fileId) =>
        (await connection.QueryAsync<string>(
            """
            SELECT article_ids FROM portions WHERE file_id = @fileId AND revision = (SELECT MAX(revision) FROM portions WHERE file_id = @fileId)
            ORDER BY parser_version DESC, portion LIMIT 100
            """,
            new { fileId })).SelectMany(FileRow.Split);

    private sealed class ArticleRow
    {
        public long DiscoveredAt { get; set; }

        public string Content { get; set; } = "";
    }
}
