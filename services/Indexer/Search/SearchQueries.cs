using System.Diagnostics;
using Ingest.Indexer.Documents;
using Ingest.Indexer.QueryLanguage;
using Ingest.Indexer.Snippets;
using Ingest.Queries;

namespace Ingest.Indexer.Search;

/// <summary>Answers searches: the index finds, the documents fill the hits.</summary>
internal sealed class SearchQueries(IndexAccess index, DocumentReader documents) : ISearchQueries
{
    private const int MostHits = 1000;
    private const int DeepestOffset = 10_000;

    /// <inheritdoc/>
    public async Task<SearchResponse> SearchAsync(SearchRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var watch = Stopwatch.StartNew();
        var parsed = QueryParser.Parse(request.Query);
        var (plan, note) = Plan(request, parsed.Node);
        var found = await index.SearchAsync(plan, cancellationToken);
        var hits = await HitsAsync(found.Articles, parsed.Node, cancellationToken);
        var explanation = string.Join(' ', new[] { parsed.Explanation, note }.OfType<string>());
        return new SearchResponse
        {
            // What was withdrawn a moment ago is still in the index and no longer in the documents.
            Total = found.Total - (found.Articles.Count - hits.Count),
            Hits = hits,
            Explanation = explanation.Length == 0 ? null : explanation,
            ElapsedMs = watch.Elapsed.TotalMilliseconds,
        };
    }

    /// <inheritdoc/>
    public async Task<SearchHit?> GetAsync(ArticleKey key, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(key);
        var hits = await HitsAsync([new FoundArticle(key.ArticleId, 0)], null, cancellationToken);
        return hits.Count == 0 ? null : hits[0];
    }

    /// <inheritdoc/>
    public async Task<IndexStatus> StatusAsync(IndexStatusRequest request, CancellationToken cancellationToken)
    {
        var sequence = await documents.SequenceAsync(cancellationToken);
        return new IndexStatus(await documents.CountAsync(cancellationToken), sequence, sequence == 0 ? 0 : index.VisibleSequence)
        {
            Latency = index.Latency.Figures(),
        };
    }

    private static (SearchPlan Plan, string? Note) Plan(SearchRequest request, QueryNode? query)
    {
        var isDated = !string.IsNullOrWhiteSpace(request.From) || !string.IsNullOrWhiteSpace(request.To);
        var days = isDated ? DayRange.Between(request.From?.Trim(), request.To?.Trim()) : null;
        var plan = new SearchPlan
        {
            Query = query,
            Days = days,
            Author = request.Author,
            Source = request.Source,
            Language = request.Language,
            CanonicalOnly = request.Duplicates != "show",
            // Without words everything is equally relevant, and the newest is what one wants to see.
            Order = request.Sort switch
            {
                "newest" => SearchOrder.Newest,
                "oldest" => SearchOrder.Oldest,
                _ => query is null ? SearchOrder.Newest : SearchOrder.Relevance,
            },
            Offset = Math.Clamp(request.Offset, 0, DeepestOffset),
            Limit = Math.Clamp(request.Limit, 0, MostHits),
        };
        return (plan, isDated && days is null ? "From and to must be dates like 2025-02-13, 2025-02 or 2025, so they were left out." : null);
    }

    private async Task<IReadOnlyList<SearchHit>> HitsAsync(
        IReadOnlyList<FoundArticle> found, QueryNode? query, CancellationToken cancellationToken)
    {
        if (found.Count == 0)
        {
            return [];
        }

        var stored = await documents.FindAsync([.. found.Select(article => article.ArticleId)], cancellationToken);
        var sizes = await documents.ClusterSizesAsync([.. stored.Values.Select(document => document.ClusterId).Distinct()], cancellationToken);
        var snippets = new SnippetMaker(query);
        var hits = new List<SearchHit>(found.Count);
        foreach (var (articleId, score) in found)
        {
            // An article that was withdrawn this moment is still in the index, and no longer a hit.
            if (stored.TryGetValue(articleId, out var document) && document.Article is not null)
            {
                hits.Add(Hit(document, score, sizes.GetValueOrDefault(document.ClusterId, 1), snippets));
            }
        }

        return hits;
    }

    private static SearchHit Hit(StoredDocument document, float score, int clusterSize, SnippetMaker snippets)
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
            Snippet = snippets.Of(article.Body, article.Language),
            Score = score,
            ClusterId = document.ClusterId,
            Relation = document.Relation,
            ClusterSize = clusterSize,
        };
    }
}
