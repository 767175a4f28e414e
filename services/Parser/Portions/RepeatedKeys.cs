using System.Globalization;
using Ingest.Contracts;

namespace Ingest.Parser.Portions;

/// <summary>
/// Gives a key of its own to an article whose key another article of the file has: pieces are parsed one by one, and two of them may
/// hold items of the same name. The position makes it unique, and is the same each time the file is read.
/// </summary>
internal static class RepeatedKeys
{
    /// <param name="articles">Articles of one portion, in the file's order.</param>
    /// <param name="taken">Identifiers that articles of earlier portions have.</param>
    public static IReadOnlyList<Article> Resolve(IReadOnlyList<Article> articles, IReadOnlySet<string> taken)
    {
        var seen = new HashSet<string>(articles.Count, StringComparer.Ordinal);
        return articles.All(article => !taken.Contains(article.ArticleId) && seen.Add(article.ArticleId))
            ? articles
            : Renamed(articles, [.. taken]);
    }

    private static List<Article> Renamed(IReadOnlyList<Article> articles, HashSet<string> taken) =>
        [.. articles.Select(article =>
        {
            if (taken.Add(article.ArticleId))
            {
                return article;
            }

            var key = string.Create(CultureInfo.InvariantCulture, $"{article.Key}#at:{article.Ordinal}");
            return article with { Key = key, ArticleId = Identifiers.Article(article.FileId, key) };
        })];
}
