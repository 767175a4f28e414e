using System.Runtime.CompilerServices;
using Ingest.Contracts;

namespace Ingest.Queries.Export;

/// <summary>Everything that a search finds, however much: page after page by cursor, never more than one page in memory.</summary>
public static class FoundArticles
{
    private const int PageSize = 500;
    private const int ArticlesAtOnce = 100;

    /// <summary>The hits in the order of the request, whose limit and offset do not count.</summary>
    /// <param name="search">The Indexer.</param>
    /// <param name="request">What to find.</param>
    /// <param name="most">Where to stop.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async IAsyncEnumerable<SearchHit> HitsAsync(
        this ISearchQueries search, SearchRequest request, long most = long.MaxValue, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(search);
        ArgumentNullException.ThrowIfNull(request);
        var page = request with { Limit = (int)Math.Min(PageSize, most), Offset = 0, Cursor = null, Facets = 0, Histogram = false };
        var given = 0L;
        while (true)
        {
            var response = await search.SearchAsync(page, cancellationToken);
            foreach (var hit in response.Hits)
            {
                yield return hit;
                if (++given >= most)
                {
                    yield break;
                }
            }

            if (response.Next is null)
            {
                yield break;
            }

            page = page with { Cursor = response.Next };
        }
    }

    /// <summary>The same as whole articles, with their origin, quotes and warnings.</summary>
    public static async IAsyncEnumerable<Article> ArticlesAsync(
        this ISearchQueries search, IArticleQueries articles, SearchRequest request, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(articles);
        await foreach (var hits in search.HitsAsync(request, cancellationToken: cancellationToken).Chunk(ArticlesAtOnce).WithCancellation(cancellationToken))
        {
            var ids = Array.ConvertAll(hits, hit => hit.ArticleId);
            await foreach (var article in articles.EachAsync(ids, cancellationToken))
            {
                yield return article;
            }
        }
    }

    /// <summary>Articles by their identifiers in that order, however large they are together; unknown ones are left out.</summary>
    public static async IAsyncEnumerable<Article> EachAsync(
        this IArticleQueries articles, IReadOnlyList<string> articleIds, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(articles);
        ArgumentNullException.ThrowIfNull(articleIds);
        for (var done = 0; done < articleIds.Count;)
        {
            var batch = await articles.ManyAsync(new ArticleKeys([.. articleIds.Skip(done)]), cancellationToken);
            foreach (var article in batch.Articles)
            {
                yield return article;
            }

            done += Math.Max(1, batch.Answered);
        }
    }
}
