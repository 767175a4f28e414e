using System.ComponentModel;
using Ingest.Queries;
using Microsoft.AspNetCore.Mvc;

namespace Ingest.Portal.Search;

/// <summary>What a search of the API takes; strict, unlike the page.</summary>
internal sealed record SearchParameters
{
    private const int LongestValue = 1000;

    [FromQuery(Name = "q"), Description("Words, \"phrases\", AND OR NOT -, parentheses, prefix*, NEAR/5, field:word, date:2025-02..2025-03; everything when empty.")]
    public string? Q { get; init; }

    [FromQuery(Name = "from"), Description("First day: 2025-02-13, 2025-02 or 2025.")]
    public string? From { get; init; }

    [FromQuery(Name = "to"), Description("Last day, inclusive; in the same notation.")]
    public string? To { get; init; }

    [FromQuery(Name = "source"), Description("Only articles of this source.")]
    public string? Source { get; init; }

    [FromQuery(Name = "language"), Description("Only articles in this language (ISO 639-1).")]
    public string? Language { get; init; }

    [FromQuery(Name = "author"), Description("Only articles with this author.")]
    public string? Author { get; init; }

    [FromQuery(Name = "agency"), Description("Only articles of this agency.")]
    public string? Agency { get; init; }

    [FromQuery(Name = "section"), Description("Only articles of this section.")]
    public string? Section { get; init; }

    [FromQuery(Name = "sort"), Description("relevance, newest or oldest.")]
    public string? Sort { get; init; }

    [FromQuery(Name = "duplicates"), Description("hide (only canonical articles) or show.")]
    public string? Duplicates { get; init; }

    /// <summary>A sentence on what is wrong; null when nothing is.</summary>
    public string? Mistake() =>
        Q?.Length > SearchInput.LongestQuery ? $"q must have at most {SearchInput.LongestQuery} characters."
        : new[] { Source, Language, Author, Agency, Section }.Any(value => value?.Length > LongestValue) ? $"A filter must have at most {LongestValue} characters."
        : From is not null && SearchInput.Day(From) is null ? "from must be a date like 2025-02-13, 2025-02 or 2025."
        : To is not null && SearchInput.Day(To) is null ? "to must be a date like 2025-02-13, 2025-02 or 2025."
        : Sort is not (null or "relevance" or "newest" or "oldest") ? "sort must be relevance, newest or oldest."
        : Duplicates is not (null or "show" or "hide") ? "duplicates must be show or hide."
        : null;

    public SearchRequest ToRequest() => new()
    {
        Query = Q ?? "",
        From = From,
        To = To,
        Source = Source,
        Language = Language,
        Author = Author,
        Agency = Agency,
        Section = Section,
        Sort = Sort ?? "relevance",
        Duplicates = Duplicates ?? "hide",
    };
}
