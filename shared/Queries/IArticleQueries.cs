using Ingest.Contracts;

namespace Ingest.Queries;

/// <summary>What the Parser answers: the articles as they came out of the files.</summary>
public interface IArticleQueries
{
    /// <summary>One article; null when the Parser has never seen it or it was retracted.</summary>
    Task<Article?> GetAsync(ArticleKey key, CancellationToken cancellationToken);

    /// <summary>
    /// Many articles at once, in the order asked; unknown ones are left out. An answer ends early where it would become too large:
    /// <see cref="ArticleBatch.Answered"/> says where to go on.
    /// </summary>
    Task<ArticleBatch> ManyAsync(ArticleKeys request, CancellationToken cancellationToken);

    /// <summary>A file's articles in order.</summary>
    Task<ArticleList> OfFileAsync(FileArticles request, CancellationToken cancellationToken);

    /// <summary>What became of a container's members, in the container's order; none for other files.</summary>
    Task<MemberPage> MembersAsync(FileMembers request, CancellationToken cancellationToken);

    /// <summary>When each source was last heard of, the one that has been silent longest last.</summary>
    Task<SourceList> SourcesAsync(SourcesRequest request, CancellationToken cancellationToken);

    /// <summary>Every article, in order of identifier: for rebuilding later stages and for export.</summary>
    Task<ArticlePage> ScanAsync(ArticleScan request, CancellationToken cancellationToken);
}

/// <summary>How many sources: those with the latest news first.</summary>
public sealed record SourcesRequest(int Limit = 200);

/// <summary>Sources.</summary>
public sealed record SourceList(IReadOnlyList<SourceActivity> Sources);

/// <summary>When a source was heard of: by the arrival of its articles here, not by their dates.</summary>
/// <param name="Source">The publication as its articles name it.</param>
/// <param name="LastAt">When its last article was found in the folder.</param>
/// <param name="LastArticleId">That article.</param>
/// <param name="PerDay">Articles that arrived in each of the last 28 days (UTC), today last.</param>
public sealed record SourceActivity(string Source, DateTimeOffset LastAt, string LastArticleId, IReadOnlyList<long> PerDay);

/// <summary>Names an article.</summary>
public sealed record ArticleKey(string ArticleId);

/// <summary>Names articles.</summary>
public sealed record ArticleKeys(IReadOnlyList<string> ArticleIds);

/// <summary>Articles by name.</summary>
/// <param name="Articles">Those that are known.</param>
/// <param name="Answered">So many of the names were looked up, the first ones; at least one where any were given.</param>
public sealed record ArticleBatch(IReadOnlyList<Article> Articles, int Answered);

/// <summary>Names a file.</summary>
public sealed record FileArticles(string FileId, int Limit = 1000);

/// <summary>Articles.</summary>
public sealed record ArticleList(IReadOnlyList<Article> Articles);

/// <summary>Where to go on, and how far.</summary>
public sealed record ArticleScan(string? After = null, int Limit = 500);

/// <summary>A page of articles; <paramref name="Next"/> is null on the last.</summary>
public sealed record ArticlePage(IReadOnlyList<ArticleParsed> Articles, string? Next);

/// <summary>Asks for a container's members.</summary>
/// <param name="FileId">The container.</param>
/// <param name="After">The last member of the page before; 0 to begin.</param>
/// <param name="Limit">How many.</param>
/// <param name="RejectedOnly">Leaves out those that gave articles.</param>
public sealed record FileMembers(string FileId, long After = 0, int Limit = 1000, bool RejectedOnly = false);

/// <summary>One member of a container.</summary>
public sealed record FileMember
{
    /// <summary>Position in the container, from 1.</summary>
    public long Number { get; init; }

    /// <summary>Its path in the container.</summary>
    public string Name { get; init; } = "";

    /// <summary>Articles that came out of it.</summary>
    public long Articles { get; init; }

    /// <summary>Why it gave none; one of <see cref="RejectionReasons"/>.</summary>
    public string? Reason { get; init; }

    /// <summary>The same in a sentence.</summary>
    public string? Detail { get; init; }
}

/// <summary>A page of members; <paramref name="Next"/> is null on the last.</summary>
public sealed record MemberPage(IReadOnlyList<FileMember> Members, long? Next);
