using System.Collections.Concurrent;
using Ingest.Contracts;
using Ingest.Queries;

namespace Ingest.Portal.Tests.Hosting;

/// <summary>
/// The four services' answers over articles and files in memory: it filters, pages and retries for real, so that what a page
/// shows depends on what it asked.
/// </summary>
internal sealed partial class Archive : IFileQueries, IArticleQueries, IClusterQueries, IClusterDecisions, ISearchQueries, IQuoteQueries, IPipelineQueries
{
    public List<Article> Articles { get; } = [];

    public ConcurrentDictionary<string, FileEntry> Files { get; } = new();

    public Dictionary<string, List<FileMember>> ContainerMembers { get; } = new(StringComparer.Ordinal);

    public List<ClusterMember> Members { get; } = [];

    public List<RetryRequest> Retries { get; } = [];

    public string? Paused { get; set; }

    /// <summary>Makes every query fail as a remote one does whose service is away.</summary>
    public bool Unreachable { get; set; }

    public Task<FilePage> FindAsync(FileFilter filter, CancellationToken cancellationToken)
    {
        Check();
        var found = Matching(filter.State, filter.Reason)
            .Where(file => filter.Path is null || file.Path.Contains(filter.Path, StringComparison.Ordinal))
            .Where(file => filter.Batch is null || file.Batch == filter.Batch)
            .Where(file => filter.After is null || string.CompareOrdinal(file.FileId, filter.After) > 0)
            .Take(filter.Limit + 1)
            .ToList();
        return Task.FromResult(found.Count > filter.Limit
            ? new FilePage(found[..filter.Limit], found[filter.Limit - 1].FileId)
            : new FilePage(found, null));
    }

    public Task<FileEntry?> GetAsync(FileKey key, CancellationToken cancellationToken)
    {
        Check();
        return Task.FromResult(Files.Values.FirstOrDefault(file => file.FileId == key.IdOrPath || file.Path == key.IdOrPath));
    }

    public Task<LedgerSummary> SummariseAsync(SummaryRequest request, CancellationToken cancellationToken)
    {
        Check();
        return Task.FromResult(new LedgerSummary
        {
            States = FileStates.All.ToDictionary(state => state, state => Files.Values.LongCount(file => file.State == state)),
            Reasons =
            [
                .. Files.Values.Where(file => file.State is FileStates.Rejected or FileStates.Failed)
                    .GroupBy(file => (file.State, Reason: file.Reason!))
                    .Select(group => new ReasonCount(group.Key.State, group.Key.Reason, group.LongCount())),
            ],
            Articles = Articles.Count,
            OldestInFlight = Files.Values.Where(file => file.State == FileStates.InFlight).Min(file => (DateTimeOffset?)file.DiscoveredAt),
            Paused = Paused,
        });
    }

    public Task<RetryResult> RetryAsync(RetryRequest request, CancellationToken cancellationToken)
    {
        Check();
        lock (Retries)
        {
            Retries.Add(request);
        }

        var again = Matching(request.State, request.Reason)
            .Where(file => request.State is not null || file.State is FileStates.Rejected or FileStates.Failed)
            .Where(file => request.IdOrPath is null || file.FileId == request.IdOrPath || file.Path == request.IdOrPath)
            .Take(request.Limit ?? int.MaxValue)
            .ToList();
        foreach (var file in again)
        {
            Files[file.FileId] = file with { State = FileStates.InFlight, Reason = null, Detail = null, FinishedAt = null, Attempts = file.Attempts + 1 };
        }

        return Task.FromResult(new RetryResult([.. again.Select(file => file.FileId)]));
    }

    public Task<Article?> GetAsync(ArticleKey key, CancellationToken cancellationToken)
    {
        Check();
        return Task.FromResult(Articles.Find(article => article.ArticleId == key.ArticleId));
    }

    public Task<ArticleBatch> ManyAsync(ArticleKeys request, CancellationToken cancellationToken)
    {
        Check();
        // As a store that ends early: few at a time.
        var some = request.ArticleIds.Take(7).ToList();
        return Task.FromResult(new ArticleBatch([.. some.Select(id => Articles.Find(article => article.ArticleId == id)).OfType<Article>()], some.Count));
    }

    public Task<ArticleList> OfFileAsync(FileArticles request, CancellationToken cancellationToken)
    {
        Check();
        return Task.FromResult(new ArticleList(
            [.. Articles.Where(article => article.FileId == request.FileId).OrderBy(article => article.Ordinal).Take(request.Limit)]));
    }

    public Task<MemberPage> MembersAsync(FileMembers request, CancellationToken cancellationToken)
    {
        Check();
        var members = ContainerMembers.GetValueOrDefault(request.FileId, [])
            .Where(member => member.Number > request.After && (!request.RejectedOnly || member.Reason is not null)).ToList();
        return Task.FromResult(new MemberPage([.. members.Take(request.Limit)], members.Count > request.Limit ? members[request.Limit - 1].Number : null));
    }

    public Task<ArticlePage> ScanAsync(ArticleScan request, CancellationToken cancellationToken) =>
        throw new NotSupportedException("The portal scans nothing.");

    Task<ClusterMember?> IClusterQueries.GetAsync(ArticleKey key, CancellationToken cancellationToken) =>
        Task.FromResult(Places().FirstOrDefault(member => member.ArticleId == key.ArticleId));

