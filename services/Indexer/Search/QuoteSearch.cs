using Ingest.Contracts;
using Ingest.Indexer.Documents;
using Ingest.Indexer.QueryLanguage;
using Ingest.Indexer.Snippets;
using Ingest.Indexer.Text;
using Ingest.Queries;

namespace Ingest.Indexer.Search;

/// <summary>
/// Finds quotes. A quote stands in its article's body, so the index finds the articles that can have it, and their quotes are looked through:
/// each answer is exact, but how many there are in all is not known.
/// </summary>
/// <remarks>Rejected: a field of quoted words. It makes every index larger by what is in it already.</remarks>
internal sealed class QuoteSearch(IndexAccess index, DocumentReader documents, TimeProvider time) : IQuoteQueries
{
    private const int MostQuotes = 200;
    private const int ArticlesAtOnce = 20;
    private const int MostArticlesAtOnce = 320;

    // So many articles are looked through for one answer; then it says where to go on.
    private const int MostArticles = 2000;

    /// <inheritdoc/>
    public async Task<QuotePage> FindAsync(QuoteRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var today = DateOnly.FromDateTime(time.GetLocalNow().Date);
        var parsed = QueryParser.Parse(request.Words, today);
        var notes = parsed.Notes.ToList();
        var test = new QuoteTest(parsed.Node, WordList.Of(request.Speaker));
        // The cursor's mark is made of this.
        var search = new SearchRequest { Query = $"{request.Words}\0{request.Speaker}", From = request.From, To = request.To, Sort = "newest", Cursor = request.Cursor };
        var plan = SearchPlanning.Of(search, test.OfArticles, today, notes) with { Corrections = false };
        var (found, limit, read, size) = (new List<QuoteHit>(), Math.Clamp(request.Limit, 1, MostQuotes), 0, ArticlesAtOnce);
        while (true)
        {
            var page = await index.SearchAsync(plan with { Limit = size }, cancellationToken);
            found.AddRange(await InAsync(page.Articles, test, cancellationToken));
            read += page.Articles.Count;
            if (page.Next is null || found.Count >= limit || read >= MostArticles)
            {
                return new QuotePage(found, page.Next is null ? null : SearchCursor.Of(search, page.Next), notes.Count == 0 ? null : string.Join(' ', notes.Select(note => note.Message)));
            }

            // Where quotes are rare, more articles at a time.
            size = found.Count == 0 ? Math.Min(size * 2, MostArticlesAtOnce) : ArticlesAtOnce;
            plan = plan with { After = page.Next };
        }
    }

    private async Task<IReadOnlyList<QuoteHit>> InAsync(IReadOnlyList<FoundArticle> found, QuoteTest test, CancellationToken cancellationToken)
    {
        var stored = await documents.FindAsync([.. found.Select(article => article.ArticleId)], cancellationToken);
        return
        [
            .. found.Select(article => stored.GetValueOrDefault(article.ArticleId)?.Article).OfType<Article>()
                .SelectMany(article => article.Quotes.Where(quote => test.Holds(quote, article.Language)).Select(quote => new QuoteHit(
                    quote, test.Marks(quote, article.Language), article.ArticleId, article.Title, article.PublishedAt, article.Source))),
        ];
    }
}
