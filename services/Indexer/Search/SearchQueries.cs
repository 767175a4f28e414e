using System.Diagnostics;
using Ingest.Indexer.Documents;
using Ingest.Queries;

namespace Ingest.Indexer.Search;

/// <summary>Answers searches: the index says which articles, the documents say what they are.</summary>
internal sealed class SearchQueries(DocumentStore store, SearchIndexes indexes) : ISearchQueries
{
    public async Task<SearchResponse> SearchAsync(SearchRequest request, CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        if (await indexes.UseAsync(complete: true, cancellationToken) is not { } index)
        {
            return new SearchResponse { Total = 0, Hits = [] };
        }

        var found = index.Find(request);
        var documents = (await store.FindAsync([.. found.Articles.Select(hit => hit.ArticleId)], cancellationToken)).ToDictionary(document => document.ArticleId);
        var sizes = await store.ClusterSizesAsync(documents.Values.Select(document => document.ClusterId), cancellationToken);
        return new SearchResponse
        {
            // What was withdrawn a moment ago is still in the index and no longer in the documents.
            Total = found.Total - (found.Articles.Count - documents.Count),
            Hits =
            [
                .. found.Articles.Where(hit => documents.ContainsKey(hit.ArticleId))
                    .Select(hit => Hit(documents[hit.ArticleId], sizes, hit.Score, found.Words)),
            ],
            Explanation = found.Explanation,
            ElapsedMs = Stopwatch.GetElapsedTime(start).TotalMilliseconds,
        };
    }

    public async Task<SearchHit?> GetAsync(ArticleKey key, CancellationToken cancellationToken)
    {
        if (await store.FindAsync([key.ArticleId], cancellationToken) is not [var document])
        {
            return null;
        }

        return Hit(document, await store.ClusterSizesAsync([document.ClusterId], cancellationToken), 0, []);
    }

    public async Task<IndexStatus> StatusAsync(IndexStatusRequest request, CancellationToken cancellationToken)
    {
        var (documents, sequence) = await store.CountAsync(cancellationToken);
        var index = await indexes.UseAsync(complete: false, cancellationToken);
        return new IndexStatus(documents, sequence, index?.VisibleSequence ?? 0);
    }

    private static SearchHit Hit(Documents.Document document, IReadOnlyDictionary<string, int> sizes, double score, IReadOnlyList<string> words)
    {
        var article = document.Article!;
        return new SearchHit
        {
            ArticleId = article.ArticleId,
            FileId = article.FileId,
            Path = article.Path,
            Ordinal = article.Ordinal,
            Title = article.Title,
            PublishedAt = article.PublishedAt,
            Authors = article.Authors,
            Agencies = article.Agencies,
            Dateline = article.Dateline,
            Language = article.Language,
            Url = article.Url,
            Source = article.Source,
            Section = article.Section,
            Body = article.Body,
            Snippet = Snippets.Of(article.Body, words),
            Score = score,
            ClusterId = document.ClusterId,
            Relation = document.Relation,
            ClusterSize = Math.Max(1, sizes.GetValueOrDefault(document.ClusterId)),
        };
    }
}
