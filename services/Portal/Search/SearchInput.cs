using System.Globalization;
using System.Text.RegularExpressions;
using Ingest.Contracts;
using Ingest.Queries;
using Microsoft.AspNetCore.Mvc;

namespace Ingest.Portal.Search;

/// <summary>The query string of the search page. Forgiving: what cannot be understood is left out and said, never an error.</summary>
public sealed partial record SearchInput
{
    /// <summary>Longest query that is passed on, in characters.</summary>
    public const int LongestQuery = 2000;

    /// <summary>Hits behind this one cannot be skipped to, see <see cref="SearchRequest.Offset"/>.</summary>
    public const int DeepestOffset = 10_000;

    private const int LongestFilter = 300;
    private const int FacetValues = 8;
    private const int MostValues = 50;
    private static readonly string[] Sorts = ["relevance", "newest", "oldest"];

    /// <summary>What to look for.</summary>
    [FromQuery(Name = "q")] public string? Q { get; init; }

    /// <summary>First day.</summary>
    [FromQuery(Name = "from")] public string? From { get; init; }

    /// <summary>Last day.</summary>
    [FromQuery(Name = "to")] public string? To { get; init; }

    /// <summary>Only this publication.</summary>
    [FromQuery(Name = "source")] public string[]? Source { get; init; }

    /// <summary>Only this language.</summary>
    [FromQuery(Name = "language")] public string[]? Language { get; init; }

    /// <summary>Only this person or desk.</summary>
    [FromQuery(Name = "author")] public string[]? Author { get; init; }

    /// <summary>Only this agency.</summary>
    [FromQuery(Name = "agency")] public string[]? Agency { get; init; }

    /// <summary>Only this section.</summary>
    [FromQuery(Name = "section")] public string[]? Section { get; init; }

    /// <summary>Order.</summary>
    [FromQuery(Name = "sort")] public string? Sort { get; init; }

    /// <summary><c>show</c> or <c>hide</c>.</summary>
    [FromQuery(Name = "duplicates")] public string? Duplicates { get; init; }

    /// <summary>Where the page begins, see <see cref="SearchRequest.Cursor"/>.</summary>
    [FromQuery(Name = "cursor")] public string? Cursor { get; init; }

    /// <summary>How many hits lie before the page; only to be shown.</summary>
    [FromQuery(Name = "after")] public string? After { get; init; }

    /// <summary>The query without surrounding blanks, cut to what is passed on.</summary>
    public string Query => Cut(Q, LongestQuery);

    /// <summary>The order that is used: without words there is no relevance, so the newest come first.</summary>
    public string Order => Sorts.Contains(Sort) && !(Query.Length == 0 && Sort == "relevance")
        ? Sort!
        : Query.Length == 0 ? "newest" : "relevance";

    /// <summary>Whether copies are listed too.</summary>
    public bool ShowsDuplicates => Duplicates == "show";

    /// <summary>Hits before this page.</summary>
    public long HitsBefore => Clean(Cursor) is not null && long.TryParse(After, NumberStyles.None, CultureInfo.InvariantCulture, out var hits) ? hits : 0;

    /// <summary>Whether this is not the first page.</summary>
    public bool IsLaterPage => Clean(Cursor) is not null;

    /// <summary>Whether anything but words limits or orders the result.</summary>
    public bool HasFilters => Day(From) is not null || Day(To) is not null || ShowsDuplicates || Sort is not null;

    /// <summary>The filters that are set: field as in <see cref="FacetFields"/>, and value.</summary>
    public IEnumerable<(string Field, string Value)> Filters => FacetFields.All.SelectMany(name => Values(Filter(name)).Select(value => (name, value)));

    /// <summary>What of the input was left out, as sentences.</summary>
    public IEnumerable<string> Complaints()
    {
        if ((Q ?? "").Trim().Length > LongestQuery)
        {
            yield return $"The query is very long; only its first {LongestQuery} characters were used.";
        }

        foreach (var (name, value) in new[] { ("From", From), ("To", To) })
        {
            if (!string.IsNullOrWhiteSpace(value) && Day(value) is null)
            {
                yield return $"“{name}: {value}” is not a date like 2025-02-13, 2025-02 or 2025, so it was left out.";
            }
        }
    }

