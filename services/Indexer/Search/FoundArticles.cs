using Ingest.Queries;

namespace Ingest.Indexer.Search;

/// <summary>What was found.</summary>
/// <param name="Total">How many match in all.</param>
/// <param name="Articles">Those asked for, in order.</param>
internal sealed record FoundArticles(long Total, IReadOnlyList<FoundArticle> Articles)
{
    public static FoundArticles None { get; } = new(0, []);

    /// <summary>Whether articles with some of the words were taken, for hardly any has all.</summary>
    public bool Relaxed { get; init; }

    /// <summary>The position behind the last article, in the engine's own notation; null when none follows.</summary>
    public string? Next { get; init; }

    /// <summary>For each facet all values with their counts, in no order.</summary>
    public IReadOnlyList<(string Field, IReadOnlyList<(string Value, long Count)> Values)> Facets { get; init; } = [];

    public DateHistogram? Histogram { get; init; }

    /// <summary>Better spellings for words of the query.</summary>
    public IReadOnlyList<Correction> Corrections { get; init; } = [];
}

/// <summary>One of them.</summary>
internal readonly record struct FoundArticle(string ArticleId, float Score);

/// <summary>A word of the query and a word of the archive that was probably meant.</summary>
/// <param name="At">Where the word stands in the query.</param>
/// <param name="Word">The word.</param>
/// <param name="Better">What the archive has.</param>
internal readonly record struct Correction(int At, string Word, string Better);
