using System.Data.Common;
using System.Runtime.CompilerServices;
using Dapper;
using Ingest.Contracts;
using Ingest.Storage;

namespace Ingest.Parser.Store;

/// <summary>Reads articles by their identifiers.</summary>
internal static class StoredArticles
{
    /// <summary>In the order of <paramref name="articleIds"/>; those that are not kept are left out.</summary>
    public static async Task<IReadOnlyList<Article>> LoadAsync(
        DbConnection connection, IReadOnlyList<string> articleIds, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, Article>(articleIds.Count, StringComparer.Ordinal);
        foreach (var ids in IdLists.Chunks(articleIds))
        {
            var contents = await connection.QueryAsync<string>(new CommandDefinition(
                "SELECT content FROM articles WHERE article_id IN @ids", new { ids }, cancellationToken: cancellationToken));
            foreach (var article in contents.Select(ArticleJson.Read))
            {
                found[article.ArticleId] = article;
            }
        }

        return [.. articleIds.Select(id => found.GetValueOrDefault(id)).OfType<Article>()];
    }

    /// <summary>
    /// One after the other, so that the reader can stop when it has enough: each as it is kept with its length in characters, or null and 0.
    /// </summary>
    public static async IAsyncEnumerable<(Article? Article, int Length)> EachAsync(
        DbConnection connection, IEnumerable<string> articleIds, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT content FROM articles WHERE article_id = @id";
        var id = command.CreateParameter();
        id.ParameterName = "id";
        command.Parameters.Add(id);
        foreach (var articleId in articleIds)
        {
            id.Value = articleId;
            yield return await command.ExecuteScalarAsync(cancellationToken) is string content ? (ArticleJson.Read(content), content.Length) : (null, 0);
        }
    }
}
