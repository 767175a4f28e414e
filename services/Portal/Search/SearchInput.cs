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

    /// <summary>Hits behind this one cannot be paged to, see <see cref="SearchRequest.Offset"/>.</summary>
    public const int DeepestOffset = 10_000;

    private static readonly string[] Sorts = ["relevance", "newest", "oldest"];

    /// <summary>What to look for.</summary>
    [FromQuery(Name = "q")] public string? Q { get; init; }

    /// <summary>First day.</summary>
    [FromQuery(Name = "from")] public string? From { get; init; }

    /// <summary>Last day.</summary>
    [FromQuery(Name = "to")] public string? To { get; init; }

    /// <summary>Order.</summary>
    [FromQuery(Name = "sort")] public string? Sort { get; init; }

    /// <summary><c>show</c> or <c>hide</c>.</summary>
    [FromQuery(Name = "duplicates")] public string? Duplicates { get; init; }

    /// <summary>Page, from 1.</summary>
    [FromQuery(Name = "page")] public string? Page { get; init; }

    /// <summary>The query without surrounding blanks, cut to what is passed on.</summary>
    public string Query => (Q ?? "").Trim() is { Length: > LongestQuery } longer ? longer[..LongestQuery] : (Q ?? "").Trim();

    /// <summary>The order that is used: without words there is no relevance, so the newest come first.</summary>
    public string Order => Sorts.Contains(Sort) && !(Query.Length == 0 && Sort == "relevance")
        ? Sort!
        : Query.Length == 0 ? "newest" : "relevance";

    /// <summary>Whether copies are listed too.</summary>
    public bool ShowsDuplicates => Duplicates == "show";

    /// <summary>The page that is used.</summary>
    public int PageNumber => int.TryParse(Page, out var page) && page > 0 ? Math.Min(page, DeepestOffset) : 1;

    /// <summary>Whether anything but words limits or orders the result.</summary>
    public bool HasFilters => Day(From) is not null || Day(To) is not null || ShowsDuplicates || Sort is not null;

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
        Sort = Order,
        Duplicates = ShowsDuplicates ? "show" : "hide",
        Limit = pageSize,
        Offset = Math.Min((PageNumber - 1) * pageSize, DeepestOffset),
    };

    /// <summary>The permanent URL of another page of the same search.</summary>
    public string UrlOfPage(int page)
    {
        var parts = new List<string>();
        Add("q", Query);
        Add("from", Day(From));
        Add("to", Day(To));
        Add("sort", Sort is not null ? Order : null);
        Add("duplicates", ShowsDuplicates ? "show" : null);
        Add("page", page > 1 ? page.ToString(System.Globalization.CultureInfo.InvariantCulture) : null);
        return parts.Count == 0 ? "/" : "/?" + string.Join('&', parts);

        void Add(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                parts.Add($"{name}={Uri.EscapeDataString(value)}");
            }
        }
    }

    /// <summary>A day, month or year in ISO notation; null for anything else.</summary>
    public static string? Day(string? value) =>
        value?.Trim() is { } day && DayPattern().IsMatch(day) && NewsDate.Start(day) is not null ? day : null;

    [GeneratedRegex(@"^\d{4}(-\d{2}){0,2}\z", RegexOptions.CultureInvariant)]
    private static partial Regex DayPattern();
}
