using Ingest.Contracts;

namespace Ingest.Queries;

/// <summary>An article as search shows it.</summary>
public sealed record SearchHit
{
    /// <summary>The article.</summary>
    public required string ArticleId { get; init; }

    /// <summary>The file it came from.</summary>
    public required string FileId { get; init; }

    /// <summary>That file's path below the watched folder.</summary>
    public required string Path { get; init; }

    /// <summary>Position in the file.</summary>
    public required int Ordinal { get; init; }

    /// <summary>Headline.</summary>
    public required string Title { get; init; }

    /// <summary>Publication date as in <see cref="Article.PublishedAt"/>.</summary>
    public string? PublishedAt { get; init; }

    /// <summary>Authors.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>Agencies.</summary>
    public IReadOnlyList<string> Agencies { get; init; } = [];

    /// <summary>Dateline.</summary>
    public string? Dateline { get; init; }

    /// <summary>Language.</summary>
    public string? Language { get; init; }

    /// <summary>Where it was published.</summary>
    public string? Url { get; init; }

    /// <summary>The publication.</summary>
    public string? Source { get; init; }

    /// <summary>The publication's section.</summary>
    public string? Section { get; init; }

    /// <summary>Paragraphs joined by a blank line.</summary>
    public required string Body { get; init; }

    /// <summary>A passage that shows why it was found; plain text.</summary>
    public string Snippet { get; init; } = "";

    /// <summary>Where the words that were looked for stand in <see cref="Snippet"/>, in order, without overlap.</summary>
    public IReadOnlyList<TextSpan> SnippetMarks { get; init => field = value ?? []; } = [];

    /// <summary>The same in <see cref="Title"/>.</summary>
    public IReadOnlyList<TextSpan> TitleMarks { get; init => field = value ?? []; } = [];

    /// <summary>What the article quotes from the speakers that <c>said:</c> asked for.</summary>
    public IReadOnlyList<Quote> Quotes { get; init => field = value ?? []; } = [];

    /// <summary>Relevance; comparable within one response only.</summary>
    public double Score { get; init; }

    /// <summary>The cluster.</summary>
    public required string ClusterId { get; init; }

    /// <summary>One of <see cref="Relations"/>.</summary>
    public required string Relation { get; init; }

    /// <summary>How many articles the cluster has.</summary>
    public int ClusterSize { get; init; } = 1;
}

/// <summary>A part of a text, in UTF-16 code units.</summary>
public sealed record TextSpan(int Start, int Length);
