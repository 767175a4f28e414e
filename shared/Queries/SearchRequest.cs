namespace Ingest.Queries;

/// <summary>A search.</summary>
public sealed record SearchRequest
{
    /// <summary>
    /// Words, <c>"phrases"</c>, AND OR NOT and <c>-</c>, parentheses, <c>prefix*</c>, <c>NEAR/5</c>, <c>field:word</c>, <c>date:2025-02..2025-03</c>;
    /// empty finds everything.
    /// </summary>
    public string Query { get; init; } = "";

    /// <summary>Hits to return, 0 to 1,000.</summary>
    public int Limit { get; init; } = 10;

    /// <summary>Hits to skip, up to 10,000; <see cref="Cursor"/> goes deeper and costs the same on every page.</summary>
    public int Offset { get; init; }

    /// <summary>First day, <c>2025-02-13</c> (or <c>2025-02</c>, <c>2025</c>).</summary>
    public string? From { get; init; }

    /// <summary>Last day, inclusive; in the same notation.</summary>
    public string? To { get; init; }

    /// <summary>Only articles with this author; here as in the other four filters several, one a line, find articles with any of them.</summary>
    public string? Author { get; init; }

    /// <summary>Only articles of this source.</summary>
    public string? Source { get; init; }

    /// <summary>Only articles in this language (ISO 639-1).</summary>
    public string? Language { get; init; }

    /// <summary>Only articles of this agency.</summary>
    public string? Agency { get; init; }

    /// <summary>Only articles of this section.</summary>
    public string? Section { get; init; }

    /// <summary>
    /// <see cref="SearchResponse.Next"/> of the page before: the hits behind it follow, and <see cref="Offset"/> does not count. The rest of the
    /// request must be the same; a cursor of another search is left out, and that is said.
    /// </summary>
    public string? Cursor { get; init; }

    /// <summary>
    /// How many values of each facet to return, 0 (none are counted) to 100. The counts of a facet with a filter are those without its own
    /// filter: what another of its values would find.
    /// </summary>
    public int Facets { get; init; }

    /// <summary>Whether to count articles by day, month or year.</summary>
    public bool Histogram { get; init; }

    /// <summary><c>relevance</c>, <c>newest</c> or <c>oldest</c>.</summary>
    public string Sort { get; init; } = "relevance";

    /// <summary><c>hide</c> shows only canonical articles, <c>show</c> all.</summary>
    public string Duplicates { get; init; } = "hide";
}