    /// <summary>What the Indexer is asked.</summary>
    public SearchRequest ToRequest(int pageSize) => new()
    {
        Query = Query,
        From = Day(From),
        To = Day(To),
        Source = Lines(Source),
        Language = Lines(Language),
        Author = Lines(Author),
        Agency = Lines(Agency),
        Section = Lines(Section),
        Sort = Order,
        Duplicates = ShowsDuplicates ? "show" : "hide",
        Limit = pageSize,
        Cursor = Clean(Cursor),
        Facets = FacetValues,
        Histogram = true,
    };

    /// <summary>The permanent URL of this search from its first page on, with other values for some parameters; null removes one.</summary>
    public string UrlWith(params ReadOnlySpan<(string Name, string? Value)> changes) => "/" + QueryWith(changes);

    /// <summary>The same as the query string only, beginning with <c>?</c>; empty when there is nothing in it.</summary>
    public string QueryWith(params ReadOnlySpan<(string Name, string? Value)> changes)
    {
        var parts = new List<(string Name, string? Value)>
        {
            ("q", Query), ("from", Day(From)), ("to", Day(To)), ("sort", Sort is not null ? Order : null), ("duplicates", ShowsDuplicates ? "show" : null),
        };
        parts.AddRange(Filters.Select(filter => (filter.Field, (string?)filter.Value)));
        foreach (var (name, value) in changes)
        {
            parts.RemoveAll(part => part.Name == name);
            parts.Add((name, value));
        }

        var text = string.Join('&', parts.Where(part => !string.IsNullOrEmpty(part.Value)).Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!)}"));
        return text.Length == 0 ? "" : "?" + text;
    }

    /// <summary>The URL of this search with one more value of a facet, or without it where it has it.</summary>
    public string UrlToggling(string field, string value)
    {
        var values = Values(Filter(field)).ToList();
        if (values.RemoveAll(other => other.Equals(value, StringComparison.OrdinalIgnoreCase)) == 0)
        {
            values.Add(value);
        }

        var others = QueryWith((field, null));
        return "/" + values.Aggregate(others, (query, one) => $"{query}{(query.Length == 0 ? "?" : "&")}{field}={Uri.EscapeDataString(one)}");
    }

    /// <summary>Several values as one, as <see cref="SearchRequest.Author"/> has them; null for none.</summary>
    internal static string? Lines(string[]? values) => Values(values).ToList() is { Count: > 0 } lines ? string.Join('\n', lines) : null;

    /// <summary>A day, month or year in ISO notation; null for anything else.</summary>
    public static string? Day(string? value) =>
        value?.Trim() is { } day && DayPattern().IsMatch(day) && NewsDate.Start(day) is not null ? day : null;

    /// <summary>What was typed without spaces around it, and no longer than that.</summary>
    internal static string Cut(string? text, int longest) => (text ?? "").Trim() is var trimmed && trimmed.Length > longest ? trimmed[..longest] : trimmed;

    private static string? Clean(string? value) => string.IsNullOrWhiteSpace(value) || value.Length > LongestFilter * 4 ? null : value.Trim();

    private static IEnumerable<string> Values(string[]? values) =>
        (values ?? []).Select(Clean).OfType<string>().Select(value => value.ReplaceLineEndings(" ")).Distinct(StringComparer.OrdinalIgnoreCase).Take(MostValues);

    private string[]? Filter(string field) => field switch
    {
        FacetFields.Source => Source,
        FacetFields.Language => Language,
        FacetFields.Author => Author,
        FacetFields.Agency => Agency,
        _ => Section,
    };

    [GeneratedRegex(@"^\d{4}(-\d{2}){0,2}\z", RegexOptions.CultureInvariant)]
    private static partial Regex DayPattern();
}
