namespace Ingest.Queries;

/// <summary>What a search found.</summary>
public sealed record SearchResponse
{
    /// <summary>How many articles match in all.</summary>
    public required long Total { get; init; }

    /// <summary>The hits asked for.</summary>
    public required IReadOnlyList<SearchHit> Hits { get; init; }

    /// <summary>What was not understood or was read otherwise, in sentences; null when there is nothing to say.</summary>
    public string? Explanation { get; init; }

    /// <summary>The same, one by one.</summary>
    public IReadOnlyList<QueryNote> Notes { get; init => field = value ?? []; } = [];

    /// <summary>The query as it was read, with its fields, operators and days spelled out; null when everything is shown.</summary>
    public string? ReadAs { get; init; }

    /// <summary>Whether no article has all words, so that those with some of them are shown.</summary>
    public bool Relaxed { get; init; }

    /// <summary>The query with misspelt words mended, which finds more; null when there is no better one.</summary>
    public string? DidYouMean { get; init; }

    /// <summary>The counts that were asked for by <see cref="SearchRequest.Facets"/>, over everything that matches.</summary>
    public IReadOnlyList<Facet> Facets { get; init => field = value ?? []; } = [];

    /// <summary>Articles over time, when <see cref="SearchRequest.Histogram"/> asked for it.</summary>
    public DateHistogram? Histogram { get; init; }

    /// <summary>What to ask with for the next page, see <see cref="SearchRequest.Cursor"/>; null on the last.</summary>
    public string? Next { get; init; }

    /// <summary>Time taken in milliseconds.</summary>
    public double ElapsedMs { get; init; }
}

/// <summary>Something about a query that its author should know.</summary>
/// <param name="Kind">One of <see cref="QueryNotes"/>.</param>
/// <param name="Message">The same as a sentence.</param>
/// <param name="Text">The part of the query that it is about, where there is one.</param>
public sealed record QueryNote(string Kind, string Message, string? Text = null);

/// <summary>Kinds of <see cref="QueryNote"/>.</summary>
public static class QueryNotes
{
    /// <summary>Something was wrong, so the query was read as plain words.</summary>
    public const string Malformed = "malformed";

    /// <summary>The query or one of its parts was too long; its end was left out.</summary>
    public const string TooLong = "tooLong";

    /// <summary>A part has nothing to look for, or only says what to leave out.</summary>
    public const string NothingToFind = "nothingToFind";

    /// <summary>A part was read in a way that is not the only one.</summary>
    public const string ReadAs = "readAs";

    /// <summary>No article has all words.</summary>
    public const string Relaxed = "relaxed";

    /// <summary>A parameter beside the query was left out.</summary>
    public const string Parameter = "parameter";
}
