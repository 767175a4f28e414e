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

    public bool CanonicalOnly { get; init; }

    public SearchOrder Order { get; init; }

    public int Offset { get; init; }

    public int Limit { get; init; }
}

/// <summary>In which order hits come.</summary>
internal enum SearchOrder
{
    Relevance,
    Newest,
    Oldest,
}
