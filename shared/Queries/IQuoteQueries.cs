using Ingest.Contracts;

namespace Ingest.Queries;

/// <summary>What the Indexer answers about quotes: who said what, in which article.</summary>
public interface IQuoteQueries
{
    /// <summary>Quotes by their words, their speaker, or both; those of the newest articles first, copies left out.</summary>
    Task<QuotePage> FindAsync(QuoteRequest request, CancellationToken cancellationToken);
}

/// <summary>A search for quotes.</summary>
public sealed record QuoteRequest
{
    /// <summary>
    /// What must stand in the quote: words in any form, <c>"phrases"</c>, OR, <c>-</c> and parentheses. Fields such as <c>source:</c> and
    /// <c>date:</c> are about its article. Empty: anything.
    /// </summary>
    public string Words { get; init; } = "";

    /// <summary>Names, all of which the speaker's name must have; empty: anybody.</summary>
    public string Speaker { get; init; } = "";

    /// <summary>First day of publication, as in <see cref="SearchRequest.From"/>.</summary>
    public string? From { get; init; }

    /// <summary>Last day, inclusive.</summary>
    public string? To { get; init; }

    /// <summary>About how many quotes, 1 to 200; all of an article's come on one page.</summary>
    public int Limit { get; init; } = 20;

    /// <summary><see cref="QuotePage.Next"/> of the page before, with everything else the same.</summary>
    public string? Cursor { get; init; }
}

/// <summary>Quotes that were found.</summary>
/// <param name="Quotes">May be fewer than asked for, even none, before the last page.</param>
/// <param name="Next">Where to go on; null on the last page.</param>
/// <param name="Explanation">What of the request was not understood, as sentences; null when all was.</param>
public sealed record QuotePage(IReadOnlyList<QuoteHit> Quotes, string? Next, string? Explanation);

/// <summary>A quote and the article that has it.</summary>
/// <param name="Quote">What was said, and by whom.</param>
/// <param name="Marks">Where the words stand in it.</param>
/// <param name="ArticleId">The article.</param>
/// <param name="Title">Its headline.</param>
/// <param name="PublishedAt">See <see cref="Article.PublishedAt"/>.</param>
/// <param name="Source">Its publication.</param>
public sealed record QuoteHit(Quote Quote, IReadOnlyList<TextSpan> Marks, string ArticleId, string Title, string? PublishedAt, string? Source);
