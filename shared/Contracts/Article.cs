namespace Ingest.Contracts;

/// <summary>An article as the Parser found it in a file. Travels whole in events; a few kilobytes.</summary>
public sealed record Article
{
    /// <summary>See <see cref="Identifiers.Article"/>.</summary>
    public required string ArticleId { get; init; }

    /// <summary>The file it came from.</summary>
    public required string FileId { get; init; }

    /// <summary>The file's revision it came from; a lower one never overwrites a higher one.</summary>
    public required long Revision { get; init; }

    /// <summary>Name of the watch.</summary>
    public required string Watch { get; init; }

    /// <summary>The file's path below the watched folder.</summary>
    public required string Path { get; init; }

    /// <summary>Position in the file, from 0.</summary>
    public required int Ordinal { get; init; }

    /// <summary>The item's own guid or URL where it has one, else its ordinal.</summary>
    public required string Key { get; init; }

    /// <summary>Headline; empty only when the article has none.</summary>
    public required string Title { get; init; }

    /// <summary>Paragraphs joined by a blank line.</summary>
    public required string Body { get; init; }

    /// <summary>
    /// Publication date in ISO 8601, exactly as precise as the source: <c>2025</c>, <c>2025-02</c>, <c>2025-02-13</c>,
    /// <c>2025-02-13T09:30</c>, with an offset when one is known. See <see cref="NewsDate"/>.
    /// </summary>
    public string? PublishedAt { get; init; }

    /// <summary>Persons and desks of the byline, in its order.</summary>
    public IReadOnlyList<string> Authors { get; init => field = value ?? []; } = [];

    /// <summary>Agencies named by byline, dateline or sign-off.</summary>
    public IReadOnlyList<string> Agencies { get; init => field = value ?? []; } = [];

    /// <summary>Where (and when) the story was filed, as written: <c>LONDON, March 9</c>.</summary>
    public string? Dateline { get; init; }

    /// <summary>ISO 639-1 code, when it could be told.</summary>
    public string? Language { get; init; }

    /// <summary>Where it was published.</summary>
    public string? Url { get; init; }

    /// <summary>The publication.</summary>
    public string? Source { get; init; }

    /// <summary>The publication's section.</summary>
    public string? Section { get; init; }

    /// <summary>What the text quotes and says who said it, in the text's order. Quotes without a certain speaker are left out.</summary>
    public IReadOnlyList<Quote> Quotes { get; init => field = value ?? []; } = [];

    /// <summary>Days that the text names from its own day (<c>on Wednesday</c>), each as a date; empty where that day is not known.</summary>
    public IReadOnlyList<NamedDay> Days { get; init => field = value ?? []; } = [];

    /// <summary>For each field that was found, the rule that found it: <c>publishedAt</c> → <c>header:iso-date</c>.</summary>
    public IReadOnlyDictionary<string, string> Origin { get; init => field = value ?? new Dictionary<string, string>(); } = new Dictionary<string, string>();

    /// <summary>What is doubtful about this article, as <c>field: reason</c>.</summary>
    public IReadOnlyList<string> Warnings { get; init => field = value ?? []; } = [];
}
