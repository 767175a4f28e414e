using Ingest.Indexer.QueryLanguage;

namespace Ingest.Indexer.Search;

/// <summary>A search in the engine's own terms, all of it checked.</summary>
internal sealed record SearchPlan
{
    /// <summary>What to match; null matches everything.</summary>
    public QueryNode? Query { get; init; }

    /// <summary>Days of publication, inclusive.</summary>
    public DayRange? Days { get; init; }

    public string? Author { get; init; }

    public string? Source { get; init; }

    public string? Language { get; init; }

    public string? Agency { get; init; }

    public string? Section { get; init; }

    public bool CanonicalOnly { get; init; }

    public SearchOrder Order { get; init; }

    public int Offset { get; init; }

    public int Limit { get; init; }

    /// <summary><see cref="FoundArticles.Next"/> of the page before.</summary>
    public string? After { get; init; }

    /// <summary>Whether to count the values of facets.</summary>
    public bool Facets { get; init; }

    /// <summary>Whether to count days.</summary>
    public bool Histogram { get; init; }

    /// <summary>Whether to look for better spellings of words that are hardly there.</summary>
    public bool Corrections { get; init; }
}

/// <summary>In which order hits come.</summary>
internal enum SearchOrder
{
    Relevance,
    Newest,
    Oldest,
}