    public Task<Cluster?> ClusterAsync(ClusterKey key, CancellationToken cancellationToken)
    {
        Check();
        var places = Places().ToList();
        var id = places.Find(member => member.ClusterId == key.ClusterId)?.ClusterId ?? places.Find(member => member.ArticleId == key.ClusterId)?.ClusterId;
        return Task.FromResult(id is null ? null : new Cluster(id, id, [.. places.Where(member => member.ClusterId == id)]));
    }

    public Task<ClusterPage> ScanAsync(ClusterScan request, CancellationToken cancellationToken) =>
        throw new NotSupportedException("The portal scans nothing.");

    public Task<SearchResponse> SearchAsync(SearchRequest request, CancellationToken cancellationToken)
    {
        Check();
        var first = request.Cursor is null ? request.Offset : int.Parse(request.Cursor, System.Globalization.CultureInfo.InvariantCulture);
        var words = request.Query.Trim('"').Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var found = Articles
            .Where(article => words.All(word => $"{article.Title} {article.Body}".Contains(word, StringComparison.OrdinalIgnoreCase)))
            .Where(article => request.From is null || string.CompareOrdinal(article.PublishedAt, request.From) >= 0)
            .Where(article => request.Source is null || request.Source.Split('\n').Contains(article.Source))
            .Where(article => request.To is null || string.CompareOrdinal(NewsDate.Day(article.PublishedAt), request.To) <= 0)
            .Select(Hit)
            .Where(hit => request.Duplicates == "show" || hit.Relation == Relations.Canonical);
        var sorted = (request.Sort == "oldest" ? found.OrderBy(hit => hit.PublishedAt) : found.OrderByDescending(hit => hit.PublishedAt)).ToList();
        return Task.FromResult(new SearchResponse
        {
            Total = sorted.Count,
            Hits = [.. sorted.Skip(first).Take(request.Limit)],
            Next = first + request.Limit < sorted.Count ? (first + request.Limit).ToString(System.Globalization.CultureInfo.InvariantCulture) : null,
            Facets = request.Facets == 0 ? [] : [new Facet(FacetFields.Source, [.. sorted.CountBy(hit => hit.Source ?? "").Select(pair => new FacetValue(pair.Key, pair.Value))])],
            Histogram = request.Histogram ? Histogram(sorted) : null,
            DidYouMean = request.Query == "coca" ? "cocoa" : null,
            Explanation = request.Query.Count(character => character == '"') % 2 == 1
                ? "The quotation mark is not closed, so the words were searched one by one."
                : null,
            ElapsedMs = 1.5,
        });
    }

    Task<QuotePage> IQuoteQueries.FindAsync(QuoteRequest request, CancellationToken cancellationToken)
    {
        Check();
        var first = request.Cursor is null ? 0 : int.Parse(request.Cursor, System.Globalization.CultureInfo.InvariantCulture);
        var found = Articles
            .SelectMany(article => article.Quotes.Select(quote => new QuoteHit(quote, [], article.ArticleId, article.Title, article.PublishedAt, article.Source)))
            .Where(hit => hit.Quote.Text.Contains(request.Words, StringComparison.OrdinalIgnoreCase) && hit.Quote.Speaker.Contains(request.Speaker, StringComparison.OrdinalIgnoreCase))
            .ToList();
        return Task.FromResult(new QuotePage(
            [.. found.Skip(first).Take(request.Limit)],
            first + request.Limit < found.Count ? (first + request.Limit).ToString(System.Globalization.CultureInfo.InvariantCulture) : null, null));
    }

    Task<SearchHit?> ISearchQueries.GetAsync(ArticleKey key, CancellationToken cancellationToken) =>
        Task.FromResult(Articles.Where(article => article.ArticleId == key.ArticleId).Select(Hit).FirstOrDefault());

    public Task<IndexStatus> StatusAsync(IndexStatusRequest request, CancellationToken cancellationToken)
    {
        Check();
        return Task.FromResult(new IndexStatus(Articles.Count, Articles.Count, Articles.Count) { Latency = Latency });
    }

    private IEnumerable<FileEntry> Matching(string? state, string? reason) => Files.Values
        .Where(file => state is null || file.State == state)
        .Where(file => reason is null || file.Reason == reason)
        .OrderBy(file => file.FileId, StringComparer.Ordinal);

    /// <summary>Where each article is: what was said of it, and by itself where nothing was.</summary>
    private IEnumerable<ClusterMember> Places() => Members.Concat(Articles
        .Where(article => !Members.Exists(member => member.ArticleId == article.ArticleId))
        .Select(article => new ClusterMember
        {
            Path = article.Path,
            Ordinal = article.Ordinal,
            ArticleId = article.ArticleId,
            ClusterId = article.ArticleId,
            Relation = Relations.Canonical,
            CanonicalId = article.ArticleId,
            Title = article.Title,
            PublishedAt = article.PublishedAt,
        }));

    private SearchHit Hit(Article article)
    {
        var member = Members.Find(member => member.ArticleId == article.ArticleId);
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
            Source = article.Source,
            Body = article.Body,
            Snippet = article.Body.Length > 220 ? article.Body[..220] + "…" : article.Body,
            SnippetMarks = article.Body.Length > 8 ? [new TextSpan(0, 5), new TextSpan(7, 1), new TextSpan(400, 9)] : [],
            Quotes = article.Quotes,
            Url = article.Url,
            ClusterId = member?.ClusterId ?? article.ArticleId,
            Relation = member?.Relation ?? Relations.Canonical,
            ClusterSize = member is null ? 1 : Members.Count(other => other.ClusterId == member.ClusterId),
        };
    }

    private void Check()
    {
        if (Unreachable)
        {
            throw new HttpRequestException("Connection refused");
        }
    }
}
