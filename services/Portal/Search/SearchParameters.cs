using Ingest.Queries;
using Microsoft.AspNetCore.Mvc;

namespace Ingest.Portal.Search;

/// <summary>What every search route of the API takes.</summary>
/// <param name="Q">Words, "phrases", AND OR NOT and -, parentheses, prefix*, NEAR/5, field:word, date:2025-02..2025-03; everything when empty.</param>
/// <param name="From">First day: 2025-02-13, 2025-02 or 2025.</param>
/// <param name="To">Last day, inclusive; in the same notation.</param>
/// <param name="Author">Only articles with this author; given several times, with any of them. So with the next four.</param>
/// <param name="Source">Only articles of this source.</param>
/// <param name="Language">Only articles in this language (ISO 639-1).</param>
/// <param name="Agency">Only articles of this agency.</param>
/// <param name="Section">Only articles of this section.</param>
/// <param name="Sort">relevance, newest or oldest.</param>
/// <param name="Duplicates">hide (only canonical articles) or show.</param>
internal sealed record SearchParameters(
    [FromQuery(Name = "q")] string? Q,
    [FromQuery(Name = "from")] string? From,
    [FromQuery(Name = "to")] string? To,
    [FromQuery(Name = "author")] string[]? Author,
    [FromQuery(Name = "source")] string[]? Source,
    [FromQuery(Name = "language")] string[]? Language,
    [FromQuery(Name = "agency")] string[]? Agency,
    [FromQuery(Name = "section")] string[]? Section,
    [FromQuery(Name = "sort")] string? Sort,
    [FromQuery(Name = "duplicates")] string? Duplicates)
{
    private const int LongestFilter = 500;

    /// <summary>What is wrong, as a sentence; null when nothing is.</summary>
    public string? Mistake() =>
        Q?.Length > SearchInput.LongestQuery ? $"q must have at most {SearchInput.LongestQuery} characters."
        : From is not null && SearchInput.Day(From) is null ? "from must be a date like 2025-02-13, 2025-02 or 2025."
        : To is not null && SearchInput.Day(To) is null ? "to must be a date like 2025-02-13, 2025-02 or 2025."
        : Sort is not (null or "relevance" or "newest" or "oldest") ? "sort must be relevance, newest or oldest."
        : Duplicates is not (null or "show" or "hide") ? "duplicates must be show or hide."
        : new[] { Author, Source, Language, Agency, Section }.Any(filter => filter?.Any(value => value.Length > LongestFilter) == true) ? $"A filter must have at most {LongestFilter} characters."
        : null;

    public SearchRequest ToRequest() => new()
    {
        Query = Q ?? "",
        From = From,
        To = To,
        Author = SearchInput.Lines(Author),
        Source = SearchInput.Lines(Source),
        Language = SearchInput.Lines(Language),
        Agency = SearchInput.Lines(Agency),
        Section = SearchInput.Lines(Section),
        Sort = Sort ?? "relevance",
        Duplicates = Duplicates ?? "hide",
    };
}
