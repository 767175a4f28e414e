using System.Diagnostics;
using Ingest.Contracts;
using Ingest.Indexer.Documents;
using Ingest.Indexer.QueryLanguage;
using Ingest.Indexer.Snippets;
using Ingest.Queries;

namespace Ingest.Indexer.Search;

/// <summary>Answers searches: the index finds, the documents fill the hits.</summary>
internal sealed class SearchQueries(IndexAccess index, DocumentReader documents, TimeProvider time) : ISearchQueries
{
    /// <inheritdoc/>
    public async Task<SearchResponse> SearchAsync(SearchRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var watch = Stopwatch.StartNew();
        var today = DateOnly.FromDateTime(time.GetLocalNow().Date);
        var parsed = QueryParser.Parse(request.Query, today);
        var notes = parsed.Notes.ToList();
        var plan = SearchPlanning.Of(request, parsed.Node, today, notes);
        var found = await index.SearchAsync(plan, cancellationToken);
        if (found.Relaxed)
        {
            notes.Add(new QueryNote(QueryNotes.Relaxed, "Hardly any article has all of these words, so those with several of them are shown too."));
        }

        var hits = await HitsAsync(found.Articles, parsed.Node, cancellationToken);
        return new SearchResponse
        {
            // What was withdrawn a moment ago is still in the index and no longer in the documents.
            Total = found.Total - (found.Articles.Count - hits.Count),
            Hits = hits,
            Notes = notes,
            Explanation = notes.Count == 0 ? null : string.Join(' ', notes.Select(note => note.Message)),
            ReadAs = Reading.Of(parsed.Node),
            Relaxed = found.Relaxed,
            DidYouMean = await DidYouMeanAsync(parsed, plan, found, today, cancellationToken),
            Facets = [.. found.Facets.Select(facet => FacetOf(facet.Field, facet.Values, Math.Min(request.Facets, SearchPlanning.MostFacetValues)))],
            Histogram = found.Histogram,
            Next = found.Next is null ? null : SearchCursor.Of(request, found.Next),
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

    private static Facet FacetOf(string field, IReadOnlyList<(string Value, long Count)> values, int most)
    {
        // There can be tens of thousands of authors: only those that can be among the first are ordered by name.
        var counts = values.Select(value => value.Count).ToArray();
        Array.Sort(counts);
        var least = counts.Length > most ? counts[^most] : 0;
        var first = values.Where(value => value.Count >= least).OrderByDescending(value => value.Count).ThenBy(value => value.Value, StringComparer.Ordinal).Take(most);
        return new Facet(field, [.. first.Select(value => new FacetValue(value.Value, value.Count))], Math.Max(0, values.Count - most));
    }

    /// <summary>The query with better spellings, if that finds more.</summary>
    private async Task<string?> DidYouMeanAsync(ParsedQuery parsed, SearchPlan plan, FoundArticles found, DateOnly today, CancellationToken cancellationToken)
    {
        var text = parsed.Text;
        foreach (var (at, word, better) in found.Corrections.OrderByDescending(correction => correction.At))
        {
            if (at + word.Length <= text.Length && text.AsSpan(at, word.Length).SequenceEqual(word))
            {
                text = text[..at] + better + text[(at + word.Length)..];
            }
        }

        if (text == parsed.Text)
        {
            return null;
        }

        var query = QueryParser.Parse(text, today);
        var counted = await index.SearchAsync(plan with { Query = query.Node, Limit = 0, Facets = false, Histogram = false, Corrections = false }, cancellationToken);
        return counted.Total > 0 && (found.Relaxed || counted.Total > found.Total) ? text : null;
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
        var (snippets, quotes) = (new SnippetMaker(query), new QuotesSought(query));
        var hits = new List<SearchHit>(found.Count);
        foreach (var (articleId, score) in found)
        {
            // An article that was withdrawn this moment is still in the index, and no longer a hit.
            if (stored.TryGetValue(articleId, out var document) && document.Article is { } article)
            {
                hits.Add(Hit(article, document, score, sizes.GetValueOrDefault(document.ClusterId, 1), snippets) with { Quotes = quotes.In(article) });
            }
        }

        return hits;
    }

    private static SearchHit Hit(Article article, StoredDocument document, float score, int clusterSize, SnippetMaker snippets)
    {
        var (snippet, marks) = snippets.Of(article.Body, article.Language);
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
            Snippet = snippet,
            SnippetMarks = marks,
            TitleMarks = snippets.InTitle(article.Title, article.Language),
            Score = score,
            ClusterId = document.ClusterId,
            Relation = document.Relation,
            ClusterSize = clusterSize,
        };
    }
}
