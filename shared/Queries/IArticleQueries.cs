using Ingest.Contracts;

namespace Ingest.Queries;

/// <summary>What the Parser answers: the articles as they came out of the files.</summary>
public interface IArticleQueries
{
    /// <summary>One article; null when the Parser has never seen it or it was retracted.</summary>
    Task<Article?> GetAsync(ArticleKey key, CancellationToken cancellationToken);

    /// <summary>A file's articles in order.</summary>
    Task<ArticleList> OfFileAsync(FileArticles request, CancellationToken cancellationToken);

    /// <summary>Every article, in order of identifier: for rebuilding later stages and for export.</summary>
    Task<ArticlePage> ScanAsync(ArticleScan request, CancellationToken cancellationToken);
}

/// <summary>Names an article.</summary>
public sealed record ArticleKey(string ArticleId);

/// <summary>Names a file.</summary>
public sealed record FileArticles(string FileId, int Limit = 1000);

/// <summary>Articles.</summary>
public sealed record ArticleList(IReadOnlyList<Article> Articles);

/// <summary>Where to go on, and how far.</summary>
public sealed record ArticleScan(string? After = null, int Limit = 500);

/// <summary>A page of articles; <paramref name="Next"/> is null on the last.</summary>
public sealed record ArticlePage(IReadOnlyList<ArticleParsed> Articles, string? Next);
